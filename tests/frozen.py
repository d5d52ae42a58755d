"""Evidence that stands still: tests pin what they expect on it, so that no contribution turns one red.

What holds for any right evidence is asked of the real one in `tests/smoke`.
"""

from pathlib import Path

from resilience.evidence import EvidenceBase, load

TESTS = Path(__file__).parent
BOOK = TESTS / "book"
"""A few records of every kind."""
SETS = TESTS / "sets"
"""Sets of results whose pooled values are known, with their studies."""


def book() -> EvidenceBase:
    """Open the small book's evidence."""
    return load(BOOK)


def sets() -> EvidenceBase:
    """Open the sets of results."""
    return load(SETS)
