"""Is each result of one kind, under the heading where readers would look for it?"""

import re
from collections.abc import Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.parts import parts_of
from resilience.checks.problem import Code, Problem
from resilience.checks.sentences import listed
from resilience.records.study import Outcome, Study

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


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at what each result measures."""
    for study in corpus.parts(Study):
        cautions = [text for _, text in study.inside("provenance").texts("cautions")]
        for part in parts_of(study.document):
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
