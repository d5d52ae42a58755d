"""Which activity types stand in each policy and with each council, under three readings of the texts."""

from enum import StrEnum

from ...evidence import EvidenceBase
from ...evidence.typed import types_of
from .actions import ActionStatus, Suggest, typed_actions

Holdings = dict[str, frozenset[str]]
"""Activity types under the slug of a policy, or of a council."""


class Reading(StrEnum):
    """Which types count for a policy."""

    SETTLED = "settled"
    """Those that its record names, and those that a reviewer approved for its actions."""
    WITH_CANDIDATES = "with-candidates"
    """Those, and what the matcher suggests for actions that nobody has coded."""
    ACTIONS_ONLY = "actions-only"
    """Those of its actions alone on which two passes agreed or that a reviewer approved."""


def types_by_policy(base: EvidenceBase) -> Holdings:
    """Give the settled types of each policy."""
    return {slug: frozenset(types_of(base, policy)) for slug, policy in base.policies.items()}


def types_as_read(base: EvidenceBase, reading: Reading, suggest: Suggest) -> Holdings:
    """Give the types of each policy under a reading; `suggest` gives what the matcher makes of a text."""
    found: dict[str, set[str]] = {slug: set() for slug in base.policies}
    for action in typed_actions(base, suggest):
        wanted = action.status is ActionStatus.CANDIDATE
        if reading is Reading.ACTIONS_ONLY:
            wanted = action.status in (ActionStatus.CODED, ActionStatus.APPROVED)
        if wanted and action.type:
            found[action.policy].add(action.type)
    if reading is Reading.ACTIONS_ONLY:
        return {slug: frozenset(types) for slug, types in found.items()}
    settled = types_by_policy(base)
    if reading is Reading.SETTLED:
        return settled
    return {slug: types | found[slug] for slug, types in settled.items()}


def of_councils(base: EvidenceBase, by_policy: Holdings) -> Holdings:
    """Put together the types of each council's policies."""
    found: dict[str, set[str]] = {}
    for slug, types in by_policy.items():
        found.setdefault(base.policies[slug].council, set()).update(types)
    return {slug: frozenset(types) for slug, types in found.items()}


def types_by_council(base: EvidenceBase) -> Holdings:
    """Give the settled types of each council with a policy on record."""
    return of_councils(base, types_by_policy(base))


def types_in_order(base: EvidenceBase) -> list[str]:
    """List activity types by domain, then in the order of the code frame."""
    domains = list(base.domains)
    return sorted(base.types, key=lambda slug: domains.index(base.types[slug].domain))
