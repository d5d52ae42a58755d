"""The pack: all six steps, and the four pages that a group prints or keeps."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from resilience.planning import logic, tasks
from resilience.planning.blocks import Section, Step
from resilience.planning.fitting import Cut, fitted
from resilience.planning.given import Given
from resilience.planning.paper import Missing, Notes, Page
from resilience.planning.stations import STATIONS
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
    plan = plan_of(given)
    link, about = link_of(given.walk, printed.address)
    found = []
    for at, (title, names) in enumerate(PAGES):
        own = [steps[name] for name in names]
        answer = own[0].answer
        missing = [Missing(text, step.name) for step in own for text in step.missing]
        parts = [part for step in own for part in _sections(step, is_first=step is own[0])]
        if names == PLAN:
            parts = [(logic.section(given), "adapt"), *parts, (tasks.section(given), "adapt")]
        cuts = fitted(answer, [section for section, _ in parts], [one.text for one in missing])
        notes = Notes()
        found.append(
            Page(
                number=at + 1,
                of=len(PAGES),
                title=title,
                plan=plan,
                answer=notes.all(answer),
                sections=tuple(
                    notes.section(cut.section, _more(cut, name))
                    for cut, (_, name) in zip(cuts, parts, strict=True)
                ),
                missing=tuple(missing),
                notes=notes.listed(),
                day=printed.day,
                link=link,
                about_link=about,
            )
        )
    return found


def _sections(step: Step, *, is_first: bool) -> list[tuple[Section, str]]:
    """Give the sections of a step; the answer of a second one on a page becomes a section of its own."""
    own = [] if is_first or not step.answer else [Section(STATIONS[step.name].title, step.answer)]
    return [(section, step.name) for section in (*own, *step.sections) if not section.folded]


def _more(cut: Cut, step: str) -> str:
    left = [count(number, one) for number, one in ((cut.sentences, "sentence"), (cut.rows, "row")) if number]
    if not left:
        return ""
    return f"And {listing(left)} more: see step {STEPS.index(step) + 1} of the path, {STATIONS[step].title}."


def plan_of(given: Given) -> str:
    """Say of which place a plan is, and what the group wants to change."""
    common, walk = given.facts["common"], given.walk
    where = given.standing.name if given.standing else "A place not yet named"
    words = [common["problem_words"][one] for one in walk.problems]
    told = {common["problems"][one] for one in walk.problems}
    words += [common["groups"][one]["label"].lower() for one in walk.outcomes if one not in told]
    return f"{where}. To change: {'; '.join(words)}." if words else f"{where}. What to change is not chosen."


def link_of(walk: Walk, address: str) -> tuple[str, str]:
    """Give the address to print, and what it lacks where the whole one is too long."""
    whole = f"{address}?{write(walk)}"
    if len(whole) <= LONGEST_LINK:
        return whole, ""
    short = f"{address}?{write(replace(walk, aim='', model='', who=''))}"
    return short, "The whole link is too long to print: this one lacks the group’s own words and changes."
