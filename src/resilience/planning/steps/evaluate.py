"""Evaluate: areas to compare with, a design, what to measure, and the smallest change that it would see."""

from collections.abc import Mapping
from typing import Any

from resilience.planning.blocks import Step
from resilience.planning.evaluating import areas, design, measures, smallest
from resilience.planning.given import Given
from resilience.planning.walk import Walk
from resilience.records.english import listing

FIELDS = {
    "areas": "areas with the activity",
    "comparison_areas": "comparison areas",
    "households": "households in each area and wave",
    "waves_before": "times that you measure before",
    "waves_after": "times that you measure afterwards",
}
"""The numbers that a group is asked for first, in the words of the form."""
NO_LOTS = (
    "You have not said whether it could be drawn by lot who has it first, so this takes it that it can’t."
    " Where more want it than can have it at once, a lot is fair and tells most."
)
RESTS_ON = (
    "Comparison areas go by official figures of places. The design is the first whose needs are met, in an"
    " order put together from published guidance. Scales are those of studies on record and of the"
    " programme’s survey. The smallest change is that of an evaluation that compares groups of areas before"
    " and after; how alike people in one area are is assumed."
)


def step(given: Given) -> Step:
    """Say how a group can see whether it made a difference."""
    facts, walk = given.facts, given.walk
    numbers = numbers_of(facts, walk)
    designs = facts["evaluate"]["designs"]
    start = facts["evaluate"]["start"]
    can, says_areas = design.possible(walk, start), design.says_areas(walk)
    verdict, compared = areas.areas(given)
    named = measures.answer(facts, walk)
    return Step(
        "evaluate",
        (
            design.answer(design.recommended(designs, can)),
            *([] if says_areas else [design.joined(designs, can, start)]),
            *([verdict] if verdict else []),
            *([named] if named else []),
            smallest.answer(numbers, is_own=says_areas),
        ),
        tuple(
            one
            for one in (
                design.section(designs, can),
                compared,
                measures.section(facts, walk),
                smallest.section(facts, walk, numbers),
            )
            if one
        ),
        tuple(_missing(given)),
        RESTS_ON,
    )


def numbers_of(facts: Mapping[str, Any], walk: Walk) -> dict[str, Any]:
    """Give the numbers of the plan: those of the walk, else those that plans start with."""
    return {**facts["evaluate"]["start"], **walk.numbers}


def _missing(given: Given) -> list[str]:
    facts, walk = given.facts, given.walk
    found = []
    if given.standing is None:
        found.append(areas.NO_PLACE)
    if not walk.outcomes:
        found.append(measures.NO_OUTCOME)
    if not walk.activities:
        found.append(smallest.NO_ACTIVITY)
    if not walk.lots:
        found.append(NO_LOTS)
    start = facts["evaluate"]["start"]
    # Of areas the answer says itself what it takes where none were told.
    told = {*walk.numbers, *(() if design.says_areas(walk) else design.ONE_AREA)}
    lacking = [f"{start[name]:g} for {words}" for name, words in FIELDS.items() if name not in told]
    if lacking:
        found.append(f"You have not given all numbers. This takes the programme’s: {listing(lacking)}.")
    if unread := design.unreadable(walk):
        names = listing([FIELDS[name] for name in unread])
        found.append(f"The link has no usable number for {names}; the programme’s stands instead.")
    return found
