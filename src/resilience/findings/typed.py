"""The type of a free text and how sure we are of it: what two passes agreed on, else a reviewer decided."""

from typing import NamedTuple

from resilience.evidence.base import EvidenceBase
from resilience.evidence.decisions import decision_on
from resilience.records.coding import CodedText
from resilience.records.decision import Decision
from resilience.records.vocabulary import Answer, MatchStatus


class Typed(NamedTuple):
    """A text, how sure we are of its type, its type where it has one, and the reviewer's decision."""

    text: CodedText
    status: MatchStatus
    type: str | None
    decision: Decision | None = None


def typed_of(base: EvidenceBase, slug: str, text: CodedText) -> Typed:
    """Give the type of a text that stands in the record of this slug."""
    if text.coded:
        return Typed(text, text.status, text.type)
    decision = decision_on(base, slug, text.text)
    if decision is None:
        return Typed(text, text.status, None)
    approved = decision.answer is Answer.APPROVED
    status = MatchStatus.APPROVED if approved else MatchStatus.REJECTED
    return Typed(text, status, decision.type, decision)
