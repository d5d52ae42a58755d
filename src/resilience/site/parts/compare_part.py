"""`ranking`: activities for a group of outcomes; `compare`: two or three side by side, as a link names them.

Both are whole without scripts: the ranking is a table and a form, the comparison a table for each group.
"""

from dataclasses import dataclass
from typing import Any

from resilience.records.taxonomy import ActivityType
from resilience.site.pages.activity_answer import Answer, answer
from resilience.site.pages.common import Pages
from resilience.site.pages.problem import COMPARE
from resilience.site.pages.ranked import Ranked, ranking
from resilience.site.parts.part import Part
from resilience.site.wording.values import Link

NAMES = ("a", "b", "c")
"""Under these names a link has the activities that stand side by side."""
AT_FIRST = 2
"""How many of the surest activities a ranking offers to put side by side at once."""


@dataclass(frozen=True)
class Group:
    """A group of outcomes with its ranking."""

    slug: str
    label: str
    page: Link
    rows: tuple[Ranked, ...]

    @property
    def first(self) -> tuple[Ranked, ...]:
        """Give those that a reader would put side by side first; none where nothing can be compared."""
        found = [row for row in self.rows if row.is_main and row.is_studied][:AT_FIRST]
        return tuple(found) if len(found) == AT_FIRST else ()


@dataclass(frozen=True)
class Sides:
    """An activity as a column of the comparison."""

    slug: str
    answer: Answer
    groups: tuple[Ranked | None, ...]
    """In the order of the groups; None where it is neither done for the group nor was studied for it."""
    gaps: tuple[str, ...]


def group_of(pages: Pages, slug: str) -> Group:
    """Give a group of outcomes with its ranking; raises KeyError where there is none."""
    return Group(slug, pages.base.outcome_groups[slug].label, pages.problem_link(slug), ranking(pages, slug))


def all_sides(pages: Pages, _: str) -> tuple[tuple[Group, ...], tuple[Sides, ...]]:
    """Give the rankings of all groups of outcomes, and all activities as columns."""
    groups = tuple(group_of(pages, slug) for slug in pages.base.outcome_groups)
    return groups, tuple(_sides(pages, type_, groups) for type_ in pages.base.types.values())


def _sides(pages: Pages, type_: ActivityType, groups: tuple[Group, ...]) -> Sides:
    rows = ({row.slug: row for row in group.rows} for group in groups)
    return Sides(
        slug=type_.slug,
        answer=answer(pages, type_),
        groups=tuple(by_slug.get(type_.slug) for by_slug in rows),
        gaps=tuple(gap.text for gap in pages.joins.gaps_about.get(type_.slug, [])),
    )


def _ranking_context(pages: Pages, slug: str) -> dict[str, Any]:
    return {"group": group_of(pages, slug), "names": NAMES, "compare": COMPARE}


def _compare_context(pages: Pages, about: str) -> dict[str, Any]:
    groups, columns = all_sides(pages, about)
    domains = {
        domain.label: [one for one in columns if pages.base.types[one.slug].domain == domain.slug]
        for domain in pages.base.domains.values()
    }
    return {"groups": groups, "columns": columns, "domains": domains, "names": NAMES, "compare": COMPARE}


RANKING = Part(
    name="ranking",
    template="ranking.html",
    data=group_of,
    context=_ranking_context,
    style="compare.css",
    scripts=("ranking.js",),
)
COMPARISON = Part(
    name="compare",
    template="compare.html",
    data=all_sides,
    context=_compare_context,
    style="compare.css",
    scripts=("compare.js",),
)
