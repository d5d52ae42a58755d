"""How small a change an evaluation with the group's numbers would see, beside what studies found."""

from collections.abc import Mapping, Sequence
from typing import Any

from resilience.planning.blocks import Said, Section, Source, Table
from resilience.planning.walk import Walk
from resilience.records.english import listing
from resilience.synthesis import CannotPool
from resilience.synthesis.planned import Planned, planned
from resilience.synthesis.power import power_of, smallest_change

HEADING = "The smallest change that it would see"
METHOD = Source("how it is worked out", page="book/programme/plan-evaluation#how-it-is-worked-out")
SURE = "a formula that rests on how alike people in one area are, which is assumed."
MEANS = "the least difference that such an evaluation would notice four times in five"
NOT_SEEN = (
    "It could not tell a smaller change from chance. If it finds nothing clear, that does not show that"
    " nothing changed."
)
NO_ACTIVITY = "No activity is chosen, so nothing that studies found can be set beside the smallest change."
HEADS = ("What studies found", "Activity", "Change, in people of 100", "Would yours see it?")


def smallest(numbers: Mapping[str, Any]) -> tuple[Planned, float] | str:
    """Give the plan and the smallest change in points of 100, or say why there is none."""
    try:
        wanted = planned(numbers)
    except CannotPool as reason:
        return str(reason)
    return wanted, 100 * smallest_change(wanted.plan)


def answer(numbers: Mapping[str, Any], *, is_own: bool = True) -> Said:
    """Give it in a sentence that says what it is, and whose areas it reckons with if not the group's own."""
    found = smallest(numbers)
    if isinstance(found, str):
        return Said(f"The smallest change that it would see can’t be worked out. {found}", (METHOD,))
    plan = found[0].plan
    whose = "" if is_own else f" with the programme’s {plan.areas} and {plan.comparison_areas} areas"
    return Said(
        f"Smallest change{whose}: {found[1]:.1f} points of 100 ({MEANS}).",
        (METHOD,),
        SURE,
    )


def section(facts: Mapping[str, Any], walk: Walk, numbers: Mapping[str, Any]) -> Section | None:
    """Say how likely the change that is hoped for would be seen, and what studies found; or nothing."""
    said: list[Said] = []
    found = smallest(numbers)
    change = None if isinstance(found, str) else found[1]
    if not isinstance(found, str):
        hoped = found[0].change
        chance = 100 * power_of(found[0].plan, hoped)
        said.append(
            Said(
                f"If the true difference is {100 * hoped:g} points, it would be noticed in about"
                f" {chance:.0f} of 100 evaluations like this.",
                (METHOD,),
                SURE,
            )
        )
        said += map(Said, found[0].plan.notes)
        said.append(Said(NOT_SEEN))
    sizes = [one for slug in walk.activities for group in walk.outcomes for one in _of(facts, slug, group)]
    if walk.activities and walk.outcomes and not sizes:
        said.append(Said(_nothing(facts, walk)))
    caption = "What studies of the chosen activities found, on the same kind of scale"
    table = Table(caption, HEADS, tuple(_row(facts, one, change) for one in sizes)) if sizes else None
    return Section(HEADING, tuple(said), table) if said or table else None


def _of(facts: Mapping[str, Any], slug: str, group: str) -> list[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = facts["evaluate"]["sizes"].get(slug, {}).get(group, ())
    return [{**one, "type": slug} for one in found]


def _nothing(facts: Mapping[str, Any], walk: Walk) -> str:
    types, groups = facts["common"]["types"], facts["common"]["groups"]
    activities = listing([types[slug]["label"].lower() for slug in walk.activities])
    outcomes = listing([f"“{groups[slug]['label']}”" for slug in walk.outcomes])
    return (
        f"No study of {activities} on record tells its result on {outcomes} in people of 100, so nothing can"
        " be set beside it. Points of a scale of questions are another thing."
    )


def _row(facts: Mapping[str, Any], one: Mapping[str, Any], smallest_seen: float | None) -> tuple[Said, ...]:
    points = one["points"]
    ends = "interval not seen" if one["low"] is None else f"{one['low']:.1f} to {one['high']:.1f}"
    study = Source(facts["evaluate"]["cited"][one["study"]], page=f"studies/{one['study']}")
    return (
        Said(one["measure"], (study,), one["sure"]),
        Said(facts["common"]["types"][one["type"]]["label"]),
        Said(f"{points:+.1f} ({ends}), {one['side']}".replace("-", "−")),
        Said(_seen(abs(points), smallest_seen)),
    )


def _seen(points: float, smallest_seen: float | None) -> str:
    if smallest_seen is None:
        return "can’t be told"
    if points >= smallest_seen:
        return "likely, if it is as large where you are"
    return f"likely not: it is below {smallest_seen:.1f}"
