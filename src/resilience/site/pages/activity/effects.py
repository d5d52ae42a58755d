"""Effects of an activity: a chart for each scale, and a table of the numbers that no chart shows."""

from collections.abc import Sequence

from resilience.findings.effect_panels import NotDrawn, Panel, effect_panels
from resilience.findings.votes import columns_of, direction_for
from resilience.records.study import Outcome, Study
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Cell, Drawing, Line, table
from resilience.site.pages.common import Pages


def effects(pages: Pages, found: Sequence[tuple[Study, Outcome]]) -> list[Block]:
    """Draw results that speak to one activity, and list those with a number that can't be drawn."""
    panels, rest = effect_panels(pages.base, found)
    return [*(_drawing(pages, panel) for panel in panels), _rest(pages, rest)]


def _drawing(pages: Pages, panel: Panel) -> Drawing:
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


def _rest(pages: Pages, rest: Sequence[NotDrawn]) -> Block:
    rows: list[tuple[Line, ...]] = [
        (
            pages.study_link(study.key),
            words.sentence(outcome.measure),
            _number(outcome),
            _side(study, outcome),
            words.sentence(why),
        )
        for study, outcome, why in rest
    ]
    header = ("Study", "Measured", "Number", "With the activity", "Why it is in no chart")
    return table("Numbers that no chart shows", header, rows)


def _number(outcome: Outcome) -> str:
    unit = f" ({outcome.unit})" if outcome.unit else ""
    return words.effect(outcome.effect) + unit


def _side(study: Study, outcome: Outcome) -> str:
    turned = " (found for the opposite, turned over)" if study.is_opposite else ""
    return direction_for(study, outcome).label + turned
