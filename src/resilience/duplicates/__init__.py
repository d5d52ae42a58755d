"""Records of one work, told from records of others."""

from resilience.duplicates.entry import Entry
from resilience.duplicates.find import Found, Index, Nearest, find, groups, nearest
from resilience.duplicates.judge import Verdict, judge

__all__ = ["Entry", "Found", "Index", "Nearest", "Verdict", "find", "groups", "judge", "nearest"]
