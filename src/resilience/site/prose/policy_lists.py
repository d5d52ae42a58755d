"""Lists of policies, councils, actions and numbers; readers narrow them down by static/explore.js."""

from collections.abc import Iterable, Sequence

from resilience.policies.actions import TypedAction, typed_actions
from resilience.policies.quantities import Quantity, quantities
from resilience.records.policy import Council, Policy
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Box, Line, Link, table
from resilience.site.pages.common import Pages
from resilience.site.pages.policy import results_seen

NOT_SEEN = "not seen"
POLICY = ("Policy", "Council", "Nation", "Kind", "Begins", "Activities")


def policies(pages: Pages) -> list[Block]:
    """List all policies; nation, kind, year and activity can be chosen."""
    ordered = sorted(pages.base.policies.values(), key=lambda policy: policy.title.lower())
    return _explored("All policies on record", POLICY, [_policy(pages, one) for one in ordered], (3, 4, 5, 6))


def councils(pages: Pages) -> list[Block]:
    """List all authorities; nation, region and kind can be chosen."""
    ordered = sorted(pages.base.councils.values(), key=lambda council: council.name)
    header = ("Authority", "Nation", "Region", "Kind", "Policies", "Activity types")
    return _explored(
        "All authorities on record", header, [_council(pages, one) for one in ordered], (2, 3, 4)
    )


def actions(pages: Pages) -> list[Block]:
    """List all actions; type and how sure we are of it can be chosen."""
    rows = [_action(pages, one) for one in typed_actions(pages, pages.suggestions.of)]
    header = ("Action", "Policy", "Activity type", "How sure", "Score, of 100")
    return _explored("All actions in policies", header, rows, (3, 4))


def numbers(pages: Pages) -> list[Block]:
    """List all numbers that policies state; what they count and the nation can be chosen."""
    rows = [_number(pages, one) for one in quantities(pages)]
    header = ("What", "How much", "Counts", "Policy", "Nation", "Activities")
    return _explored("All numbers in policies", header, rows, (3, 5, 6))


def evaluations(pages: Pages) -> list[Block]:
    """List the policies with an evaluation or monitoring figures; what was seen can be chosen too."""
    found = [policy for policy in pages.base.policies.values() if policy.was_looked_at]
    rows: list[Sequence[Line]] = [
        (*_policy(pages, policy), results_seen(policy), "; ".join(_claims(policy)) or NOT_SEEN)
        for policy in found
    ]
    header = (*POLICY, "What was seen", "Numbers stated")
    return _explored("Policies with an evaluation or monitoring figures", header, rows, (3, 4, 6, 7))


def _policy(pages: Pages, policy: Policy) -> tuple[Line, ...]:
    return (
        Link(policy.title, f"policies/{policy.slug}"),
        pages.council_link(policy.council),
        pages.base.councils[policy.council].nation,
        policy.document_type.label,
        str(policy.year_start or NOT_SEEN),
        _named(pages, pages.joins.types_of(policy)),
    )


def _council(pages: Pages, council: Council) -> tuple[Line, ...]:
    found = pages.joins.policies_by_council.get(council.slug, [])
    types = {slug for policy in found for slug in pages.joins.types_of(policy)}
    return (
        pages.council_link(council.slug),
        council.nation,
        council.region,
        council.type.label,
        words.number(len(found)),
        words.number(len(types)),
    )


def _action(pages: Pages, action: TypedAction) -> tuple[Line, ...]:
    return (
        words.sentence(action.text),
        Link(pages.base.policies[action.policy].title, f"policies/{action.policy}"),
        pages.type_link(action.type) if action.type else "no type",
        action.status,
        "" if action.score is None else words.number(round(action.score)),
    )


def _number(pages: Pages, one: Quantity) -> tuple[Line, ...]:
    return (
        words.sentence(one.figure.fact),
        words.quantity(one.figure),
        one.kind,
        Link(one.policy.title, f"policies/{one.policy.slug}"),
        pages.base.councils[one.policy.council].nation,
        _named(pages, pages.joins.types_of(one.policy)),
    )


def _claims(policy: Policy) -> list[str]:
    return [f"{figure.fact}: {words.quantity(figure)}" for figure in policy.figures]


def _named(pages: Pages, slugs: Iterable[str]) -> Line:
    """Link to activity types, with semicolons between them."""
    parts: list[Line] = []
    for slug in slugs:
        parts += ["; "] if parts else []
        parts.append(pages.type_link(slug))
    return parts


def _explored(
    caption: str, header: Sequence[str], rows: Sequence[Sequence[Line]], choices: Iterable[int]
) -> list[Block]:
    classes = ("explore", *(f"choose-{column}" for column in choices))
    return [Box((table(caption, header, rows),), classes)]
