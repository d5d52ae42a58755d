"""The data of two waves beside the plan of a link: what was planned, what came, and where they differ."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from resilience.planning.evaluating.areas import planned_places
from resilience.planning.evaluating.design import possible as possible_of
from resilience.planning.evaluating.design import recommended
from resilience.planning.evaluating.smallest import smallest
from resilience.planning.given import Given
from resilience.planning.steps.evaluate import numbers_of
from resilience.records.english import count, folded, listing, one_or_more
from resilience.synthesis.planned import ADJUSTED

NOT_SAID = "not said"
"""What stands for a number that the plan leaves open: what is then reckoned with was planned by nobody."""


@dataclass(frozen=True)
class Came:
    """What came of an evaluation of two waves, as its analysis has it."""

    programme_areas: Collection[str]
    comparison_areas: Collection[str]
    answers: Mapping[str, int]
    """The fewest answers of any area in one wave, by group."""
    ci_low: float
    ci_high: float
    is_share: bool
    """Whether all answers are 0 or 1, so that changes are points of 100."""


@dataclass(frozen=True)
class Beside:
    """A plan beside what came."""

    rows: tuple[tuple[str, str], ...]
    """What is compared, and the numbers."""
    warnings: tuple[str, ...] = field(default=())
    """Where the data are not as planned, one sentence each."""


def beside(given: Given, came: Came) -> Beside:
    """Set a plan beside what came of it."""
    numbers = numbers_of(given.facts, given.walk)
    can = possible_of(given.walk, given.facts["evaluate"]["start"])
    design = recommended(given.facts["evaluate"]["designs"], can)
    places = planned_places(given)
    there = (len(came.programme_areas), len(came.comparison_areas))
    planned_areas = (can.areas, can.comparison_areas)
    named = (("areas", "with the activity"), ("comparison_areas", "to compare"))
    counts = tuple(
        (what, planned if _is_number(given.walk.numbers.get(key)) else None, n)
        for (key, what), planned, n in zip(named, planned_areas, there, strict=True)
    )
    asked = given.walk.numbers.get("households")
    rows = [
        ("planned design", str(design["name"])),
        *(
            (f"areas {what}, planned and there", f"{NOT_SAID if planned is None else planned} and {n}")
            for what, planned, n in counts
        ),
        ("households in each area and wave, planned", NOT_SAID if asked is None else asked),
        *((f"fewest answers in a wave, {group}", str(n)) for group, n in came.answers.items()),
        ("planned comparison areas", listing(list(places.values())) or "none: the plan names no place"),
        *_change(
            numbers, came, is_whole=given.walk.numbers.keys() >= {"areas", "comparison_areas", "households"}
        ),
    ]
    warnings = [
        *(
            f"{count(planned, 'area')} {what} {one_or_more(planned, 'was', 'were')} planned, and {n} came."
            for what, planned, n in counts
            if planned is not None and planned != n
        ),
        *_answers(came, asked),
        *_places(places, came.comparison_areas),
        *_analysis(design, numbers, can.waves_before, can.waves_after),
    ]
    return Beside(tuple(rows), tuple(warnings))


def _change(numbers: Mapping[str, Any], came: Came, *, is_whole: bool) -> list[tuple[str, str]]:
    found = smallest(numbers)
    planned = f"can’t be worked out: {found}" if isinstance(found, str) else f"{found[1]:.1f} points of 100"
    if not is_whole:
        planned += ", with the programme’s numbers where the plan has none"
    if not came.is_share:
        return [
            ("planned smallest change", f"{planned}; the answers are not 0 or 1, so it says nothing here")
        ]
    ends = f"{100 * came.ci_low:.1f} to {100 * came.ci_high:.1f} points".replace("-", "−")
    half = 50 * (came.ci_high - came.ci_low)
    return [
        ("planned smallest change", planned),
        ("the interval that came out", f"{ends}, that is {half:.1f} points to each side"),
    ]


def _answers(came: Came, asked: str | None) -> list[str]:
    if asked is None:
        return []
    if not _is_number(asked):
        return ["The plan has no usable number of households, so answers can’t be set beside it."]
    return [
        f"An area of the {group} group has {count(n, 'answer')} in a wave, and {float(asked):g} were planned."
        for group, n in came.answers.items()
        if n < float(asked)
    ]


def _places(places: Mapping[str, str], areas: Collection[str]) -> list[str]:
    """Say which planned places are not among the areas, by code or by name."""
    if not places:
        return []
    there = {folded(area) for area in areas}
    lost = [name for code, name in places.items() if not {folded(code), folded(name)} & there]
    if not lost:
        return []
    verb = one_or_more(len(lost), "is", "are")
    return [
        f"{listing(lost)} {verb} planned to compare with and {verb} not among the comparison areas by that"
        " name or code. If others stand there, see how well they fit."
    ]


def _analysis(design: Mapping[str, Any], numbers: Mapping[str, Any], before: int, after: int) -> list[str]:
    found = []
    if not design["book_analyses"]:
        found.append(f"The plan leads to another design, “{design['name']}”. {design['analysis']}")
    if before > 1 or after > 1:
        found.append(
            f"The plan has {count(before, 'wave')} before and {after} after, and this takes one of each: its"
            " smallest change was reckoned with all of them."
        )
    if numbers.get("analysis") == ADJUSTED:
        found.append("The plan adjusts for the waves before, and this takes the change, which sees less.")
    return found


def _is_number(written: Any) -> bool:
    try:
        return float(written) == float(written)
    except (TypeError, ValueError):
        return False
