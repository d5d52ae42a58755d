"""Counts of actions, by how sure we are of their type and by type."""

from collections import Counter

import pandas as pd

from resilience.findings.view import Findings
from resilience.policies.actions import ActionStatus, TypedAction


def actions_by_status(actions: list[TypedAction]) -> pd.DataFrame:
    """Count actions by how sure we are of their type, surest first: label, n."""
    counted = Counter(action.status for action in actions)
    return pd.DataFrame([{"label": status.value, "n": counted[status]} for status in ActionStatus])


def actions_by_type(findings: Findings, actions: list[TypedAction]) -> pd.DataFrame:
    """Count actions by type and how sure we are of it: row, column, n; a pair without one is missing."""
    counted = Counter((action.type, action.status) for action in actions)
    there = [status for status in ActionStatus if any(key[1] is status and key[0] for key in counted)]
    return pd.DataFrame(
        [
            {"row": type_.label, "column": status.value, "n": counted[slug, status]}
            for slug, type_ in findings.base.types.items()
            for status in there
            if counted[slug, status]
        ]
    )
