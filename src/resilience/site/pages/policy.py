"""The facts of the page of one policy."""

from dataclasses import dataclass

from resilience.policies.came_of_it import came_of_it
from resilience.records.policy import Found, Policy
from resilience.records.vocabulary import FoundIn
from resilience.site.pages import words
from resilience.site.pages.common import History, Pages, Successor, domains_of, history_of, successor_of
from resilience.site.pages.status import status_cell
from resilience.site.wording.values import FactsPage, Link, Passage, Run, Text


@dataclass(frozen=True)
class Action:
    """What the council does, with its type and how sure we are of it."""

    text: str
    type: Run


@dataclass(frozen=True)
class Claim:
    """A number that the policy states."""

    what: str
    how_much: str


@dataclass(frozen=True)
class FoundFacts:
    """Whose finding it is, where and when it was read, and who wrote the sentence."""

    evaluation: bool
    """Whether it is of an evaluation; else it is of figures of what was done."""
    whose: str
    source: Link | Text
    seen: str
    written_by: str
    compared: bool


@dataclass(frozen=True)
class PolicyFacts:
    """Who, when, for whom, which actions, which numbers, and where that was read."""

    title: str
    summary: str
    cautions: tuple[str, ...]
    council: Link
    as_written: str | None
    today: Successor | None
    region: str | None
    nation: str
    when: str | None
    document: str
    for_whom: str
    activities: tuple[Link, ...]
    source: Link | None
    looked_for: str | None
    """When the original address was last looked for in vain."""
    actions: tuple[Action, ...]
    claims: tuple[Claim, ...]
    came_of_it: str | None
    """The sentence on what was found, or that it was not read; None where nobody was seen to look."""
    found: FoundFacts | None
    evaluated: bool
    monitored: bool
    history: History


def policy_page(pages: Pages, policy: Policy) -> FactsPage:
    """Give the page of a policy."""
    return FactsPage(
        title=policy.title,
        kind="Policy",
        passage=Passage("pages/policy", _facts(pages, policy)),
        description=policy.summary,
        domains=domains_of(pages, pages.joins.types_of(policy)),
    )


def _facts(pages: Pages, policy: Policy) -> PolicyFacts:
    council = pages.base.councils[policy.council]
    return PolicyFacts(
        title=policy.title,
        summary=policy.summary,
        cautions=policy.provenance.cautions,
        council=pages.council_link(policy.council),
        as_written=policy.council_as_written if policy.council_as_written != council.name else None,
        today=successor_of(pages, policy.council),
        region=council.region if council.region != council.nation else None,
        nation=council.nation.label,
        when=words.years(policy.year_start, policy.year_end),
        document=policy.document_type.label,
        for_whom=words.sentence(policy.target_population or ""),
        activities=tuple(pages.type_link(slug) for slug in pages.joins.types_of(policy)),
        source=Link(policy.url, url=policy.url) if policy.url else None,
        looked_for=words.day(policy.looked_for) if policy.looked_for else None,
        actions=tuple(
            Action(words.sentence(action.text), Run(tuple(status_cell(pages, policy.slug, action))))
            for action in policy.actions
        ),
        claims=tuple(Claim(words.sentence(one.fact), words.quantity(one)) for one in policy.figures),
        came_of_it=came_of_it(policy),
        found=_found(pages, policy.found) if policy.found else None,
        evaluated=bool(policy.evaluation),
        monitored=bool(policy.monitoring),
        history=history_of(
            pages,
            f"policies/{policy.slug}",
            policy.title,
            policy.provenance,
            policy.found.seen if policy.found else None,
            policy.found.compared if policy.found else None,
        ),
    )


def _found(pages: Pages, found: Found) -> FoundFacts:
    return FoundFacts(
        evaluation=found.of is FoundIn.EVALUATION,
        whose=found.whose.value,
        source=pages.source_line(found.source),
        seen=words.day(found.seen),
        written_by=found.by.label,
        compared=found.compared is not None,
    )
