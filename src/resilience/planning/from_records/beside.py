"""What a neighbourhood took on, beside what the path says for the same place and outcomes.

Where they differ each reason is a fact on record. Why people chose as they did no rule tells: only their own
words do.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from resilience.appraisal import Option, Ranked, Tier, options_of
from resilience.appraisal.options import Figures, need_of
from resilience.findings.view import Findings
from resilience.findings.votes import why_left_out
from resilience.places.initiative import ENQUIRY
from resilience.planning.given import Given
from resilience.records.neighbourhood import Activity, NearbyAction, Neighbourhood
from resilience.records.vocabulary import Level, LevelKind, Nation


class Why(StrEnum):
    """Why an activity does not lead, or is no option at all."""

    WAY_OF_WORKING = "way-of-working"
    OTHER_AIM = "other-aim"
    """It is done for none of the outcomes, and was studied for none."""
    NO_FIGURE = "no-figure"
    LESS_NEEDED = "less-needed"
    NOT_STUDIED = "not-studied"
    NO_AIM = "no-aim"
    """It is not done for this outcome, and was not studied for it."""
    LEVEL = "level"
    OTHERS = "others"


@dataclass(frozen=True)
class Reason:
    """A fact that keeps an activity from the first tier."""

    why: Why
    outcomes: tuple[str, ...] = ()
    """The groups of outcomes that it is about."""
    level: Level | None = None
    need: int | None = None
    """Of 100 places of the nation, how many are better off on the figures that tell its need."""
    usual: int | None = None
    """The same on average over all activities whose need a figure tells."""


@dataclass(frozen=True)
class Beside:
    """An activity type as the neighbourhood has it on record, and as the path has it."""

    type: str
    did: tuple[Activity, ...]
    worked_on: tuple[Activity, ...]
    """Activities of another type that it was the topic of."""
    nearby: tuple[NearbyAction, ...]
    """What others did near by, which was no part of the programme."""
    tier: Tier | None
    """None where the path does not rank it."""
    reasons: tuple[Reason, ...]
    since: Mapping[int, int]
    """Studies that came out after the programme, by year."""
    until: int
    """Studies that were out by then."""


def last_year(findings: Findings) -> int:
    """Give the last year in which any neighbourhood of the programme has an activity on record."""
    places = findings.base.neighbourhoods.values()
    return max((one.year for place in places for one in place.activities if one.year), default=0)


def beside(
    findings: Findings, place: Neighbourhood, given: Given
) -> tuple[tuple[Beside, ...], tuple[Beside, ...]]:
    """Give the types that a neighbourhood took on, and those that the path puts first and it did not.

    `given` is what the steps of the example are given; none of either where nothing could be ranked.
    """
    standing, (ranking, _) = given.standing, given.ranked
    if standing is None or ranking is None:
        return (), ()
    outcomes = given.walk.outcomes
    options, known = options_of(findings, _nation(standing.nation)), standing.known
    ranked = {one.option.slug: one for one in ranking.ranked}
    end = last_year(findings)

    needs = [need.span.mid for one in options if (need := need_of(one, known))]

    def row(option: Option) -> Beside:
        own = ranked.get(option.slug)
        did = [one for one in place.activities if option.slug in _types(findings, place, one)]
        about = [one for one in place.activities if option.slug in one.topic]
        years = _years(findings, option.slug)
        return Beside(
            type=option.slug,
            did=tuple(did),
            worked_on=tuple(about),
            nearby=tuple(one for one in place.nearby if one.type == option.slug),
            tier=None if own is None or option.slug == ENQUIRY else own.tier,
            reasons=_reasons(option, own, outcomes, need_of(option, known), needs),
            since={year: n for year, n in sorted(years.items()) if year > end},
            until=sum(n for year, n in years.items() if year <= end),
        )

    rows = [row(option) for option in options]
    taken = sorted(
        (one for one in rows if one.did or one.worked_on),
        key=lambda one: -len(one.did) - len(one.worked_on),
    )
    place_of = list(ranked)
    first = [one for one in rows if one.tier is Tier.LEADS and one not in taken]
    return tuple(taken), tuple(sorted(first, key=lambda one: place_of.index(one.type)))


def _nation(name: str) -> Nation:
    return next(one for one in Nation if one.value == name)


def _types(findings: Findings, place: Neighbourhood, activity: Activity) -> tuple[str, ...]:
    return findings.joins.typed_of(place.slug, activity).types


def _years(findings: Findings, slug: str) -> Counter[int]:
    """Count the studies that looked at an activity by the year in which they came out."""
    works = findings.base.references
    studies = (one for one in findings.joins.studies_by_type.get(slug, []) if not why_left_out(one, slug))
    return Counter(year for one in studies if (year := works[one.key].year))


def _reasons(
    option: Option, own: Ranked | None, outcomes: tuple[str, ...], need: Figures | None, needs: list[float]
) -> tuple[Reason, ...]:
    if option.slug == ENQUIRY:
        return (Reason(Why.WAY_OF_WORKING),)
    if own is None:
        return (Reason(Why.OTHER_AIM),)
    if own.tier is Tier.LEADS:
        return ()
    gaps = [name for name in outcomes if name not in option.levels]
    found = [
        *_of_need(need, needs),
        *_about(Why.NOT_STUDIED, [name for name in gaps if name in option.aims]),
        *_about(Why.NO_AIM, [name for name in gaps if name not in option.aims]),
        *(reason for name in outcomes if name in option.levels for reason in _of_level(option, name)),
    ]
    return tuple(found) or (Reason(Why.OTHERS),)


def _of_need(need: Figures | None, needs: list[float]) -> list[Reason]:
    if need is None:
        return [Reason(Why.NO_FIGURE)]
    own, usual = round(need.span.mid), round(fmean(needs))
    return [Reason(Why.LESS_NEEDED, need=own, usual=usual)] if own < usual else []


def _about(why: Why, outcomes: list[str]) -> list[Reason]:
    return [Reason(why, tuple(outcomes))] if outcomes else []


def _of_level(option: Option, outcome: str) -> list[Reason]:
    """Give the level by the first table of rules where it is early, or says no help."""
    level = next(one for one in Level if one.value == option.levels[outcome][0])
    helps = level.kind is LevelKind.HELPS and level is not Level.EARLY
    return [] if helps else [Reason(Why.LEVEL, (outcome,), level)]
