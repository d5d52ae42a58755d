"""Do the lists that give slugs keep them apart?"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem, meant, shortened
from resilience.records.base import Record
from resilience.records.editorial import Concept, Lead
from resilience.records.evaluation_design import EvaluationDesign
from resilience.records.policy import Council
from resilience.records.scale import Scale
from resilience.records.taxonomy import ActivityType, Domain, OutcomeCategory, OutcomeGroup, Theme

E281 = Code(
    "E281",
    "An exclusion that leads nowhere",
    "Coders must know where else to put what does not belong here.",
    "End the line with the slug of a type in brackets; put `or` between two.",
    "excludes:\n  - litter picks (cleaning)",
)
W282 = Code(
    "W282",
    "A term under two types",
    "The matcher can't tell the two apart by it.",
    "Keep it where it fits better, or make both longer.",
    "terms:\n  - community garden",
)
E283 = Code(
    "E283",
    "A slug given twice",
    "Only one of the two could be reached.",
    "Give one another slug, or merge them.",
    "slug: green-space, twice",
)
W284 = Code(
    "W284",
    "A type apart from the others of its domain",
    "Lists on pages follow the order of the file, and would show the domain twice.",
    "Move it to the other types of its domain, in the order of `domains`.",
    "domain: living-environment, below a type of economic-systems",
)
E285 = Code(
    "E285",
    "A problem under two groups of outcomes",
    "Readers choose by their problem, and one word can't lead to two pages.",
    "Keep it where more of its results are, or say what differs.",
    "problems:\n  - debt, under money and under mind",
)

_SLUGS_AT_END = re.compile(r"\(([^()]*)\)$")
_BETWEEN = re.compile(r",\s*|\s+or\s+")

_NAMED: tuple[tuple[type[Record], str], ...] = (
    (ActivityType, "slug"),
    (Domain, "slug"),
    (Theme, "slug"),
    (OutcomeCategory, "slug"),
    (OutcomeGroup, "slug"),
    (Council, "slug"),
    (Scale, "slug"),
    (EvaluationDesign, "slug"),
    (Lead, "key"),
    (Concept, "key"),
)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at the code frame and at the lists of slugs."""
    types = corpus.slugs(ActivityType)
    for part in corpus.parts(ActivityType):
        for index, text in part.texts("excludes"):
            for slug in _SLUGS_AT_END.findall(text)[-1:]:
                if unknown := [name for name in _BETWEEN.split(slug) if name not in types]:
                    message = f"{shortened(unknown[0])} is no activity type that we know"
                    yield part.problem(E281, ("excludes", index), message, meant(unknown[0], types))
    yield from _twice(corpus)
    yield from _shared(corpus, ActivityType, "terms", W282, "term")
    yield from _shared(corpus, OutcomeGroup, "problems", E285, "problem")
    yield from _order(corpus)


def _twice(corpus: Corpus) -> Iterator[Problem]:
    for model, field in _NAMED:
        first = corpus.slugs(model, field)
        for part in corpus.parts(model):
            slug = part.text(field)
            if slug and first[slug] is not part:
                yield part.problem(E283, field, f"{shortened(slug)} stands twice")


def _shared(corpus: Corpus, model: type[Record], field: str, code: Code, what: str) -> Iterator[Problem]:
    """Find words that stand twice in a list field of the records of a kind, whatever their case."""
    owners: dict[str, list[tuple[Part, int]]] = defaultdict(list)
    for part in corpus.parts(model):
        for index, words in part.texts(field):
            owners[words.casefold()].append((part, index))
    for words, ((first, _), *others) in owners.items():
        for part, index in others:
            where = "here already" if part is first else f"also under {first.text('slug')}"
            yield part.problem(code, (field, index), f"the {what} {shortened(words)} stands {where}")


def _order(corpus: Corpus) -> Iterator[Problem]:
    places = {slug: place for place, slug in enumerate(corpus.slugs(Domain))}
    known = [part for part in corpus.parts(ActivityType) if part.text("domain") in places]
    for before, part in pairwise(known):
        if places[part.text("domain")] < places[before.text("domain")]:
            message = f"{part.text('slug')} stands below a type of {before.text('domain')}"
            yield part.problem(W284, "domain", message)
