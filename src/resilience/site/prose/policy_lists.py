"""Lists of policies, councils, actions and numbers, which readers narrow down."""

from collections.abc import Callable, Iterable, Iterator

from resilience.policies.actions import ActionStatus, TypedAction, typed_actions
from resilience.policies.came_of_it import came_of_it
from resilience.policies.sources import Quantity, quantities
from resilience.records.policy import Council, Policy
from resilience.records.vocabulary import AuthorityType, DocumentType, Nation
from resilience.site.columns import (
    Column,
    Explorer,
    Extras,
    Filter,
    Item,
    Order,
    by_label,
    counted,
    explorer,
    year_column,
)
from resilience.site.pages import words
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Line, Link

MOST_NUMBERS = 3
SEEN = {"evaluation": "An evaluation", "monitoring": "Monitoring figures", "neither": "Neither"}
NO_TYPE = "none"
SETTLED = "settled"
"""All actions but those whose type a computer suggested."""


def policies(pages: Pages) -> Explorer:
    """List all policies."""
    filters: tuple[Filter[Policy], ...] = (
        *_policy_filters(pages),
        Filter("What was seen", "seen", _seen, SEEN),
        Filter(
            "Source",
            "source",
            lambda policy: ("linked" if policy.url else "none",),
            {"linked": "With a link", "none": "No link yet"},
        ),
    )
    extras: Extras[Policy] = Extras(
        line=Column("Summary", lambda policy: policy.summary),
        words=lambda policy: _also_called(pages, policy),
        year=lambda policy: policy.year_start,
    )
    ordered = sorted(pages.base.policies.values(), key=lambda policy: policy.title.lower())
    name = ("policies", "All policies on record", "policies")
    return explorer(name, _policy_columns(pages), ordered, filters, extras)


def evaluations(pages: Pages) -> Explorer:
    """List the policies with an evaluation or monitoring figures."""
    columns: tuple[Column[Policy, Line], ...] = (
        *_policy_columns(pages),
        Column("What came of it", lambda policy: came_of_it(policy) or words.NOT_SEEN),
        Column("What was seen", _seen_in_words),
    )
    found = [policy for policy in pages.base.policies.values() if policy.was_looked_at]
    filters: tuple[Filter[Policy], ...] = (
        *_policy_filters(pages),
        Filter("What was seen", "seen", _seen, SEEN),
    )
    extras: Extras[Policy] = Extras(
        line=Column("Numbers stated", _claims), year=lambda policy: policy.year_start
    )
    name = (
        "policy-evaluations",
        "Policies with an evaluation or monitoring figures",
        "policies",
    )
    return explorer(name, columns, found, filters, extras)


def councils(pages: Pages) -> Explorer:
    """List all authorities with a policy on record."""
    by_council = pages.joins.policies_by_council

    def held(council: Council) -> list[Policy]:
        return by_council.get(council.slug, [])

    def types_of(council: Council) -> list[str]:
        held_here = (slug for policy in held(council) for slug in pages.joins.types_of(policy))
        return list(dict.fromkeys(held_here))

    columns: tuple[Column[Council, Line], ...] = (
        Column("Authority", lambda council: pages.council_link(council.slug)),
        Column("Nation", lambda council: council.nation),
        Column("Region", lambda council: council.region),
        Column("Kind", lambda council: council.type.label),
        counted("Policies", lambda council: len(held(council))),
        counted("Activities", lambda council: len(types_of(council))),
    )
    filters: tuple[Filter[Council], ...] = (
        *_place_filters(pages, lambda council: council),
        _activity_filter(pages, types_of),
        Filter("Kind", "kind", lambda council: (council.type,), {one: one.label for one in AuthorityType}),
        Filter(
            "What was seen",
            "seen",
            lambda council: (seen for policy in held(council) for seen in _seen(policy)),
            SEEN,
        ),
    )
    extras: Extras[Council] = Extras(words=lambda council: council.also_written)
    ordered = sorted(pages.base.councils_on_record.values(), key=lambda council: council.name)
    name = ("councils", "All authorities with a policy on record", "authorities")
    return explorer(name, columns, ordered, filters, extras)


def actions(pages: Pages) -> Explorer:
    """List all actions by activity; at first without those whose type a computer suggested."""

    def policy_of(action: TypedAction) -> Policy:
        return pages.base.policies[action.policy]

    columns: tuple[Column[TypedAction, Line], ...] = (
        Column("Action", lambda action: words.sentence(action.text)),
        Column("Policy", lambda action: _policy_link(policy_of(action))),
        Column("Activity", lambda action: _types(pages, action)),
        Column("How sure", lambda action: action.status),
        Column("Score, of 100", _score, key=lambda action: action.score, order=Order.AMOUNT),
    )
    filters: tuple[Filter[TypedAction], ...] = (
        _activity_filter(pages, lambda action: action.types or (NO_TYPE,)),
        Filter("How sure", "sure", _sureness, _sure_options(), default=SETTLED),
        *_place_filters(pages, lambda action: pages.base.councils[policy_of(action).council]),
    )
    extras: Extras[TypedAction] = Extras(year=lambda action: policy_of(action).year_start)
    order = [*by_label({slug: type_.label for slug, type_ in pages.base.types.items()}), None]
    found = sorted(typed_actions(pages, pages.suggestions.of), key=lambda action: order.index(action.type))
    name = ("policy-actions", "All actions in policies", "actions")
    return explorer(name, columns, found, filters, extras)


