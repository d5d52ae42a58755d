"""Does the same thing stand in the evidence twice?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from resilience.checks.corpus import Corpus, original_of
from resilience.checks.problem import Code, Problem, shortened
from resilience.evidence.kinds import BIBLIOGRAPHY
from resilience.records.policy import Policy

T = TypeVar("T")

E151 = Code(
    "E151",
    "Two works with one DOI",
    "The same results would count twice.",
    "Merge the two records under one key; a further report of a study says `companion_of`.",
    "doi = {10.1186/1471-2458-6-81}, in two entries",
)
E152 = Code(
    "E152",
    "Two works with one title",
    E151.why,
    "Merge them; where they do differ, write the title as the source does, with its part or edition.",
    "title = {Fuel poverty}, in two entries of one year",
)
E153 = Code(
    "E153",
    "Two policies of one council with one title",
    "The same policy would count twice.",
    "Merge them; where they do differ, add the year or area to the title.",
    "title: Homes for All, in two files of one council",
)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Compare works with works, and policies with policies."""
    shown = corpus.shown(BIBLIOGRAPHY)
    dois = ((work.text("doi").casefold(), work) for work in corpus.works)
    for work, first in _repeated(dois):
        message = f"the DOI of {work.key} is that of {first.key}"
        yield E151.found(shown, work.line_of("doi"), message, field=f"{work.key}.doi")
    titles = (
        (f"{plain(work.text('title'))} {work.text('year')}", work)
        for work in corpus.works
        if work.text("title")
    )
    for work, first in _repeated(titles):
        message = f"the title and year of {work.key} are those of {first.key}"
        yield E152.found(shown, work.line_of("title"), message, field=f"{work.key}.title")
    policies = corpus.names("policy")
    # A copy by its name is a problem of its own.
    named = (
        (part, part.text("council"), plain(part.text("title")))
        for part in corpus.parts(Policy)
        if original_of(part.document.name) not in policies
    )
    for part, other in _repeated(
        (f"{council} {title}", part) for part, council, title in named if council and title
    ):
        message = f"{shortened(part.text('title'))} is also the title of {other.document.name}"
        yield part.problem(E153, "title", message)


def plain(title: str) -> str:
    """Reduce a title to its words, so that case and punctuation make no difference."""
    return " ".join(re.findall(r"\w+", title.casefold()))


def _repeated(pairs: Iterable[tuple[str, T]]) -> Iterator[tuple[T, T]]:
    """Pair each thing whose name was met before with the first that bore it."""
    groups: dict[str, list[T]] = defaultdict(list)
    for name, thing in pairs:
        if name:
            groups[name].append(thing)
    for first, *others in groups.values():
        yield from ((other, first) for other in others)
