"""What studies of an activity found: effects drawn where they can be, and every result by its direction."""

from collections import Counter, defaultdict

from ....records.study import Outcome, Study
from ....records.taxonomy import ActivityType
from ....records.vocabulary import Direction, Metric
from .. import words
from ..blocks import Block, Drawing, Line, Link, bullets, paragraph, table
from ..common import Pages, directions_in_words
from ..tables import study_table

LEAN = (
    "Abstracts tend to leave out results that show nothing, so a count of results leans towards benefit. "
    "It is not a success rate."
)
FEWEST_DRAWN = 2


def results(pages: Pages, type_: ActivityType, studies: list[Study]) -> list[Block | None]:
    """Show effects, directions by outcome, sets of results, and all studies."""
    if not studies:
        return [
            paragraph("No study of this activity is on record. We may not have looked in the right place.")
        ]
    outcomes = [outcome for study in studies for outcome in study.outcomes]
    tally = (
        f"{words.count(len(studies), 'study', 'studies')} with {words.count(len(outcomes), 'result')}: "
        f"{directions_in_words(outcomes)}."
    )
    return [
        paragraph(tally),
        paragraph(LEAN),
        _by_outcome(pages, studies),
        *_drawn(pages, type_, studies),
        *_sets(pages, outcomes),
        study_table(pages, "Studies of this activity", studies),
    ]


def _by_outcome(pages: Pages, studies: list[Study]) -> Block:
    tally = Counter((outcome.category, outcome.direction) for study in studies for outcome in study.outcomes)
    rows: list[list[Line]] = [
        [pages.outcome_link(slug), *(words.number(tally[slug, direction]) for direction in Direction)]
        for slug in pages.base.outcomes
        if any(tally[slug, direction] for direction in Direction)
    ]
    return table(
        "Results by outcome and by the way they point", ("Outcome", *(d.label for d in Direction)), rows
    )


def _drawn(pages: Pages, type_: ActivityType, studies: list[Study]) -> list[Block]:
    """Draw the effects on each metric of which there are two or more with an interval."""
    by_metric: dict[Metric, list[tuple[str | float | None, ...]]] = defaultdict(list)
    for study in studies:
        for outcome in study.outcomes:
            effect = outcome.effect
            if effect and effect.metric and effect.value is not None and effect.ci_low is not None:
                row = (
                    pages.base.cited[study.key],
                    outcome.measure,
                    outcome.direction.value,
                    effect.value,
                    effect.ci_low,
                    effect.ci_high,
                )
                by_metric[effect.metric].append(row)
    return [
        Drawing(
            "effects",
            f"{type_.label}: {metric.label.lower()}",
            "",
            "",
            tuple(by_metric[metric]),
            (metric.value,),
        )
        for metric in Metric
        if metric is not Metric.OTHER and len(by_metric[metric]) >= FEWEST_DRAWN
    ]


def _sets(pages: Pages, outcomes: list[Outcome]) -> list[Block]:
    slugs = dict.fromkeys(outcome.pool for outcome in outcomes if outcome.pool in pages.base.pools)
    lines: list[Line] = [
        [Link(pages.base.pools[slug].title, f"pools/{slug}"), f": {pages.base.pools[slug].use.label.lower()}"]
        for slug in slugs
        if slug
    ]
    return (
        [paragraph("Results brought together with others on one question:"), bullets(lines)] if lines else []
    )
