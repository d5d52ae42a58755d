"""What studies of an activity say: level, size and reasons by outcome, results, charts, exposures."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resilience.findings.effect_panels import NotDrawn, Panel, effect_panels
from resilience.findings.pool_members import of_exposure
from resilience.findings.ratings import RatedCell
from resilience.findings.votes import columns_of, direction_for, has_result, speaks_to, tiers_of
from resilience.rating import Change, Step
from resilience.records.study import Outcome, Study
from resilience.records.taxonomy import ActivityType
from resilience.records.vocabulary import Direction, Level, Tier
from resilience.site.pages import words
from resilience.site.pages.activity_answer import studies_of
from resilience.site.pages.common import (
    Pages,
    direction_tag,
    directions_in_words,
    results_in_words,
    study_where,
)
from resilience.site.pages.rating import rating_tag
from resilience.site.wording.values import Anchor, Cell, Drawing, Link, Tag

Found = tuple[Study, Outcome]
MOST_NAMED = 4


@dataclass(frozen=True)
class Reason:
    """One rule that was looked at, and some of the studies behind it."""

    says: str
    decided: bool
    studies: tuple[Link, ...]
    more: int


@dataclass(frozen=True)
class Otherwise:
    """What would change a level, or read it otherwise, and the level then."""

    slug: str
    what: str
    level: str


@dataclass(frozen=True)
class Judged:
    """One group of outcomes that was studied: its level and size, and why."""

    anchor: Anchor
    label: str
    is_main: bool
    level: Tag
    meaning: str
    size: str
    short_size: str
    study: Link | None
    rests_on: str
    cautions: tuple[str, ...]
    about_scale: tuple[str, ...]
    studies: int
    reasons: tuple[Reason, ...]
    raised_by: tuple[Otherwise, ...]
    lowered_by: tuple[Otherwise, ...]
    readings: tuple[Otherwise, ...]


@dataclass(frozen=True)
class NumberRow:
    """A number that no chart shows, and why."""

    study: Link
    measure: str
    number: str
    direction: str
    turned: bool
    why: str


@dataclass(frozen=True)
class StudyRow:
    """A study, with its results by direction."""

    study: Link
    title: str
    design: str
    where: str
    results: str


@dataclass(frozen=True)
class OutcomeRow:
    """How many results on an outcome point each way, in the order of the directions."""

    outcome: Link
    counts: tuple[int, ...]


@dataclass(frozen=True)
class SetLink:
    """A set of results that some results on the activity stand in."""

    set: Link
    use: str


@dataclass(frozen=True)
class Evidence:
    """The studies of an activity, their results and charts."""

    studies: tuple[StudyRow, ...]
    telling: int
    """Studies with a result that says which way it goes."""
    comparing: int
    """Those of them that compare, or review studies that do."""
    results: int
    tally: str
    directions: tuple[str, ...]
    by_outcome: tuple[OutcomeRow, ...]
    charts: tuple[Drawing, ...]
    """Those on main aims first."""
    numbers: tuple[NumberRow, ...]
    sets: tuple[SetLink, ...]
    where: tuple[str, ...]


@dataclass(frozen=True)
class LivingRow:
    """A result on what people live with."""

    study: Link
    what: str
    measure: str
    direction: Tag
    number: str


@dataclass(frozen=True)
class Living:
    """What living with something goes with; no activity is judged by it."""

    tally: str
    rows: tuple[LivingRow, ...]
    sets: tuple[SetLink, ...]


def judged(pages: Pages, slug: str) -> tuple[Judged, ...]:
    """Give each group of outcomes that was studied, main aims first."""
    return tuple(_judged(pages, cell) for cell in pages.ratings.of(slug).studied)


def _judged(pages: Pages, cell: RatedCell) -> Judged:
    raised_by, lowered_by = cell.changes
    size = pages.size_of(cell)
    return Judged(
        anchor=Anchor(f"why-{cell.group.slug}"),
        label=cell.group.label,
        is_main=cell.is_main,
        level=rating_tag(pages, cell.level),
        meaning=pages.base.rating.of_level[cell.level].meaning,
        size=size.says,
        short_size=size.says_shortly,
        study=pages.study_link(size.study.key) if size.study else None,
        rests_on=size.rests_on,
        cautions=size.cautions,
        about_scale=size.about_scale,
        studies=len(pages.answers.grounds(cell.type.slug, cell.group.slug).counted),
        reasons=tuple(_reasons(pages, cell.rating.steps)),
        raised_by=tuple(_change(pages, one) for one in raised_by),
        lowered_by=tuple(_change(pages, one) for one in lowered_by),
        readings=tuple(
            Otherwise(one.slug, one.label, _label(pages, one.level))
            for one in cell.readings
            if one.level is not cell.level
        ),
    )


def _reasons(pages: Pages, steps: Sequence[Step]) -> Iterator[Reason]:
    """Give the rules in order; studies that an earlier one has named are not named again."""
    told: set[tuple[str, ...]] = set()
    for step in steps:
        keys = () if step.keys in told else step.keys
        told.add(step.keys)
        named = tuple(pages.study_link(key) for key in keys[:MOST_NAMED])
        yield Reason(step.sentence, step.fired, named, len(keys) - len(named))


def _change(pages: Pages, one: Change) -> Otherwise:
    return Otherwise("", one.sentence, _label(pages, one.level))


def _label(pages: Pages, level: Level) -> str:
    return pages.base.rating.of_level[level].label.lower()


def evidence(pages: Pages, type_: ActivityType) -> Evidence:
    """Give the studies that studied the activity, and what they found."""
    own = studies_of(pages, type_.slug)
    found = [(study, one) for study in own for one in study.outcomes if speaks_to(one, type_.slug)]
    telling = [study for study in own if has_result(study)]
    tiers = tiers_of(pages.base.rating)
    panels, rest = effect_panels(pages.base, found)
    places = Counter(study_where(study) for study in own)
    main = [*type_.main_outcomes]
    return Evidence(
        studies=tuple(_study(pages, study) for study in _by_name(pages, own)),
        telling=len(telling),
        comparing=sum(tiers[study.comparison] is not Tier.OTHER for study in telling),
        results=len(found),
        tally=directions_in_words(direction_for(study, one) for study, one in found),
        directions=tuple(direction.label for direction in Direction),
        by_outcome=_by_outcome(pages, found),
        charts=tuple(
            _chart(pages, panel) for panel in sorted(panels, key=lambda one: one.scale.column not in main)
        ),
        numbers=tuple(_number(pages, one) for one in rest),
        sets=_sets(pages, type_, own, living=False),
        where=tuple(
            f"{place} ({number})"
            for place, number in sorted(places.items(), key=lambda one: (-one[1], one[0]))
        ),
    )


def _by_name(pages: Pages, studies: Sequence[Study]) -> list[Study]:
    return sorted(studies, key=lambda study: pages.base.cited[study.key].lower())


def _study(pages: Pages, study: Study) -> StudyRow:
    return StudyRow(
        study=pages.study_link(study.key),
        title=pages.base.references[study.key].title or words.NO_TITLE,
        design=study.design.label,
        where=study_where(study),
        results=results_in_words(study),
    )


def _by_outcome(pages: Pages, found: Sequence[Found]) -> tuple[OutcomeRow, ...]:
    tally = Counter((one.category, direction_for(study, one)) for study, one in found)
    return tuple(
        OutcomeRow(pages.outcome_link(slug), tuple(tally[slug, direction] for direction in Direction))
        for slug in pages.base.outcomes
        if any(tally[slug, direction] for direction in Direction)
    )


def _chart(pages: Pages, panel: Panel) -> Drawing:
    rows: list[tuple[Cell, ...]] = [
        (
            pages.base.cited[study.key],
            outcome.measure,
            *effect,
            direction_for(study, outcome).value,
            outcome.clear.value,
            outcome.estimand.value,
            outcome.better.value if outcome.better else None,
            study.is_opposite,
        )
        for study, outcome, effect in panel.results
    ]
    scale = panel.scale
    return Drawing("effects", _about(pages, panel), "", "", tuple(rows), (scale.family.value, scale.unit))


def _about(pages: Pages, panel: Panel) -> str:
    """Name the group of outcomes, and those of its outcomes that the results are on."""
    group = columns_of(pages.base)[panel.scale.column]
    on = {outcome.category for _, outcome, _ in panel.results}
    labels = [category.label for slug, category in pages.base.outcomes.items() if slug in on]
    return group if labels == [group] else f"{group}: {words.listing([label.lower() for label in labels])}"


def _number(pages: Pages, one: NotDrawn) -> NumberRow:
    unit = f" ({one.outcome.unit})" if one.outcome.unit else ""
    return NumberRow(
        study=pages.study_link(one.study.key),
        measure=words.sentence(one.outcome.measure),
        number=words.effect(one.outcome.effect) + unit,
        direction=direction_for(one.study, one.outcome).label,
        turned=one.study.is_opposite,
        why=words.sentence(one.why),
    )


def living(pages: Pages, type_: ActivityType) -> Living:
    """Give what people live with, and what that goes with; nothing of it is counted elsewhere."""
    studies = pages.joins.studies_by_type.get(type_.slug, [])
    found = [
        (study, outcome)
        for study in studies
        if study.of_exposure and not study.is_off_topic(type_.slug)
        for outcome in study.outcomes
        if speaks_to(outcome, type_.slug)
    ]
    rows = tuple(
        LivingRow(
            study=pages.study_link(study.key),
            what=words.sentence(study.intervention),
            measure=words.sentence(outcome.measure),
            direction=direction_tag(study, outcome),
            number=words.effect(outcome.effect),
        )
        for study, outcome in found
    )
    tally = directions_in_words([outcome.direction for _, outcome in found], of_exposure=True)
    return Living(tally, rows, _sets(pages, type_, studies, living=True))


def _sets(
    pages: Pages, type_: ActivityType, studies: Sequence[Study], *, living: bool
) -> tuple[SetLink, ...]:
    """Link the sets in which results on an activity stand; with `living`, those of what people live with.

    A set that holds a single result of what people live with is one of these, for it can't say what helps.
    """
    slugs = dict.fromkeys(
        outcome.pool
        for study in studies
        if not study.is_off_topic(type_.slug)
        for outcome in study.outcomes
        if outcome.pool in pages.base.pools and speaks_to(outcome, type_.slug)
    )
    exposures = of_exposure(pages.base)
    return tuple(
        SetLink(pages.pool_link(slug), pages.base.pools[slug].use.label.lower())
        for slug in slugs
        if slug and (slug in exposures) is living
    )