def numbers(pages: Pages) -> Explorer:
    """List all numbers that policies state."""
    columns: tuple[Column[Quantity, Line], ...] = (
        Column("What", lambda one: words.sentence(one.figure.fact)),
        Column(
            "How much",
            lambda one: words.quantity(one.figure),
            key=lambda one: one.figure.value,
            order=Order.AMOUNT,
        ),
        Column("Counts", lambda one: one.kind),
        Column("Policy", lambda one: _policy_link(one.policy)),
        Column("Activities", lambda one: _named(pages, pages.joins.types_of(one.policy))),
    )
    found = quantities(pages)
    kinds = {one.kind: one.kind for one in found}
    filters: tuple[Filter[Quantity], ...] = (
        _activity_filter(pages, lambda one: pages.joins.types_of(one.policy)),
        Filter("Counts", "counts", lambda one: (one.kind,), by_label(kinds)),
        *_place_filters(pages, lambda one: pages.base.councils[one.policy.council]),
    )
    name = ("policy-numbers", "All numbers in policies", "numbers")
    return explorer(name, columns, found, filters)


def _policy_columns(pages: Pages) -> tuple[Column[Policy, Line], ...]:
    return (
        Column("Policy", _policy_link),
        Column("Council", lambda policy: pages.council_link(policy.council)),
        Column("Kind", lambda policy: policy.document_type.label),
        year_column("Begins", lambda policy: policy.year_start),
        Column("Activities", lambda policy: _named(pages, pages.joins.types_of(policy))),
    )


def _policy_filters(pages: Pages) -> tuple[Filter[Policy], ...]:
    kinds = {one.value: one.label for one in DocumentType}
    return (
        _activity_filter(pages, pages.joins.types_of),
        *_place_filters(pages, lambda policy: pages.base.councils[policy.council]),
        Filter("Kind", "kind", lambda policy: (policy.document_type,), kinds),
    )


def _activity_filter(pages: Pages, types_of: Callable[[Item], Iterable[str]]) -> Filter[Item]:
    labels = by_label({slug: type_.label for slug, type_ in pages.base.types.items()})
    return Filter("Activity", "activity", types_of, {**labels, NO_TYPE: "No type"})


def _place_filters(pages: Pages, council_of: Callable[[Item], Council]) -> tuple[Filter[Item], ...]:
    regions: dict[str, str] = {
        council.region: council.region for council in pages.base.councils_on_record.values()
    }
    return (
        Filter(
            "Nation", "nation", lambda item: (council_of(item).nation,), {one: one.label for one in Nation}
        ),
        Filter("Region", "region", lambda item: (council_of(item).region,), by_label(regions)),
    )


def _seen(policy: Policy) -> list[str]:
    both = {"evaluation": policy.evaluation, "monitoring": policy.monitoring}
    return [name for name, seen in both.items() if seen] or ["neither"]


def _seen_in_words(policy: Policy) -> str:
    """Name what was seen of a policy's results: an evaluation, monitoring figures, or both."""
    both = (("Evaluation", policy.evaluation), ("monitoring figures", policy.monitoring))
    return words.sentence(" and ".join(name for name, seen in both if seen))


def _also_called(pages: Pages, policy: Policy) -> Iterator[str]:
    council = pages.base.councils[policy.council]
    yield from (council.nation, council.region, *council.also_written)


def _claims(policy: Policy) -> str:
    """Name the first numbers that a policy states, and how many more there are."""
    claims = [f"{words.sentence(figure.fact)}: {words.quantity(figure)}" for figure in policy.figures]
    more = len(claims) - MOST_NUMBERS
    return "; ".join(
        [*claims[:MOST_NUMBERS], *([f"{words.number(more)} more on its page"] if more > 0 else [])]
    )


def _types(pages: Pages, action: TypedAction) -> Line:
    return _named(pages, action.types, "; also: ") if action.types else "no type"


def _score(action: TypedAction) -> str:
    return "" if action.score is None else words.number(round(action.score))


def _sureness(action: TypedAction) -> list[str]:
    return [action.status.name.lower(), *([] if action.status is ActionStatus.CANDIDATE else [SETTLED])]


def _sure_options() -> dict[str, str]:
    named = {status.name.lower(): str(status) for status in ActionStatus}
    return {SETTLED: f"All but those {ActionStatus.CANDIDATE.lower()}", **named}


def _policy_link(policy: Policy) -> Link:
    return Link(policy.title, f"policies/{policy.slug}")


def _named(pages: Pages, slugs: Iterable[str], between: str = "; ") -> Line:
    """Link to activity types, with something between them."""
    parts: list[Line] = []
    for slug in slugs:
        parts += [between] if parts else []
        parts.append(pages.type_link(slug))
    return parts
