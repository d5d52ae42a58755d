"""Do the codes of a record say what its own words say?"""

import re
from collections.abc import Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.place_names import is_country, places_named
from resilience.checks.problem import Code, Problem, listed, plainly, shortened
from resilience.records.policy import Action, Policy
from resilience.records.study import Outcome, Study
from resilience.records.vocabulary import Design, Scope, SourceKind

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
W267 = Code(
    "W267",
    "One result for two kinds of outcome",
    "It counts under one heading only, and says nothing of each by itself.",
    "Give each a result of its own; "
    "where the source has them together, name both words in a caution or in `note`.",
    "category: wellbeing\nmeasure: wellbeing and frailty",
)
W268 = Code(
    "W268",
    "Satisfaction with a place under wellbeing",
    "Wellbeing is how people feel about their lives, not about their street or home.",
    "Choose `housing-conditions`, `social-connectedness` or `other`.",
    "category: wellbeing\nmeasure: neighbourhood satisfaction",
)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Compare codes of studies, results and policies with their words."""
    yield from _studies(corpus)
    yield from _results(corpus)
    yield from _policies(corpus)


_SYSTEMATIC = (Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS)
_LESSER = re.compile(
    r"\b(?:narrative|scoping|rapid) (?:(?:literature|evidence|umbrella) )?(?:reviews?|overview|assessment)\b",
    re.IGNORECASE,
)


def _studies(corpus: Corpus) -> Iterator[Problem]:
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


_TWO = ("fuel-poverty", "healthy-homes")
_BEFORE = re.compile(
    r"\bagain\b|\bonce more\b|\bas in (?:earlier|previous|past|other) years\b|\bas (?:last|every|each) year\b"
    r"|\bfor the (?:second|third|fourth|fifth|\d+(?:nd|rd|th)) (?:time|year)\b|\banother (?:round|year)\b",
    re.IGNORECASE,
)
_NEWS = re.compile(r"\b(?:news|press|article)\b", re.IGNORECASE)


def _policies(corpus: Corpus) -> Iterator[Problem]:
    """Look at the types and the first year of each policy."""
    for part in corpus.parts(Policy):
        types = {slug for _, slug in part.texts("types")}
        notes = part.inside("provenance").text("notes")
        if types.issuperset(_TWO) and not all(slug in notes for slug in _TWO):
            yield part.problem(W269, "types", "fuel-poverty and healthy-homes stand together")
        yield from _year(part)


def _year(part: Part) -> Iterator[Problem]:
    year = part.number("year_start")
    words = [part.text("summary"), *(a.text("text") for a in part.document.parts if a.model is Action)]
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


_KINDS = {
    "body": r"mortality|deaths|illness|asthma|frailty|obesity|diabetes|allerg(?:y|ies)|hypertension|falls"
    r"|injuries|disability|blood pressure|physical (?:health|activity)|respiratory|cardiovascular|metabolic",
    "mind": r"depression|anxiety|distress|mental health|suicide|well-?being|quality of life"
    r"|life satisfaction",
    "connection": r"loneliness|isolation|social (?:support|capital|cohesion|relationships)|trust"
    r"|sense of community",
    "money": r"employment|unemployment|income|debts?|earnings|wages",
    "safety": r"crime|burglary|violence|antisocial behaviour",
    "home": r"warmth|housing conditions",
    "services": r"admissions|prescriptions|consultations",
}
# A list names outcomes at the end of its items; elsewhere the same words say whose outcome it is, or of what.
_ENDS = {kind: re.compile(rf"\b({words})(?: scores?)?$", re.IGNORECASE) for kind, words in _KINDS.items()}
_BETWEEN = re.compile(r"[,;:()]\s*|\s+(?:and|or)\s+")
_OF_A_PLACE = re.compile(
    r"\b(?:neighbourhood|area|estate|street|housing|home) satisfaction\b"
    r"|satisf\w+ with (?:(?:the|their|where|local) )*(?:neighbourhood|area|estate|place|home|housing)\b",
    re.IGNORECASE,
)


def _results(corpus: Corpus) -> Iterator[Problem]:
    """Look at what each result measures."""
    for study in corpus.parts(Study):
        cautions = [text for _, text in study.inside("provenance").texts("cautions")]
        for part in study.document.parts:
            if part.model is Outcome:
                yield from _joined(part, cautions)
                if part.text("category") == "wellbeing" and _OF_A_PLACE.search(part.text("measure")):
                    yield part.problem(W268, "category", "satisfaction with a place is coded as wellbeing")


def _joined(part: Part, cautions: list[str]) -> Iterator[Problem]:
    found: dict[str, str] = {}
    for item in _BETWEEN.split(part.text("measure")):
        for kind, pattern in _ENDS.items():
            if match := pattern.search(item.strip()):
                found.setdefault(kind, match[1].casefold())
    told = " ".join((part.text("note"), *cautions)).casefold()
    if len(found) > 1 and not all(word in told for word in found.values()):
        yield part.problem(W267, "measure", f"one result is of {listed(found.values())}")
