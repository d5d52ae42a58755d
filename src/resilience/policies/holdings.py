"""Which activity types stand in each policy and with each council, under three readings of the texts."""

from enum import StrEnum

from resilience.findings.view import Findings, Holdings
from resilience.policies.actions import ActionStatus, Suggest, typed_actions


class Reading(StrEnum):
    """Which types count for a policy."""

    SETTLED = "settled"
    """Those that its record names, and those that a reviewer approved for its actions."""
    WITH_CANDIDATES = "with-candidates"
    """Those, and what the matcher suggests for actions that nobody has coded."""
    ACTIONS_ONLY = "actions-only"
    """Those of its actions alone on which two passes agreed or that a reviewer approved."""


def types_as_read(findings: Findings, reading: Reading, suggest: Suggest) -> Holdings:
    """Give the types of each policy under a reading; `suggest` gives what the matcher makes of a text."""
    found: dict[str, set[str]] = {slug: set() for slug in findings.base.policies}
    for action in typed_actions(findings, suggest):
        wanted = action.status is ActionStatus.CANDIDATE
        if reading is Reading.ACTIONS_ONLY:
            wanted = action.status in (ActionStatus.CODED, ActionStatus.APPROVED)
        if wanted and action.type:
            found[action.policy].add(action.type)
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
