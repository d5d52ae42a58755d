"""Do the files of scales, designs and option appraisal name what there is, and can their numbers be true?"""

from collections.abc import Iterator, Mapping

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem, listed, meant, plainly, shortened
from resilience.records.appraisal import AppraisalRules, Need, NeedFigures
from resilience.records.evaluation_design import EvaluationDesign, Needs
from resilience.records.place_figures import NationFigures, PlaceFigures
from resilience.records.scale import Scale
from resilience.records.taxonomy import ActivityType
from resilience.synthesis.power import FEWEST_AREAS

E341 = Code(
    "E341",
    "A scale whose ends are the wrong way round",
    "Pages say from where to where a scale goes; which end is better is said by `better`.",
    "Give the lowest score as `low` and the highest as `high`.",
    "range:\n  low: 57\n  high: 0",
)
E342 = Code(
    "E342",
    "A smallest change that the scale has no room for",
    "Nobody's score can change by more than the whole scale.",
    "Look at the source again: the number may be of another version of the scale.",
    "range:\n  low: 0\n  high: 6\nsmallest_change:\n  value: 8",
)
E343 = Code(
    "E343",
    "Words that name two scales",
    "A result that is named by them could be of either.",
    "Keep them where they fit, or make them longer for one of the two.",
    "words:\n  - SF-36, under two scales",
)
E344 = Code(
    "E344",
    "A design that the book's own analysis refuses",
    "A group would gather its data and then be turned away.",
    f"Give `book_analyses` as false, or ask for {FEWEST_AREAS} areas in each group and a wave on each side.",
    "needs:\n  areas: 2\n  comparison_areas: 2\nbook_analyses: true",
)
E345 = Code(
    "E345",
    "A design that is never recommended",
    "The first design whose needs are met is recommended, and one before it needs no more.",
    "Put the design with more needs first, or give it another need.",
    "designs:\n  - slug: two-areas, with needs of areas: 2\n  - slug: four-areas, with needs of areas: 4",
)
E331 = Code(
    "E331",
    "A figure that the places of a nation do not have",
    "The need for the activity can't be told by it there.",
    "Use a figure that place-figures.yml has for the nation, or none.",
    "needs:\n  - type: fuel-poverty\n    figures:\n      wales:\n        - fuel_poverty",
)
E333 = Code(
    "E333",
    "A figure and a part of it",
    "The part would count twice in the need for the activity.",
    "Keep the one that is nearer to what the activity is for.",
    "needs:\n  - type: clean-streets\n    figures:\n      england:\n        - crime\n        - antisocial",
)
W332 = Code(
    "W332",
    "Activity types whose need is not spoken of",
    "A group would see no need for them and not know why.",
    "Add them to `needs`, with `why`, also where no figure tells their need.",
    "needs: []",
)


ANALYSED = {
    "areas": FEWEST_AREAS,
    "comparison_areas": FEWEST_AREAS,
    "waves_before": 1,
    "waves_after": 1,
}
"""What `resilience places evaluate` asks for at least."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at the scales, at the designs of evaluations, and at the rules of option appraisal."""
    yield from _scales(corpus)
    yield from _designs(corpus)
    yield from _appraisal(corpus)


def _scales(corpus: Corpus) -> Iterator[Problem]:
    """Look at the ends of each scale, at its smallest change and at the words that name it."""
    owners: dict[str, Part] = {}
    for part in corpus.parts(Scale):
        yield from _numbers(part)
        for index, words in part.texts("words"):
            first = owners.setdefault(words.casefold(), part)
            if first is not part:
                message = f"the words “{shortened(words)}” name the scale {shortened(first.text('slug'))} too"
                yield part.problem(E343, ("words", index), message)


def _numbers(part: Part) -> Iterator[Problem]:
    ends = part.inside("range")
    low, high = ends.number("low"), ends.number("high")
    if low is None or high is None:
        return
    if low >= high:
        yield ends.problem(E341, "high", f"the highest score {plainly(high)} is not above {plainly(low)}")
        return
    change = part.inside("smallest_change")
    value = change.number("value")
    if value is not None and value > high - low:
        message = f"a change of {plainly(value)} does not fit from {plainly(low)} to {plainly(high)}"
        yield change.problem(E342, "value", message)


def _designs(corpus: Corpus) -> Iterator[Problem]:
    """Look at what each design needs, beside what the analysis asks for and what those before it need."""
    before: list[tuple[str, dict[str, float]]] = []
    for part in corpus.parts(EvaluationDesign):
        needs = _needs(part)
        refused = any(needs[name] < least for name, least in ANALYSED.items())
        if refused and part.data.get("book_analyses") is True:
            yield part.problem(E344, "book_analyses", "the analysis refuses what this design needs at least")
        for slug, earlier in before:
            if all(earlier[name] <= needs[name] for name in needs):
                yield part.problem(E345, "needs", f"{shortened(slug)} stands before it and needs no more")
                break
        before.append((part.text("slug"), needs))


def _needs(part: Part) -> dict[str, float]:
    asked = part.inside("needs")
    numbers = {name: asked.number(name) or 0 for name in Needs.model_fields if name != "lots"}
    return {"lots": float(asked.data.get("lots") is True), **numbers}


def _appraisal(corpus: Corpus) -> Iterator[Problem]:
    """Look at the figures and types that the rules name."""
    dictionary = next(iter(corpus.valid("place-figures", PlaceFigures).values()), None)
    for nation in dictionary.nations if dictionary else ():
        for links in corpus.parts(NeedFigures):
            yield from _links(links, nation)
    spoken_of = {need.text("type") for need in corpus.parts(Need)}
    silent = [slug for slug in corpus.slugs(ActivityType) if slug not in spoken_of]
    for rules in corpus.parts(AppraisalRules):
        if silent:
            yield rules.problem(W332, "needs", f"nothing is said of {listed(silent)}")


def _links(links: Part, nation: NationFigures) -> Iterator[Problem]:
    """Look at the figures that tell a need in a nation."""
    field, parts = nation.nation.name.lower(), {one.key: one.part_of for one in nation.figures}
    linked = links.texts(field)
    keys = {key for _, key in linked}
    for place, key in linked:
        if key not in parts:
            message = f"{nation.nation.label} has no figure {shortened(key)}"
            mend = f"{meant(key, parts)} {E331.mend}".strip()
            yield links.problem(E331, (field, place), message, mend)
        elif twice := next((whole for whole in _wholes(key, parts) if whole in keys), None):
            yield links.problem(E333, (field, place), f"{key} is a part of {twice}, which is linked too")


def _wholes(key: str, parts: Mapping[str, str | None]) -> Iterator[str]:
    """Yield what a figure is a part of, the nearest first."""
    seen = {key}
    while (whole := parts.get(key)) and whole not in seen:
        yield whole
        seen.add(whole)
        key = whole
