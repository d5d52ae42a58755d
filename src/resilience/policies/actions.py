"""Every action in every policy with its activity type, and how sure we are of it."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

from resilience.findings.typed import Typed
from resilience.findings.view import Findings
from resilience.matching import Decision, Match
from resilience.records.policy import Policy
from resilience.records.vocabulary import MatchStatus

Suggest = Callable[[str], Match]
"""What the matcher makes of a text."""


class ActionStatus(StrEnum):
    """How sure we are of the type of an action, surest first."""

    CODED = "Coded"
    NONE_FITS = "Coded: no type fits"
    APPROVED = "Approved"
    CANDIDATE = "Candidate"
    DISPUTED = "Disputed"
    REJECTED = "Rejected"
    UNMATCHED = "Unmatched"


SETTLED = {
    MatchStatus.CODED: ActionStatus.CODED,
    MatchStatus.APPROVED: ActionStatus.APPROVED,
    MatchStatus.DISPUTED: ActionStatus.DISPUTED,
    MatchStatus.REJECTED: ActionStatus.REJECTED,
}


class TypedAction(NamedTuple):
    """An action, the slug of its policy, how sure we are of its type, and the type where it has one."""

    policy: str
    text: str
    status: ActionStatus
    type: str | None
    score: float | None = None
    """Of a candidate only: how often, in a hundred, a suggestion like this is right."""


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
        return TypedAction(policy.slug, text, SETTLED[typed.status], typed.type)
    found = suggest(text)
    if found.decision is Decision.NONE:
        return TypedAction(policy.slug, text, ActionStatus.UNMATCHED, None)
    return TypedAction(policy.slug, text, ActionStatus.CANDIDATE, found.type, found.score)
