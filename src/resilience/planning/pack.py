"""The pack: all six steps, and the four pages that a group prints or keeps."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from resilience.planning import logic, measures, tasks
from resilience.planning.blocks import Said, Section, Step
from resilience.planning.fitting import Cut, Fixed, fitted
from resilience.planning.given import Given, Standing
from resilience.planning.paper import Head, Missing, Notes, Page
from resilience.planning.path import BY_NAME
from resilience.planning.steps import adapt, change, evaluate, options, place, share
from resilience.planning.walk import STEPS, Walk, write
from resilience.records.english import count, listing

STEP_BY_NAME: Mapping[str, Callable[[Given], Step]] = {
    "place": place.step,
    "change": change.step,
    "options": options.step,
    "adapt": adapt.step,
    "evaluate": evaluate.step,
    "share": share.step,
}
"""In the order of the path."""
PLAN = ("adapt",)
PAGES = (
    ("The place", ("place", "change")),
    ("Options, and why", ("options",)),
    ("The plan", PLAN),
    ("How we will know", ("evaluate", "share")),
)
"""What each page is called, and the steps that it holds."""
LARGEST_PICTURE = 24.0
"""Lines of a logic model that is drawn; a larger one stands as a list and a table."""
LONGEST_LINK = 400
"""Letters of an address that is printed; a longer one goes without the group's own words."""


@dataclass(frozen=True)
class Printed:
    """What stands on each page beside its content."""

    day: str
    """As people write it, such as `30 November 2026`; empty where it is not known."""
    address: str
    """The address of the page that shows the pack, without a query; empty where it has none."""


def steps_of(given: Given) -> dict[str, Step]:
    """Give what each step says."""
    return {name: step(given) for name, step in STEP_BY_NAME.items()}


def pages_of(given: Given, steps: Mapping[str, Step], printed: Printed) -> list[Page]:
    """Set what the steps say on four pages, each of which fits one side of A4 (`fitting`)."""
    link, about = link_of(given.walk, printed.address)
    head = Head(plan_of(given), printed.day, link, about)
    sides = [
        _side([steps[name] for name in names], _plan(given) if names == PLAN else First())
        for _, names in PAGES
    ]
    return [
        Page(number=number, of=len(PAGES), title=title, head=head, **side)
        for number, ((title, _), side) in enumerate(zip(PAGES, sides, strict=True), start=1)
    ]


@dataclass(frozen=True)
class First:
    """What stands on a page before its steps do, and what after them where there is room."""

    sections: tuple[Section, ...] = ()
    last: tuple[Section, ...] = ()
    picture: Mapping[str, Any] | None = None
    lines: float = 0
    """Of the picture."""


def _plan(given: Given) -> First:
    """Give the logic model, drawn where it is not too large, and who does what."""
    model, who = logic.model_of(given), tasks.section(given)
    lines = measures.picture(model)
    if not 0 < lines <= LARGEST_PICTURE:
        return First((_kept(logic.section(given)), _kept(who)))
    arrows = Section("The arrows of the logic model", tuple(map(Said, model.lost)), logic.as_table(model))
    last = (Section("What no record tells of it", model.notes),) if model.notes else ()
    return First((_kept(arrows), _kept(who)), last, logic.drawn(model), lines)


def _kept(section: Section) -> Section:
    return replace(section, kept=True)


def _side(steps: Sequence[Step], first: First) -> dict[str, Any]:
    """Give what stands on one page, by the names of `Page`."""
    parts = [(section, steps[0].name) for section in first.sections]
    parts += [part for step in steps for part in _sections(step, is_first=step is steps[0])]
    parts += [(section, steps[0].name) for section in first.last]
    missing = tuple(Missing(text, step.name) for step in steps for text in step.missing)
    fixed = Fixed(steps[0].answer, [one.text for one in missing], first.lines)
    cuts = fitted(fixed, [one for one, _ in parts])
    shown = [(cut, step) for cut, (_, step) in zip(cuts, parts, strict=True) if not cut.is_gone]
    gone = [(cut, step) for cut, (_, step) in zip(cuts, parts, strict=True) if cut.is_gone]
    notes = Notes()
    return {
        "answer": notes.all(steps[0].answer),
        "picture": first.picture,
        "sections": tuple(notes.section(cut.shown, _more(cut, step)) for cut, step in shown),
        "left_out": _left_out(gone),
        "missing": missing,
        "notes": notes.listed(),
    }


def _sections(step: Step, *, is_first: bool) -> list[tuple[Section, str]]:
    """Give the sections of a step; the answer of a second one on a page becomes a section of its own."""
    own = [] if is_first or not step.answer else [Section(BY_NAME[step.name].title, step.answer)]
    return [(one, step.name) for one in (*own, *step.sections) if not one.folded]


def _more(cut: Cut, step: str) -> str:
    left = [count(number, one) for number, one in zip(cut.left, ("sentence", "row"), strict=True) if number]
    return f"And {listing(left)} more: see {_where(step)}." if left else ""


def _left_out(gone: Sequence[tuple[Cut, str]]) -> str:
    """Name the first sections that there was no room for, and count the others."""
    if not gone:
        return ""
    steps = listing([_where(step) for step in dict.fromkeys(step for _, step in gone)])
    named = [f"“{cut.whole.heading}”" for cut, _ in gone[: measures.NAMED]]
    others = len(gone) - len(named)
    parts = [*named, *([count(others, "other part")] if others else [])]
    return f"No room here for {listing(parts)}: see {steps}."


def _where(step: str) -> str:
    return f"step {STEPS.index(step) + 1} of the path, {BY_NAME[step].title}"


def plan_of(given: Given) -> str:
    """Say of which place a plan is, and what the group wants to change."""
    common, walk = given.facts["common"], given.walk
    where = _where_it_is(given.standing) if given.standing else "A place not yet named"
    words = [common["problem_words"][one] for one in walk.problems]
    told = {common["problems"][one] for one in walk.problems}
    words += [common["groups"][one]["label"].lower() for one in walk.outcomes if one not in told]
    return f"{where}. To change: {'; '.join(words)}." if words else f"{where}. What to change is not chosen."


def _where_it_is(standing: Standing) -> str:
    """Name a place with its council, the council not twice where it stands in the name."""
    council = str(standing.file["name"])
    return f"{standing.name.removesuffix(f', {council}')}, {council}"


def link_of(walk: Walk, address: str) -> tuple[str, str]:
    """Give the address to print, and what it lacks where the whole one is too long."""
    whole = f"{address}?{write(walk)}"
    if len(whole) <= LONGEST_LINK:
        return whole, ""
    short = f"{address}?{write(replace(walk, aim='', model='', who=''))}"
    return short, "The whole link is too long to print: this one lacks the group’s own words and changes."
