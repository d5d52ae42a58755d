"""Studies of an activity as the rules of rating see them, and those that are left out, with the reason."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from ..evidence import EvidenceBase
from ..records.rating import RatingRules
from ..records.study import Study
from ..records.vocabulary import Direction, Read, Tier
from ..synthesis.directions import direction_of_study
from ..synthesis.rating import StudyFacts


class LeftOut(NamedTuple):
    """A study that the rating does not count, and why."""

    study: Study
    why: str


def has_result(study: Study) -> bool:
    """Say whether the direction of any result was seen."""
    return any(outcome.direction is not Direction.UNCLEAR for outcome in study.outcomes)


def facts_of(base: EvidenceBase, studies: Iterable[Study]) -> tuple[list[StudyFacts], list[LeftOut]]:
    """Reduce studies to facts; each study is either in one of the facts or left out."""
    tiers = tiers_of(base.rating)
    left_out: list[LeftOut] = []
    reports: dict[str, list[Study]] = defaultdict(list)
    for study in studies:
        if not has_result(study):
            left_out.append(LeftOut(study, "no result that points one way was seen"))
        elif study.of_exposure:
            left_out.append(LeftOut(study, "it is of an exposure, not of an activity"))
        else:
            reports[study.companion_of or study.key].append(study)
    found = []
    for key, group in reports.items():
        main = next((study for study in group if study.key == key), group[0])
        left_out += [
            LeftOut(study, "it is a further report of a study that counts")
            for study in group
            if study is not main
        ]
        found.append(_facts(base, main, group, tiers))
    return found, left_out


def tiers_of(rules: RatingRules) -> dict[str, Tier]:
    """Give the tier of each design."""
    return {design: tier.slug for tier in rules.tiers for design in tier.designs}


def _facts(base: EvidenceBase, main: Study, group: list[Study], tiers: dict[str, Tier]) -> StudyFacts:
    rules = base.rating
    quality = " ".join(study.quality or "" for study in group).lower()
    return StudyFacts(
        key=main.key,
        tier=tiers[main.design],
        direction=direction_of_study([outcome.direction for study in group for outcome in study.outcomes]),
        similar=any(study.in_uk or study.country in rules.similar_places for study in group),
        abstract_only=all(study.provenance.read is not Read.FULL_TEXT for study in group),
        weak=any(word in quality for word in rules.weak_words),
        team=frozenset(author for study in group for author in _authors(base, study)),
    )


def _authors(base: EvidenceBase, study: Study) -> tuple[str, ...]:
    work = base.references.get(study.key)
    return tuple(name for name in work.authors if name != "others") if work else ()
