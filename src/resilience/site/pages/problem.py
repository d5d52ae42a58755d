"""The facts of the page of one group of outcomes: which activities may change it, beside each other."""

from dataclasses import dataclass

from resilience.records.taxonomy import OutcomeGroup
from resilience.site.pages.common import Cited, Pages, last_change
from resilience.site.pages.ranked import Ranked, charts, ranking
from resilience.site.wording.values import Drawing, FactsPage, Link, Live, Passage

COMPARE = "book/activities/compare"


@dataclass(frozen=True)
class ProblemFacts:
    """What readers want to change, the activities that may change it, and where to read on."""

    title: str
    definition: str
    problems: tuple[str, ...]
    activities: tuple[Ranked, ...]
    ranking: Live
    compare: Link
    charts: tuple[Drawing, ...]
    outcomes: tuple[Link, ...]
    sets: tuple[Link, ...]
    others: tuple[Link, ...]
    """Pages of the other problems."""
    cited: Cited


def problem_page(pages: Pages, group: OutcomeGroup) -> FactsPage:
    """Give the page of a group of outcomes."""
    base = pages.base
    own = [category.slug for category in base.outcomes.values() if category.group == group.slug]
    facts = ProblemFacts(
        title=group.heading,
        definition=group.definition,
        problems=group.problems,
        activities=ranking(pages, group.slug),
        ranking=Live("ranking", group.slug),
        compare=Link("Put others side by side", COMPARE),
        charts=charts(pages, group.slug),
        outcomes=tuple(pages.outcome_link(slug) for slug in own),
        sets=tuple(pages.pool_link(pool.slug) for pool in base.pools.values() if pool.outcome in own),
        others=tuple(pages.problem_link(slug) for slug in base.outcome_groups if slug != group.slug),
        cited=Cited(f"problems/{group.slug}", group.heading, _changed(pages, group, own)),
    )
    return FactsPage(
        title=group.heading,
        kind="Problem",
        passage=Passage("pages/problem", facts),
        description=f"{group.heading}: which activities may change it, how much, and how sure we are.",
    )


def _changed(pages: Pages, group: OutcomeGroup, outcomes: list[str]) -> str:
    studies = {
        study.key: study for slug in outcomes for study, _ in pages.joins.results_by_category.get(slug, [])
    }
    written = (
        answer.written.settled
        for answer in pages.base.answers.values()
        if any(aim.outcome == group.slug for aim in answer.aims)
    )
    return last_change((study.provenance for study in studies.values()), *written)
