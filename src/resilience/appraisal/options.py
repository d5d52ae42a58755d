"""The options: every activity type with its scores on the grounds; what is not known has no score."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from ..assessment.ratings import Ratings
from ..evidence import EvidenceBase
from ..evidence.joins import Joins
from ..records.appraisal import AppraisalRules
from ..records.vocabulary import Level
from .place import Place


@dataclass(frozen=True)
class Option:
    """An activity type, scored for one place; a score runs from 0 to 100, None is not known."""

    slug: str
    label: str
    level: Level
    """Of evidence, as rated."""
    councils: int
    """Councils on record with a policy of the type."""
    done_here: bool
    done_by: tuple[str, ...]
    """Slugs of the programme's neighbourhoods on record with an activity of the type."""
    evaluated: int
    """Policies of the type that say that they were evaluated or monitored."""
    scores: Mapping[str, float | None]
    """By the name of the ground; the group's own score is not among them."""


def options_for(base: EvidenceBase, joins: Joins, ratings: Ratings, place: Place) -> list[Option]:
    """Score every activity type for a place, in the order of the code frame."""
    councils = {
        slug: len({policy.council for policy in joins.policies_by_type.get(slug, [])}) for slug in base.types
    }
    most = max(councils.values(), default=0)
    return [
        _option(base, joins, ratings, place, slug, councils[slug], 100 * councils[slug] / (most or 1))
        for slug in base.types
    ]


def _option(
    base: EvidenceBase, joins: Joins, ratings: Ratings, place: Place, slug: str, councils: int, reach: float
) -> Option:
    rules, rated = base.appraisal, ratings.of(slug)
    did = [one.neighbourhood.slug for one in joins.activities_by_type.get(slug, [])]
    done_by = tuple(name for name in base.neighbourhoods if name in did)
    evaluated = len(rated.experience.evaluated)
    return Option(
        slug=slug,
        label=base.types[slug].label,
        level=rated.level,
        councils=councils,
        done_here=place.slug in done_by,
        done_by=done_by,
        evaluated=evaluated,
        scores={
            "need": need_of(rules, slug, place.percentiles),
            "evidence": evidence_points(rules, rated.level),
            "experience": experience_points(
                rules,
                here=place.slug in done_by,
                elsewhere=any(name != place.slug for name in done_by),
                evaluated=evaluated > 0,
            ),
            "reach": reach if councils else None,
        },
    )


def need_of(rules: AppraisalRules, slug: str, percentiles: Mapping[str, float]) -> float | None:
    """Give the mean percentile of the figures linked to a type; None where none is known."""
    linked = [name for one in rules.needs if one.type == slug for name in one.indicators]
    known = [percentiles[name] for name in linked if name in percentiles]
    return fmean(known) if known else None


def evidence_points(rules: AppraisalRules, level: Level) -> float | None:
    """Give what a level is worth; None where it says that nothing is known.

    Raises StopIteration where the rules leave the level out.
    """
    return next(one.points for one in rules.evidence if one.level is level)


def experience_points(rules: AppraisalRules, *, here: bool, elsewhere: bool, evaluated: bool) -> float | None:
    """Add up the points of each kind of experience on record; None where there is none."""
    points = rules.experience
    held = ((here, points.here), (elsewhere, points.programme), (evaluated, points.evaluated))
    return float(sum(worth for is_so, worth in held if is_so)) if any(is_so for is_so, _ in held) else None
