"""Lists of policies, councils, actions and numbers; readers narrow them down by static/explore.js."""

from collections.abc import Iterable

from resilience.policies.actions import TypedAction, typed_actions
from resilience.policies.came_of_it import came_of_it
from resilience.policies.sources import Quantity, quantities
from resilience.records.policy import Council, Policy
from resilience.site.columns import Column, explorer, tabulate
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Line, Link
from resilience.site.pages.common import Pages

NOT_SEEN = "not seen"


def policies(pages: Pages) -> list[Block]:
    """List all policies; nation, kind, year and activity can be chosen."""
    ordered = sorted(pages.base.policies.values(), key=lambda policy: policy.title.lower())
    return explorer(tabulate("All policies on record", _policy_columns(pages, by_year=True), ordered))


def councils(pages: Pages) -> list[Block]:
    """List all authorities; nation, region and kind can be chosen."""
    by_council = pages.joins.policies_by_council

    def types_of(council: Council) -> set[str]:
        found = by_council.get(council.slug, [])
        return {slug for policy in found for slug in pages.joins.types_of(policy)}

    columns: tuple[Column[Council, Line], ...] = (
        Column("Authority", lambda council: pages.council_link(council.slug)),
        Column("Nation", lambda council: council.nation, choose=True),
        Column("Region", lambda council: council.region, choose=True),
        Column("Kind", lambda council: council.type.label, choose=True),
        Column("Policies", lambda council: words.number(len(by_council.get(council.slug, [])))),
        Column("Activity types", lambda council: words.number(len(types_of(council)))),
    )
    ordered = sorted(pages.base.councils.values(), key=lambda council: council.name)
    return explorer(tabulate("All authorities on record", columns, ordered))


def actions(pages: Pages) -> list[Block]:
    """List all actions; type and how sure we are of it can be chosen."""
    columns: tuple[Column[TypedAction, Line], ...] = (
        Column("Action", lambda action: words.sentence(action.text)),
        Column("Policy", lambda action: _policy_link(pages.base.policies[action.policy])),
        Column(
            "Activity type",
            lambda action: pages.type_link(action.type) if action.type else "no type",
            choose=True,
        ),
        Column("How sure", lambda action: action.status, choose=True),
        Column(
            "Score, of 100", lambda action: "" if action.score is None else words.number(round(action.score))
        ),
    )
    found = typed_actions(pages, pages.suggestions.of)
    return explorer(tabulate("All actions in policies", columns, found))


def numbers(pages: Pages) -> list[Block]:
    """List all numbers that policies state; what they count and the nation can be chosen."""
    columns: tuple[Column[Quantity, Line], ...] = (
        Column("What", lambda one: words.sentence(one.figure.fact)),
        Column("How much", lambda one: words.quantity(one.figure)),
        Column("Counts", lambda one: one.kind, choose=True),
        Column("Policy", lambda one: _policy_link(one.policy)),
        Column("Nation", lambda one: pages.base.councils[one.policy.council].nation, choose=True),
        Column("Activities", lambda one: _named(pages, pages.joins.types_of(one.policy)), choose=True),
    )
    return explorer(tabulate("All numbers in policies", columns, quantities(pages)))


def evaluations(pages: Pages) -> list[Block]:
    """List the policies with an evaluation or monitoring figures; what was seen can be chosen too."""
    columns: tuple[Column[Policy, Line], ...] = (
        *_policy_columns(pages, by_year=False),
        Column("What came of it", lambda policy: came_of_it(policy) or NOT_SEEN),
        Column("What was seen", _seen, choose=True),
        Column("Numbers stated", lambda policy: "; ".join(_claims(policy)) or NOT_SEEN),
    )
    found = [policy for policy in pages.base.policies.values() if policy.was_looked_at]
    return explorer(tabulate("Policies with an evaluation or monitoring figures", columns, found))


def _policy_columns(pages: Pages, by_year: bool) -> tuple[Column[Policy, Line], ...]:
    return (
        Column("Policy", _policy_link),
        Column("Council", lambda policy: pages.council_link(policy.council)),
        Column("Nation", lambda policy: pages.base.councils[policy.council].nation, choose=True),
        Column("Kind", lambda policy: policy.document_type.label, choose=True),
        Column("Begins", lambda policy: str(policy.year_start or NOT_SEEN), choose=by_year),
        Column("Activities", lambda policy: _named(pages, pages.joins.types_of(policy)), choose=True),
    )


def _policy_link(policy: Policy) -> Link:
    return Link(policy.title, f"policies/{policy.slug}")


def _claims(policy: Policy) -> list[str]:
    return [f"{figure.fact}: {words.quantity(figure)}" for figure in policy.figures]


def _named(pages: Pages, slugs: Iterable[str]) -> Line:
    """Link to activity types, with semicolons between them."""
    parts: list[Line] = []
    for slug in slugs:
        parts += ["; "] if parts else []
        parts.append(pages.type_link(slug))
    return parts


def _seen(policy: Policy) -> str:
    """Name what was seen of a policy's results: an evaluation, monitoring figures, or both."""
    both = (("Evaluation", policy.evaluation), ("monitoring figures", policy.monitoring))
    return words.sentence(" and ".join(name for name, seen in both if seen))
