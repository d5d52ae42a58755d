"""What the studies cover: designs, places, years, and how much of each was read."""

from collections import Counter
from collections.abc import Callable, Iterable

import pandas as pd

from ..evidence import EvidenceBase
from ..evidence.shares import Share, shares_frame
from ..records.study import Study
from ..records.vocabulary import Read
from .study_facts import tiers_of

FEWEST_NAMED = 3
OTHERS = "Other places, each with fewer"
UK, SIMILAR, ELSEWHERE, NOT_SEEN = (
    "United Kingdom",
    "Similar places",
    "Elsewhere or several",
    "Place not seen",
)
PARTS = (UK, SIMILAR, ELSEWHERE, NOT_SEEN)


def designs_by_type(base: EvidenceBase) -> pd.DataFrame:
    """Count studies by activity type and what their design can show: row, column, n."""
    tiers = {tier.slug: tier.label for tier in base.rating.tiers}
    tier_of = tiers_of(base.rating)
    counts = Counter(
        (slug, tiers[tier_of[study.design]]) for study in base.studies.values() for slug in study.types
    )
    return _pairs(base, counts, tiers.values())


def places(base: EvidenceBase) -> pd.DataFrame:
    """Count studies by place as records write it: label, n; places with few are put together."""
    counts = Counter(_place(study) for study in base.studies.values())
    named = [{"label": name, "n": n} for name, n in counts.items() if n >= FEWEST_NAMED]
    rest = sum(n for n in counts.values() if n < FEWEST_NAMED)
    return pd.DataFrame([*named, *([{"label": OTHERS, "n": rest}] if rest else [])])


def places_by_type(base: EvidenceBase) -> pd.DataFrame:
    """Count studies by activity type and part of the world: row, column, n.

    The parts are those that the rules of rating tell apart: the United Kingdom, places held to be similar,
    and all others.
    """
    counts = Counter((slug, _part(base, study)) for study in base.studies.values() for slug in study.types)
    return _pairs(base, counts, PARTS)


def _part(base: EvidenceBase, study: Study) -> str:
    if study.in_uk:
        return UK
    if study.country is None:
        return NOT_SEEN
    return SIMILAR if study.country in base.rating.similar_places else ELSEWHERE


def _pairs(base: EvidenceBase, counts: Counter[tuple[str, str]], columns: Iterable[str]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"row": type_.label, "column": label, "n": counts[slug, label]}
            for slug, type_ in base.types.items()
            for label in columns
            if counts[slug, label]
        ]
    )


def _place(study: Study) -> str:
    name = study.country or "place not seen"
    return name[:1].upper() + name[1:]


def uk_share_by_type(base: EvidenceBase) -> pd.DataFrame:
    """Give the share of studies from the UK for each type that has studies, with its interval."""
    return _share_by_type(base, lambda study: study.in_uk)


def equity_share_by_type(base: EvidenceBase) -> pd.DataFrame:
    """Give the share of studies that say whether better-off and worse-off people differ, for each type."""
    return _share_by_type(base, lambda study: bool(study.inequality))


def _share_by_type(base: EvidenceBase, holds: Callable[[Study], bool]) -> pd.DataFrame:
    shares = {}
    for slug, type_ in base.types.items():
        if found := [holds(study) for study in base.studies.values() if slug in study.types]:
            shares[type_.label] = Share(sum(found), len(found))
    return shares_frame(shares)


def reading(base: EvidenceBase) -> pd.DataFrame:
    """Give shares of all studies: what was read, by whom, and what they tell of fairness and numbers."""
    studies = list(base.studies.values())
    held = {
        "Read as an abstract only": [study.provenance.read is Read.ABSTRACT for study in studies],
        "Coded by two people": [study.provenance.coders != "single" for study in studies],
        "Say whether better-off and worse-off people differ": [bool(study.inequality) for study in studies],
        "With a statement on quality": [bool(study.quality) for study in studies],
        "With a number and its interval": [_has_interval(study) for study in studies],
    }
    return shares_frame({name: Share(sum(found), len(found)) for name, found in held.items()})


def _has_interval(study: Study) -> bool:
    return any(
        outcome.effect and None not in (outcome.effect.value, outcome.effect.ci_low, outcome.effect.ci_high)
        for outcome in study.outcomes
    )
