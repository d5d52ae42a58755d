"""A policy, made of the answers to its form."""

from resilience.drafts.council import council_of
from resilience.drafts.draft import Draft, provenance
from resilience.drafts.hidden import FOR_EDITORS
from resilience.evidence import EvidenceBase
from resilience.received.answers import Answers
from resilience.received.change import Change, begun
from resilience.received.fault import quoted
from resilience.received.forms.policy import BOTH, EVALUATED, MONITORED, SEEN
from resilience.received.sender import Sender
from resilience.records.naming import policy_slug
from resilience.records.policy import Policy


def policy(base: EvidenceBase, answers: Answers, sender: Sender) -> Change | None:
    """Begin the record; what was not answered was not seen."""
    title, start, end = answers.text("policy") or "", answers.year("start"), answers.year("end")
    page, seen = answers.address("address"), answers.word(SEEN)
    values = {
        "title": title,
        "year_start": start,
        "year_end": end,
        "document_type": answers.word("document"),
        "types": answers.words("types"),
        "summary": answers.text("summary"),
        "actions": [{"text": text} for text in dict.fromkeys(answers.lines("actions"))],
        "target_population": answers.text("people"),
        "evaluation": True if seen in (EVALUATED, BOTH) else None,
        "monitoring": True if seen in (MONITORED, BOTH) else None,
        "url": page,
        "provenance": provenance(page, answers.word("read"), answers.word("by")) | {"notes": sender.credit},
    }
    try:
        council = council_of(base, answers.text("council") or "")
    except ValueError as reason:
        answers.wrong("council", quoted(reason))
        return None
    name = policy_slug(base.councils[council].name, title, start)
    draft = Draft(Policy, name, values | {"council": council}, hidden=FOR_EDITORS)
    return begun(answers, "policy", draft)
