"""Why a result, or a rated cell, has no size to show, each reason as a clause."""

from typing import NamedTuple

from resilience.records.vocabulary import Labelled


class NoSize(Labelled):
    """Why no size is shown."""

    NOT_STUDIED = "not-studied", "no study on record looked at it"
    NO_COMPARISON = "no-comparison", "nothing on record can tell what changed what"
    NO_NUMBER = "no-number", "no number was seen"
    OTHER_REVIEW = "other-review", "the numbers seen are in reviews that do not lead the votes"
    PART_ONLY = "part-only", "the numbers seen are only of a part of the people or of those who took part"
    OPPOSITE = (
        "opposite",
        "only the opposite was measured, and what taking away does is not the size of what giving does",
    )
    NO_RISK = "no-risk", "the risk without the activity is not on record"
    COMMON_RATE = "common-rate", "a ratio of rates gives no number of people where many are concerned"
    NO_UNIT = "no-unit", "its unit is not known"
    NOT_A_SIZE = "not-a-size", "the number is a statistic or a count of studies, not how much changed"
    NO_SIDE = "no-side", "which end of the number is better is not told"
    OTHER_NUMBER = "other-number", "the number points another way than its result, so it says something else"
    ODD = "odd", "the numbers on record do not fit together"


class Said(NamedTuple):
    """A size in words; or why there is none, and what can be said instead."""

    size: str = ""
    why_not: NoSize | None = None
    instead: str = ""
