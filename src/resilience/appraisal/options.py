"""The grounds and the options: every activity type with its scores; what is not known has no score."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import NamedTuple

from resilience.appraisal.place import Place
from resilience.findings.view import Findings
from resilience.records.appraisal import AppraisalRules
from resilience.records.vocabulary import Level


class Ground(NamedTuple):
    """One ground: the name of its weight, its label, and what a score of 100 means."""

    name: str
    label: str
    meaning: str


GROUNDS = (
    Ground(
        "need",
        "Need",
        "100: on the figures linked to it the place is worse off than every ward on record; "
        "where no figure tells it, the place's mean over the other activities counts",
    ),
    Ground("evidence", "Evidence", "100: the evidence is strong for every main aim that was studied"),
    Ground(
        "experience",
        "Experience",
        "100: done elsewhere in the programme, and by a council with an evaluation or monitoring figures",
    ),
    Ground("community", "Community", "100: the group gave it 10 out of 10"),
)
COMMUNITY = "community"


@dataclass(frozen=True)
class Option:
    """An activity type, scored for one place; a score runs from 0 to 100, None is not known."""

    slug: str
    label: str
    levels: Mapping[str, Level]
    """Of evidence, by the groups of outcomes that the activity is done for."""
    councils: int
    """Councils on record with a policy of the type; it gives no points."""
    done_here: bool
    """Whether the place itself is on record with it; it gives no points."""
    done_by: tuple[str, ...]
    """Slugs of the programme's neighbourhoods on record with an activity of the type."""
    evaluated: int
    """Policies of the type for which an evaluation or monitoring figures were seen."""
    need_known: bool
    """Whether a figure tells the need; else the place's mean over the other activities stands in."""
    scores: Mapping[str, float | None]
    """By the name of the ground; the group's own score is not among them."""


def options_for(findings: Findings, place: Place) -> list[Option]:
    """Score every activity type for a place, in the order of the code frame."""
    needs = {slug: need_of(findings.base.appraisal, slug, place.percentiles) for slug in findings.base.types}
    known = [need for need in needs.values() if need is not None]
    mean = fmean(known) if known else None
    return [_option(findings, place, slug, needs[slug], mean) for slug in findings.base.types]


def _option(
    findings: Findings,
    place: Place,
    slug: str,
    need: float | None,
    mean_need: float | None,
) -> Option:
    rules, rated = findings.base.appraisal, findings.ratings.of(slug)
    did = [one.neighbourhood.slug for one in findings.joins.activities_by_type.get(slug, [])]
    done_by = tuple(name for name in findings.base.neighbourhoods if name in did)
    evaluated = rated.experience.looked_at
    levels = {cell.group.slug: cell.level for cell in rated.main}
    return Option(
        slug=slug,
        label=findings.base.types[slug].label,
        levels=levels,
        councils=len({policy.council for policy in findings.joins.policies_by_type.get(slug, [])}),
        done_here=place.slug in done_by,
        done_by=done_by,
        evaluated=evaluated,
        need_known=need is not None,
        scores={
            "need": mean_need if need is None else need,
            "evidence": evidence_points(rules, levels.values()),
            "experience": experience_points(
                rules, elsewhere=any(name != place.slug for name in done_by), evaluated=evaluated > 0
            ),
        },
    )


def need_of(rules: AppraisalRules, slug: str, percentiles: Mapping[str, float]) -> float | None:
    """Give the mean percentile of the figures linked to a type; None where none is known."""
    linked = [name for one in rules.needs if one.type == slug for name in one.indicators]
    known = [percentiles[name] for name in linked if name in percentiles]
    return fmean(known) if known else None


def evidence_points(rules: AppraisalRules, levels: Iterable[Level]) -> float | None:
    """Give the mean of what the levels of the main aims are worth; None where none of them was studied.

    Raises KeyError where the rules leave a level out.
    """
    worth = {one.level: one.points for one in rules.evidence}
    known = [points for level in levels if (points := worth[level]) is not None]
    return fmean(known) if known else None


def experience_points(rules: AppraisalRules, *, elsewhere: bool, evaluated: bool) -> float | None:
    """Add up the points of each kind of experience on record; None where there is none."""
    points = rules.experience
    held = ((elsewhere, points.programme), (evaluated, points.evaluated))
    return float(sum(worth for is_so, worth in held if is_so)) if any(is_so for is_so, _ in held) else None
