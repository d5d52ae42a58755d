"""The four grounds on which options are scored."""

from typing import NamedTuple


class Ground(NamedTuple):
    """One ground: the name of its weight, its label, and what a score of 100 means."""

    name: str
    label: str
    meaning: str


GROUNDS = (
    Ground(
        "need",
        "Need",
        "100: on the figures linked to it the place is worse off than every ward on record; "
        "where no figure tells it, the place's mean over the other activities counts",
    ),
    Ground("evidence", "Evidence", "100: the evidence is strong for every main aim that was studied"),
    Ground(
        "experience",
        "Experience",
        "100: done elsewhere in the programme, and by a council with an evaluation or monitoring figures",
    ),
    Ground("community", "Community", "100: the group gave it 10 out of 10"),
)
COMMUNITY = "community"
