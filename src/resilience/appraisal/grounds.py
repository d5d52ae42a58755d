"""The five grounds on which options are scored."""

from typing import NamedTuple


class Ground(NamedTuple):
    """One ground: the name of its weight, its label, and what a score of 100 means."""

    name: str
    label: str
    meaning: str


GROUNDS = (
    Ground(
        "need", "Need", "100: on the figures linked to it the place is worse off than every ward on record"
    ),
    Ground("evidence", "Evidence", "100: the evidence is strong"),
    Ground(
        "experience", "Experience", "100: done here, elsewhere in the programme, and evaluated by a council"
    ),
    Ground("reach", "Reach", "100: no other activity is on record for more councils"),
    Ground("community", "Community", "100: the group gave it 10 out of 10"),
)
COMMUNITY = "community"
