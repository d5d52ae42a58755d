"""The activity types of a council, and how sure we are of each."""

from collections import Counter

from resilience.policies.actions import ActionStatus, actions_in
from resilience.records.policy import Policy
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Line, paragraph, table
from resilience.site.pages.common import Pages

READING = (
    "A language model gave each policy its activities. Actions were then typed one by one: "
    "coded means that two passes of the model agreed, approved that a person decided, "
    "and candidate that only the matcher suggests it."
)
SHOWN = (ActionStatus.CODED, ActionStatus.APPROVED, ActionStatus.CANDIDATE)
ONLY_SUGGESTED = "none: only suggested"


def activities(pages: Pages, own: list[Policy], types: tuple[str, ...]) -> list[Block | None]:
    """Tabulate types with the policies that hold them, and their actions by how sure we are."""
    actions = actions_in(pages, own, pages.suggestions.of)
    counted = Counter((action.type, action.status) for action in actions if action.type)
    suggested = [slug for slug in pages.base.types if counted[slug, ActionStatus.CANDIDATE]]
    held = Counter(slug for policy in own for slug in pages.joins.types_of(policy))
    rows: list[tuple[Line, ...]] = [
        (
            pages.type_link(slug),
            words.number(held[slug]) if held[slug] else ONLY_SUGGESTED,
            ", ".join(_said(counted[slug, status], status) for status in SHOWN if counted[slug, status])
            or "no action of this type",
        )
        for slug in dict.fromkeys([*types, *suggested])
    ]
    if not rows:
        return []
    header = ("Activity", "Policies", "Actions")
    return [paragraph(READING), table("Activities of this council", header, rows)]


def _said(n: int, status: ActionStatus) -> str:
    return f"{status.value.lower()}: {words.number(n)}"
