"""Do the types and the years of a policy say what its own words say?"""

import re
from collections.abc import Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.parts import parts_of
from resilience.checks.problem import Code, Problem
from resilience.checks.sentences import plainly
from resilience.records.policy import Action, Policy
from resilience.records.vocabulary import SourceKind

W258 = Code(
    "W258",
    "A start in the year of the news, though it had been done before",
    "The date of a page is not the date when a policy began.",
    "Find the first year or write null; where none was found, say in a caution which year this is.",
    "year_start: 2017\nsummary: Fees are waived, as in earlier years.",
)
W269 = Code(
    "W269",
    "Warm homes under two types",
    "Heating and insulation are fuel-poverty; repairs against damp, hazards and disrepair are healthy-homes.",
    "Keep the type that fits; where both do, say why in `provenance.notes`, with the names of both.",
    "types:\n  - fuel-poverty\n  - healthy-homes",
)

_TWO = ("fuel-poverty", "healthy-homes")
_BEFORE = re.compile(
    r"\bagain\b|\bonce more\b|\bas in (?:earlier|previous|past|other) years\b|\bas (?:last|every|each) year\b"
    r"|\bfor the (?:second|third|fourth|fifth|\d+(?:nd|rd|th)) (?:time|year)\b|\banother (?:round|year)\b",
    re.IGNORECASE,
)
_NEWS = re.compile(r"\b(?:news|press|article)\b", re.IGNORECASE)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at the types and the first year of each policy."""
    for part in corpus.parts(Policy):
        types = {slug for _, slug in part.texts("types")}
        notes = part.inside("provenance").text("notes")
        if types.issuperset(_TWO) and not all(slug in notes for slug in _TWO):
            yield part.problem(W269, "types", "fuel-poverty and healthy-homes stand together")
        yield from _year(part)


def _year(part: Part) -> Iterator[Problem]:
    year = part.number("year_start")
    words = [part.text("summary"), *(a.text("text") for a in parts_of(part.document) if a.model is Action)]
    if year is None or not (match := next(filter(None, map(_BEFORE.search, words)), None)):
        return
    shown, history = plainly(year), part.inside("provenance")
    told = any(shown in text for _, text in history.texts("cautions"))
    if not told and any(_is_news_of(shown, page) for page in _pages(history)):
        message = f"{shown} is the year of a news page, and its words say “{match[0]}”"
        yield part.problem(W258, "year_start", message)


def _pages(history: Part) -> list[dict[str, object]]:
    seen = history.data.get("seen")
    return [page for page in seen if isinstance(page, dict)] if isinstance(seen, list) else []


def _is_news_of(year: str, page: dict[str, object]) -> bool:
    what = str(page.get("what"))
    is_news = page.get("kind") == SourceKind.NEWS or _NEWS.search(what)
    return bool(is_news) and re.search(rf"(?<!\d){year}(?!\d)", f"{page.get('at')} {what}") is not None
