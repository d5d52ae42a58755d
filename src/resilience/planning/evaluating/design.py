"""The design that is recommended from what is possible, by the rule of `designs.yml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from resilience.planning.blocks import Said, Section, Source
from resilience.planning.walk import YES, Walk
from resilience.records.english import count, listing, spelled
from resilience.synthesis.planned import number_of

Design = Mapping[str, Any]
COUNTED = ("areas", "comparison_areas", "waves_before", "waves_after")
ONE_AREA = {"areas": 1, "comparison_areas": 1}
SHOWN = 3
"""How many ways to a design that can tell an effect are named."""
RULE = Source("the rule, with all designs", page="book/programme/plan-evaluation#how-a-design-is-recommended")


@dataclass(frozen=True)
class Possible:
    """What a group says is possible."""

    lots: bool
    areas: int
    comparison_areas: int
    waves_before: int
    waves_after: int


def possible(walk: Walk, start: Mapping[str, Any]) -> Possible:
    """Read what is possible; a number that is not given, or can't be read, is that of the start.

    A group that says nothing of areas has one, its own, and can find one to compare.
    """
    told = {name: _counted(walk.numbers, start, name) for name in COUNTED}
    return Possible(walk.lots == YES, **(told if says_areas(walk) else told | ONE_AREA))


def says_areas(walk: Walk) -> bool:
    """Say whether a group has told how many areas it has or can compare with."""
    return any(name in walk.numbers for name in ONE_AREA)


def unreadable(walk: Walk) -> list[str]:
    """Name the counts in the link that can't be read."""
    return [name for name in COUNTED if name in walk.numbers and _read(name, walk.numbers[name]) is None]


def _counted(numbers: Mapping[str, str], start: Mapping[str, Any], name: str) -> int:
    read = _read(name, numbers[name]) if name in numbers else None
    return int(start[name]) if read is None else read


def _read(name: str, text: str) -> int | None:
    try:
        number = int(number_of(name, text))
    except (ValueError, OverflowError):
        return None
    return number if number >= 0 else None


def recommended(designs: Sequence[Design], given: Possible) -> Design:
    """Give the first design whose needs are met; the last one needs nothing."""
    return next(one for one in designs if not unmet(one, given))


def unmet(design: Design, given: Possible) -> list[str]:
    """Say as clauses what a design needs that is not possible."""
    needs = design["needs"]
    found = [_WORDS[name](needs[name]) for name in COUNTED if getattr(given, name) < needs[name]]
    return ["draw by lot who has it first", *found] if needs["lots"] and not given.lots else found


_WORDS = {
    "areas": lambda n: f"have {count(n, 'area')} with the activity",
    "comparison_areas": lambda n: f"find {count(n, 'comparison area')}",
    "waves_before": lambda n: f"measure {_times(n)} before it starts",
    "waves_after": lambda n: f"measure {_times(n)} afterwards",
}


def _several(n: int, one: str) -> str:
    return count(n, one) if n else f"no {one}"


def _times(n: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(n, f"{spelled(n)} times")


def answer(design: Design) -> Said:
    """Give the design in a sentence, with what the book's own analysis makes of it where that refuses."""
    says = f"{design['name']} ({design['known_as']})."
    if not design["tells_effect"]:
        says = f"{design['name']}: you can’t tell an effect, that is, what the activity changed."
    refusal = "" if design["book_analyses"] else f" {design['analysis']}"
    return Said(f"{says}{refusal}", sources_of(design), _SURE)


_SURE = "guidance on the design of studies, put in order by the editors of this book."


def sources_of(design: Design) -> tuple[Source, ...]:
    """Give the guidance that a design rests on."""
    return tuple(Source(**one) for one in design["sources"])


def joined(designs: Sequence[Design], given: Possible, start: Mapping[str, Any]) -> Said:
    """Say what it would be with the areas of the programme, for a group that has not said how many it has."""
    more = replace(given, areas=start["areas"], comparison_areas=start["comparison_areas"])
    other = recommended(designs, more)
    return Said(
        "This takes one area, your own, and one to compare, for you have not said how many you have. With the"
        f" programme’s {in_words(more).partition(';')[0]} it would be: {_small(other['name'])}.",
        sources_of(other),
        _SURE,
    )


def section(designs: Sequence[Design], given: Possible) -> Section:
    """Say how it is done, what it can tell and could not tell, and what would tell more."""
    design = recommended(designs, given)
    said = [
        Said(f"Taken as possible: {in_words(given)}."),
        Said(f"How: {_small(design['does'])}"),
        Said(f"It can tell: {_small(design['tells'])}"),
        *(Said(f"It could not tell: {_small(one)}") for one in design["cannot_tell"]),
        Said(f"Why this one: {_small(design['why'])}", (*sources_of(design), RULE), _SURE),
        *([Said(design["analysis"])] if design["book_analyses"] else []),
        *_more(designs, design, given),
    ]
    return Section("A design from what is possible", tuple(said))


def in_words(given: Possible) -> str:
    """Say what is possible."""
    lots = "who has it first is drawn by lot" if given.lots else "no lot is drawn"
    areas = f"{_several(given.areas, 'area')} with the activity"
    others = f"{_several(given.comparison_areas, 'comparison area')}"
    waves = f"{_times(given.waves_before)} before and {_times(given.waves_after)} after"
    return f"{areas} and {others}; measured {waves}; {lots}"


def _more(designs: Sequence[Design], chosen: Design, given: Possible) -> list[Said]:
    """Say what it would take to tell an effect, the least first; nothing where the chosen design can."""
    if chosen["tells_effect"]:
        return []
    others = [(unmet(one, given), one) for one in designs if one["tells_effect"]]
    nearest = sorted(others, key=lambda pair: len(pair[0]))[:SHOWN]
    return [
        Said(
            f"To tell an effect you would have to {listing(lacking)}: {_small(one['name'])}.",
            sources_of(one),
            _SURE,
        )
        for lacking, one in nearest
    ]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
