"""Files to records and back: the only place that reads or writes `evidence/`."""

from .base import EvidenceBase
from .errors import EvidenceError
from .locate import load

__all__ = ["EvidenceBase", "EvidenceError", "load"]
