"""Do the design and the scope of a study say what its own words say?"""

import re
from collections.abc import Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.place_names import is_country, places_named
from resilience.checks.problem import Code, Problem
from resilience.checks.sentences import shortened
from resilience.records.study import Study
from resilience.records.vocabulary import Design, Scope

W265 = Code(
    "W265",
    "A systematic review that calls itself another kind",
    "Scoping, rapid and narrative reviews search or weigh studies less fully, and their own design says so.",
    "Write `design: scoping-review`; where the words are of something else, say it in other words.",
    "design: systematic-review\nsummary: A rapid review of 18 studies.",
)
W266 = Code(
    "W266",
    "An international study whose words name one place",
    "Readers ask whether a study was done in a place like theirs.",
    "Name up to five countries under `countries` and leave `scope` out; "
    "where it is more or was not named, let `country_note` say the place.",
    "scope: international\ncountry_note: international\nsummary: Twelve North American studies.",
)

_SYSTEMATIC = (Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS)
_LESSER = re.compile(
    r"\b(?:narrative|scoping|rapid) (?:(?:literature|evidence|umbrella) )?(?:reviews?|overview|assessment)\b",
    re.IGNORECASE,
)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Compare codes of each study with its words and with its title."""
    titles = {work.key: work.text("title") for work in corpus.works}
    for part in corpus.parts(Study):
        if part.text("design") in _SYSTEMATIC:
            yield from _design(part, titles.get(part.document.name, ""))
        if part.text("scope") == Scope.INTERNATIONAL:
            yield from _scope(part)


def _design(part: Part, title: str) -> Iterator[Problem]:
    notes = part.inside("provenance").text("notes")
    for text in (title, part.text("summary"), part.text("quality"), notes):
        if match := _LESSER.search(text):
            message = f"{part.text('design')} is coded, but its words say {shortened(match[0].lower())}"
            yield part.problem(W265, "design", message)
            return


def _scope(part: Part) -> Iterator[Problem]:
    note = part.text("country_note")
    if is_country(note):
        yield part.problem(W266, "scope", f"the country is named: {shortened(note)}")
    elif not places_named(note):
        # Where the note names a place beside others, or a continent, readers are told.
        told = places_named(f"{part.text('summary')} {part.text('setting')}")
        if len(told) == 1:
            yield part.problem(W266, "scope", f"the words name {told[0]} and no other place")
