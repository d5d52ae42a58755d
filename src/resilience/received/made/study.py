"""A study, made of the answers to its form."""

import re
from typing import Any

from resilience.drafts.draft import Draft, provenance
from resilience.drafts.work import on_record
from resilience.evidence import EvidenceBase
from resilience.importing.found import Found
from resilience.importing.work import work_of
from resilience.received.answers import Answers
from resilience.received.change import Change, begun
from resilience.received.fault import quoted
from resilience.received.sender import Sender
from resilience.records.naming import key_for
from resilience.records.reference import Reference
from resilience.records.study import Study
from resilience.records.vocabulary import Bias, OnTopic

MOST_PEOPLE = 10**9
_ET_AL = re.compile(r"[,;]?\s+et\.? al\.?\Z", re.IGNORECASE)


def study(base: EvidenceBase, answers: Answers, sender: Sender) -> Change | None:
    """Begin the record, with its work where the bibliography lacks it; risk of bias is for a reviewer."""
    values, work = _values(answers, sender), _work(base, answers)
    if work is None:
        return None
    known = on_record(base, work)
    key = known or key_for(work, base.references)
    if key in base.names(Study):
        answers.wrong("work", f"It is on record: {quoted(f'studies/{key}')}. Send a correction instead.")
        return None
    values["provenance"]["seen"] = [{"at": work.link}]
    new = None if known else work.model_copy(update={"key": key})
    return begun(answers, "work", Draft(Study, key, values, work=new))


def _values(answers: Answers, sender: Sender) -> dict[str, Any]:
    types, numbers = answers.words("types"), answers.text("numbers")
    notes = [sender.credit, *([f"Numbers as the sender copied them: {numbers}"] if numbers else [])]
    return {
        "design": answers.word("design"),
        "comparison": answers.word("comparison"),
        "country_note": answers.text("where"),
        "population": answers.text("population"),
        "sample_size": answers.whole("sample", 1, MOST_PEOPLE),
        "types": types,
        "on_topic": dict.fromkeys(types, OnTopic.YES.value),
        "intervention": answers.text("intervention"),
        "outcomes": [
            {
                "category": answers.word("outcome"),
                "measure": answers.text("measure"),
                "direction": answers.word("direction"),
                "clear": answers.word("clear"),
            }
        ],
        "bias": Bias.NOT_TOLD.value,
        "summary": answers.text("summary"),
        "provenance": provenance(None, answers.word("read"), answers.word("by")) | {"notes": " ".join(notes)},
    }


def _work(base: EvidenceBase, answers: Answers) -> Reference | None:
    """Bring the work into the house's form, as works of an export are."""
    address = answers.text("address") or ""
    as_doi = address.lower().startswith(("10.", "doi"))
    found = Found(
        line=0,
        fields={
            "title": [answers.text("work") or ""],
            "authors": [_ET_AL.sub("; others", names) for names in answers.lines("authors")],
            "journal": [answers.text("journal") or ""],
            "doi" if as_doi else "url": [address],
        },
    )
    work = work_of(found, base.mirrors)
    year = answers.year("year")
    if work.fault or work.reference.title is None:
        answers.wrong("work", "The title has no words.")
        return None
    if address and work.reference.link is None:
        answers.wrong(
            "address", f"{quoted(address)} is no DOI such as 10.1234/abc, and no address of the work itself."
        )
        return None
    return work.reference.model_copy(update={"year": year})
