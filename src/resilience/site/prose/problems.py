"""Entry by problem: tiles that lead to the pages that compare activities, and a few written answers."""

from dataclasses import dataclass

from resilience.findings.compared import Compared, compared
from resilience.records.vocabulary import LevelKind
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Link, Passage

TEMPLATE = "prose/problems"
SHOWN = 4


@dataclass(frozen=True)
class Best:
    """The written sentence on the activity that leads for a problem."""

    problem: Link
    activity: Link
    says: str


def problems(pages: Pages, _: str) -> Passage:
    """Give a tile for each problem, in readers' words."""
    tiles = tuple(
        Link(words, f"problems/{group.slug}")
        for group in pages.base.outcome_groups.values()
        for words in group.problems
    )
    return Passage(TEMPLATE, tiles, "tiles")


def answers(pages: Pages, _: str) -> Passage:
    """Give the sentences on the activities that lead for a few problems, each activity once."""
    found: dict[str, Best] = {}
    for slug in pages.base.outcome_groups:
        for one in compared(pages, slug):
            if one.says and one.slug not in found and one.cell.level.kind is LevelKind.HELPS:
                found[one.slug] = _best(pages, slug, one, one.says)
                break
    return Passage(TEMPLATE, tuple(found.values())[:SHOWN], "answers")


def _best(pages: Pages, group: str, one: Compared, says: str) -> Best:
    return Best(pages.problem_link(group), pages.type_link(one.slug), says)
