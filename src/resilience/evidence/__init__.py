"""Files to records and back: the only place that reads or writes `evidence/`."""

from resilience.evidence.base import EvidenceBase
from resilience.evidence.errors import EvidenceError
from resilience.evidence.opening import load, load_for_matching, load_from

__all__ = ["EvidenceBase", "EvidenceError", "load", "load_for_matching", "load_from"]
