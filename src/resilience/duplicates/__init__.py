"""Records of one work, told from records of others."""

from resilience.duplicates.entry import Entry
from resilience.duplicates.judge import Verdict, judge

__all__ = ["Entry", "Verdict", "judge"]
