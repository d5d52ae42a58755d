"""Every action in every policy with its activity type: how sure we are of it, and which types count."""

from collections import Counter
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from resilience.findings.joins import Typed
from resilience.findings.view import Findings, Holdings
from resilience.matching import Decision, Match
from resilience.records.policy import Policy
from resilience.records.vocabulary import MatchStatus
from resilience.tables.frame import frame

if TYPE_CHECKING:
    import pandas as pd

Suggest = Callable[[str], Match]
"""What the matcher makes of a text."""


class ActionStatus(StrEnum):
    """How sure we are of the type of an action, surest first."""

    CODED = "Coded"
    NONE_FITS = "Coded: no type fits"
    APPROVED = "Approved"
    CANDIDATE = "Suggested by computer"
    DISPUTED = "Two codings disagreed"
    REJECTED = "Rejected"
    UNMATCHED = "No match"


SETTLED = {
    MatchStatus.CODED: ActionStatus.CODED,
    MatchStatus.APPROVED: ActionStatus.APPROVED,
    MatchStatus.DISPUTED: ActionStatus.DISPUTED,
    MatchStatus.REJECTED: ActionStatus.REJECTED,
}


AS_SECOND = "As a second type"
"""The column of actions that have a type beside the one that they are counted under."""


class TypedAction(NamedTuple):
    """An action, the slug of its policy, how sure we are of its type, and the type where it has one."""

    policy: str
    text: str
    status: ActionStatus
    type: str | None
    score: float | None = None
    """Of a candidate only: how often, in a hundred, a suggestion like this is right."""
    also: str | None = None
    """Its second type, which only a coded action can have: of what the matcher suggests the first counts."""

    @property
    def types(self) -> tuple[str, ...]:
        """Its types, the first one first."""
        return tuple(filter(None, (self.type, self.also)))


def typed_actions(findings: Findings, suggest: Suggest) -> list[TypedAction]:
    """List all actions in the order of the policies; nothing is left out."""
    return actions_in(findings, findings.base.policies.values(), suggest)


def actions_in(findings: Findings, policies: Iterable[Policy], suggest: Suggest) -> list[TypedAction]:
    """List the actions of some policies."""
    return [
        _typed(policy, findings.joins.typed_of(policy.slug, action), suggest)
        for policy in policies
        for action in policy.actions
    ]


def _typed(policy: Policy, typed: Typed, suggest: Suggest) -> TypedAction:
    text = typed.text.text
    if typed.status is MatchStatus.CODED and typed.type is None:
        return TypedAction(policy.slug, text, ActionStatus.NONE_FITS, None)
    if typed.status in SETTLED:
        return TypedAction(policy.slug, text, SETTLED[typed.status], typed.type, also=typed.text.also)
    found = suggest(text)
    if found.decision is Decision.NONE:
        return TypedAction(policy.slug, text, ActionStatus.UNMATCHED, None)
    return TypedAction(policy.slug, text, ActionStatus.CANDIDATE, found.type, found.score)


def actions_by_status(findings: Findings) -> "pd.DataFrame":
    """Count actions by how sure we are of their type, surest first: label, n."""
    counted = Counter(action.status for action in typed_actions(findings, findings.suggestions.of))
    return frame([{"label": status.value, "n": counted[status]} for status in ActionStatus])


def actions_by_type(findings: Findings) -> "pd.DataFrame":
    """Count actions by type and how sure we are of it: row, column, n; a pair without one is missing.

    Each action counts under its first type; `AS_SECOND` is how many more have a type as their second.
    """
    actions = typed_actions(findings, findings.suggestions.of)
    counted = Counter((action.type, action.status.value) for action in actions)
    counted.update((action.also, AS_SECOND) for action in actions)
    return frame(
        [
            {"row": type_.label, "column": column, "n": counted[slug, column]}
            for slug, type_ in findings.base.types.items()
            for column in (*ActionStatus, AS_SECOND)
            if counted[slug, column]
        ]
    )


class Reading(StrEnum):
    """Which types count for a policy."""

    SETTLED = "settled"
    """Those that its record names, and those coded or approved for its actions."""
    WITH_CANDIDATES = "with-candidates"
    """Those, and the first type that the matcher suggests for each action that nobody has coded."""
    ACTIONS_ONLY = "actions-only"
    """Those of its actions alone on which two passes agreed or that a reviewer approved."""


def types_as_read(findings: Findings, reading: Reading, suggest: Suggest) -> Holdings:
    """Give the types of each policy under a reading; `suggest` gives what the matcher makes of a text."""
    found: dict[str, set[str]] = {slug: set() for slug in findings.base.policies}
    for action in typed_actions(findings, suggest):
        wanted = action.status is ActionStatus.CANDIDATE
        if reading is Reading.ACTIONS_ONLY:
            wanted = action.status in (ActionStatus.CODED, ActionStatus.APPROVED)
        if wanted:
            found[action.policy].update(action.types)
    if reading is Reading.ACTIONS_ONLY:
        return {slug: frozenset(types) for slug, types in found.items()}
    settled = findings.policy_types
    if reading is Reading.SETTLED:
        return settled
    return {slug: types | found[slug] for slug, types in settled.items()}


def types_in_order(findings: Findings) -> list[str]:
    """List activity types by domain, then in the order of the code frame."""
    domains = list(findings.base.domains)
    return sorted(findings.base.types, key=lambda slug: domains.index(findings.base.types[slug].domain))
