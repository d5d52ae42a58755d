"""What one state of the evidence does to another: records, levels, sets, matches, ranks, problems, pages."""

from resilience.changes.compare import Changes, compare
from resilience.changes.records import RecordChange, changed_records
from resilience.changes.state import State, state_of

__all__ = ["Changes", "RecordChange", "State", "changed_records", "compare", "state_of"]
