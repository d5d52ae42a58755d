"""What a reader needs of an activity before a meeting: the facts that its page and its sheet open with."""

from collections.abc import Iterator
from dataclasses import dataclass

from resilience.findings.costs import Cost, costs_of
from resilience.findings.ratings import RatedCell
from resilience.findings.votes import tiers_of, why_left_out
from resilience.policies.came_of_it import came_of_it
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.policy import Policy
from resilience.records.search_log import Sought
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType
from resilience.records.vocabulary import Level
from resilience.site.pages import words
from resilience.site.pages.common import Pages, last_change
from resilience.site.pages.looked_for import looked_for
from resilience.site.pages.rating import rating_tag
from resilience.site.wording.values import Link, Tag

NAMED = 3
"""How many councils the first lines name."""


@dataclass(frozen=True)
class AimLine:
    """A main aim: the written sentence, and the computed line beside it."""

    label: str
    says: str | None
    level: Tag
    size: str | None
    cautions: tuple[str, ...]
    studies: int
    in_uk: int


@dataclass(frozen=True)
class CostRow:
    """A result on cost, its amount always with its unit."""

    study: Link
    measure: str
    amount: str | None
    prices: str | None
    direction: str
    note: str | None


@dataclass(frozen=True)
class Doer:
    """A policy with the activity: whose it is, when, and what came of it."""

    council: Link
    policy: Link
    council_there: Link
    """The council's name, linked to the policy."""
    when: str | None
    found: str | None


@dataclass(frozen=True)
class Answer:
    """What it is, what happens, at what cost, who does it, and what nobody knows."""

    title: str
    page: Link
    sheet: Link
    definition: str
    says: str | None
    moved: tuple[str, ...]
    aims: tuple[AimLine, ...]
    cost: CostRow | None
    """The first that is an amount of money."""
    cost_results: int
    councils: int
    has_groups: bool
    """Whether some of the councils act as a group."""
    named: tuple[Doer, ...]
    is_studied: bool
    last_sought: str | None
    """When studies of it were last looked for; None where no search is on record."""
    not_studied: tuple[str, ...]
    """Labels of the groups of outcomes that no study looked at."""
    compared_in_uk: int
    equity: int
    changed: str


def answer(pages: Pages, type_: ActivityType) -> Answer:
    """Give the first lines on an activity."""
    rated = pages.ratings.of(type_.slug)
    written = pages.answers.get(type_.slug)
    rows = doers(pages, type_.slug)
    councils = {policy.council for policy in pages.joins.policies_by_type.get(type_.slug, [])}
    costs = cost_rows(pages, type_.slug)
    sought = looked_for(pages, Sought.STUDIES, type_.slug)
    return Answer(
        title=type_.label,
        page=Link(type_.label, f"activities/{type_.slug}"),
        sheet=Link("One page for a meeting", f"meetings/{type_.slug}"),
        definition=type_.definition,
        says=written.says if written else None,
        moved=written.moved if written else (),
        aims=tuple(_aim(pages, cell) for cell in rated.main),
        cost=next((row for row in costs if row.prices), None),
        cost_results=len(costs),
        councils=len(councils),
        has_groups=any(pages.base.councils[slug].group for slug in councils),
        named=tuple(_one_each(rows))[:NAMED],
        is_studied=bool(rated.studied),
        last_sought=sought.last if sought else None,
        not_studied=tuple(
            cell.group.label.lower() for cell in rated.cells.values() if cell.level is Level.NONE
        ),
        compared_in_uk=sum(study.in_uk for study in compared(pages, type_.slug)),
        equity=sum(bool(study.inequality) for study in studies_of(pages, type_.slug)),
        changed=changed(pages, type_.slug),
    )


def _aim(pages: Pages, cell: RatedCell) -> AimLine:
    written = pages.answers.get(cell.type.slug)
    sentences = {aim.outcome: aim.says for aim in written.aims} if written else {}
    counted = pages.answers.grounds(cell.type.slug, cell.group.slug).counted
    size = pages.size_of(cell)
    return AimLine(
        label=cell.group.label,
        says=sentences.get(cell.group.slug),
        level=rating_tag(pages, cell.level),
        # The level has said so already.
        size=None if cell.level is Level.NONE else size.says_shortly,
        cautions=size.cautions,
        studies=len(counted),
        in_uk=sum(pages.base.studies[key].in_uk for key in counted),
    )


def studies_of(pages: Pages, slug: str) -> list[Study]:
    """Give the studies that looked at the activity itself."""
    return [study for study in pages.joins.studies_by_type.get(slug, []) if not why_left_out(study, slug)]


def compared(pages: Pages, slug: str) -> list[Study]:
    """Give those of them that compare, one by one, and so can tell what changed what."""
    tiers = tiers_of(pages.base.rating)
    return [study for study in studies_of(pages, slug) if tiers[study.comparison].can_compare]


def cost_rows(pages: Pages, slug: str) -> tuple[CostRow, ...]:
    """Give the results on cost, amounts of money first."""
    years = {key: work.year or 0 for key, work in pages.base.references.items()}
    found = costs_of(slug, pages.joins.studies_by_type.get(slug, []), years)
    return tuple(_cost(pages, one) for one in found)


def _cost(pages: Pages, one: Cost) -> CostRow:
    return CostRow(
        study=pages.study_link(one.study.key),
        measure=words.sentence(one.outcome.measure),
        amount=one.amount,
        prices=one.prices,
        direction=one.direction.label,
        note=words.sentence(one.outcome.note) if one.outcome.note else None,
    )


def doers(pages: Pages, slug: str) -> tuple[Doer, ...]:
    """Give the policies with an activity: first those of which something is known to have come."""
    policies = pages.joins.policies_by_type.get(slug, [])
    return tuple(_doer(pages, policy) for policy in sorted(policies, key=_most_told))


def _most_told(policy: Policy) -> tuple[bool | int | str, ...]:
    known = (policy.found is None, not policy.evaluation, not policy.monitoring, policy.url is None)
    return (*known, -(policy.year_start or 0), policy.title.lower())


def _doer(pages: Pages, policy: Policy) -> Doer:
    council = pages.council_link(policy.council)
    return Doer(
        council=council,
        policy=pages.policy_link(policy.slug),
        council_there=Link(council.text, f"policies/{policy.slug}"),
        when=_when(policy),
        found=came_of_it(policy),
    )


def _when(policy: Policy) -> str | None:
    """Say when a policy began or ran, in as few words as a list has room for."""
    if policy.year_start and not policy.year_end:
        return f"since {policy.year_start}"
    return words.years(policy.year_start, policy.year_end)


def _one_each(rows: tuple[Doer, ...]) -> Iterator[Doer]:
    """Give the first row of each council."""
    seen: set[Link] = set()
    for row in rows:
        if row.council not in seen:
            yield row
        seen.add(row.council)


def changed(pages: Pages, slug: str) -> str:
    """Say when the newest record on an activity was added, checked or written."""
    tried = pages.joins.tried(slug)
    records: list[Study | Policy | Neighbourhood] = [
        *pages.joins.studies_by_type.get(slug, []),
        *pages.joins.policies_by_type.get(slug, []),
        *(one.neighbourhood for one in (*tried.did, *tried.worked_on)),
    ]
    written = pages.base.answers.get(slug)
    return last_change(
        (record.provenance for record in records), written.written.settled if written else None
    )
