"""Activities beside each other: the rows of a ranking, and charts of the sizes that share a measure."""

from dataclasses import dataclass

from resilience.findings.compared import Compared, SharedPanel, compared, shared_panels
from resilience.findings.headline import Headline
from resilience.findings.votes import direction_for
from resilience.records.vocabulary import Level
from resilience.site.pages import words
from resilience.site.pages.activity_answer import CostRow, answer
from resilience.site.pages.common import Pages
from resilience.site.pages.rating import rating_tag
from resilience.site.wording.values import Cell, Drawing, Link, Tag


@dataclass(frozen=True)
class Ranked:
    """An activity in a ranking for one group of outcomes."""

    slug: str
    activity: Link
    is_main: bool
    """Whether it is done for the group."""
    says: str | None
    level: Tag
    rank: int
    """The place of the level, the surest first."""
    is_studied: bool
    size: str
    pairs: float | None
    """What sizes are sorted by, as far as they share a measure."""
    cautions: tuple[str, ...]
    studies: int
    in_uk: int
    cost: str | None
    cost_study: Link | None
    councils: int


def ranking(pages: Pages, group: str) -> tuple[Ranked, ...]:
    """Rank the activities for a group of outcomes, the surest first."""
    levels = [level.slug for level in pages.base.rating.levels]
    return tuple(_ranked(pages, one, levels) for one in compared(pages, group))


def _ranked(pages: Pages, one: Compared, levels: list[Level]) -> Ranked:
    facts = answer(pages, one.cell.type)
    return Ranked(
        slug=one.slug,
        activity=pages.type_link(one.slug),
        is_main=one.cell.is_main,
        says=one.says,
        level=rating_tag(pages, one.cell.level),
        rank=levels.index(one.cell.level),
        is_studied=one.cell.level is not Level.NONE,
        size=size_shown(one.size),
        pairs=one.pairs,
        cautions=one.size.cautions,
        studies=len(one.studies),
        in_uk=one.in_uk,
        cost=_cost(facts.cost) if facts.cost else None,
        cost_study=facts.cost.study if facts.cost else None,
        councils=facts.councils,
    )


def size_shown(size: Headline) -> str:
    """Say the size after its measure; where none is told, what can be said instead, or else why."""
    if size.size:
        return size.says_shortly
    if size.instead:
        return words.sentence(f"{size.measure}: {size.instead}") + "."
    return f"{words.sentence(size.why_not.label)}." if size.why_not else ""


def _cost(row: CostRow) -> str | None:
    """Give an amount of money with its prices; a gain in health is no cost."""
    return f"{row.amount}; {row.prices}" if row.prices else None


def charts(pages: Pages, group: str) -> tuple[Drawing, ...]:
    """Draw the sizes that can stand on one axis, one chart for each measure that two activities share."""
    return tuple(_drawing(pages, one, group) for one in shared_panels(pages, group))


def _drawing(pages: Pages, shared: SharedPanel, group: str) -> Drawing:
    labels = {slug: type_.label for slug, type_ in pages.base.types.items()}
    rows: list[tuple[Cell, ...]] = [
        (
            f"{words.listing([labels[slug] for slug in types])}, {pages.base.cited[study.key]}",
            outcome.measure,
            *effect,
            direction_for(study, outcome).value,
            outcome.clear.value,
            outcome.estimand.value,
            outcome.better.value if outcome.better else None,
            study.is_opposite,
        )
        for types, (study, outcome, effect) in zip(shared.types, shared.panel.results, strict=True)
    ]
    scale = shared.panel.scale
    title = f"{pages.base.outcome_groups[group].label}: activities side by side"
    return Drawing("effects", title, "", "", tuple(rows), (scale.family.value, scale.unit))
