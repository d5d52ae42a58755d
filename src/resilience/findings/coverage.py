"""What the studies cover: designs, places, years, and how much of each was read."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from resilience.findings.view import Findings
from resilience.findings.votes import is_similar, tiers_of
from resilience.records.study import Study
from resilience.records.vocabulary import Read
from resilience.tables.frame import frame

if TYPE_CHECKING:
    import pandas as pd

NATIONS = {
    "GB-ENG": "England",
    "GB-NIR": "Northern Ireland",
    "GB-SCT": "Scotland",
    "GB-WLS": "Wales",
}
INTERNATIONAL = "International"
NOT_SEEN = "Place not seen"
FEWEST_NAMED = 3
OTHERS = "Other places, each with fewer"
UK, SIMILAR, ELSEWHERE, NOT_SEEN = (
    "United Kingdom",
    "Similar places",
    "Elsewhere or several",
    "Place not seen",
)
PARTS = (UK, SIMILAR, ELSEWHERE, NOT_SEEN)
FAIR, SILENT = "Say whether they differ", "Do not say"


def where(study: Study) -> str:
    """Name the countries of a study, such as `England; United States`."""
    if study.countries:
        return "; ".join(country_name(code) for code in study.countries)
    return INTERNATIONAL if study.scope else NOT_SEEN


@cache
def country_name(code: str) -> str:
    """Name a country by its ISO 3166-1 code, or a nation of the UK; an unknown code stands for itself.

    Names are those of Unicode's Common Locale Data Repository.
    """
    names = Locale("en", "GB").territories
    return NATIONS.get(code) or names.get(code, code)


def designs_by_type(findings: Findings) -> "pd.DataFrame":
    """Count studies by activity type and what their comparison can show: row, column, n."""
    tiers = {tier.slug: tier.label for tier in findings.base.rating.tiers}
    tier_of = tiers_of(findings.base.rating)
    counts = Counter(
        (slug, tiers[tier_of[study.comparison]])
        for study in findings.base.studies.values()
        for slug in study.types
    )
    return _pairs(findings, counts, tiers.values())


def places(findings: Findings) -> "pd.DataFrame":
    """Count studies by where they were done: label, n; places with few are put together."""
    counts = Counter(where(study) for study in findings.base.studies.values())
    named = [{"label": name, "n": n} for name, n in counts.items() if n >= FEWEST_NAMED]
    rest = sum(n for n in counts.values() if n < FEWEST_NAMED)
    return frame([*named, *([{"label": OTHERS, "n": rest}] if rest else [])])


def places_by_type(findings: Findings) -> "pd.DataFrame":
    """Count studies by activity type and part of the world: row, column, n.

    The parts are those that the rules of rating tell apart: the United Kingdom, places held to be similar,
    and all others.
    """
    counts = Counter(
        (slug, _part(findings, study)) for study in findings.base.studies.values() for slug in study.types
    )
    return _pairs(findings, counts, PARTS)


def _part(findings: Findings, study: Study) -> str:
    if study.in_uk:
        return UK
    if not study.countries and study.scope is None:
        return NOT_SEEN
    return SIMILAR if is_similar(study, findings.base.rating) else ELSEWHERE


def _pairs(findings: Findings, counts: Counter[tuple[str, str]], columns: Iterable[str]) -> "pd.DataFrame":
    return frame(
        [
            {"row": type_.label, "column": label, "n": counts[slug, label]}
            for slug, type_ in findings.base.types.items()
            for label in columns
            if counts[slug, label]
        ]
    )


def fairness_by_type(findings: Findings) -> "pd.DataFrame":
    """Count studies by type and by whether they compare better-off and worse-off people: row, column, n."""
    counts = Counter(
        (slug, FAIR if study.inequality else SILENT)
        for study in findings.base.studies.values()
        for slug in study.types
    )
    return _pairs(findings, counts, (FAIR, SILENT))


def reading(findings: Findings) -> "pd.DataFrame":
    """Count studies by what was read and what they tell; one can stand in several rows: label, n."""
    studies = list(findings.base.studies.values())
    held = {
        "Read as an abstract only": [study.provenance.read is Read.ABSTRACT for study in studies],
        "Checked by a person": [study.provenance.checked is not None for study in studies],
        "Say whether better-off and worse-off people differ": [bool(study.inequality) for study in studies],
        "With a statement on quality": [bool(study.quality) for study in studies],
        "With a number and its interval": [
            any(one.has_number and one.has_interval for one in study.outcomes) for study in studies
        ],
    }
    return frame([{"label": label, "n": sum(found)} for label, found in held.items()])
