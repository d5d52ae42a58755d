"""A report that something is wrong with a record: it stands there as a caution until somebody mends it."""

from collections.abc import Mapping
from pathlib import Path

from resilience.evidence import EvidenceBase
from resilience.evidence.kinds import kind_with
from resilience.evidence.saving import save_caution
from resilience.received.answers import Answers
from resilience.received.change import Change
from resilience.received.fault import quoted
from resilience.received.page import not_known, page_named
from resilience.received.sender import Sender
from resilience.records.base import Record
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.policy import Policy
from resilience.records.study import Study

_MODELS: Mapping[str, type[Record]] = {kind_with(one).folder: one for one in (Study, Policy, Neighbourhood)}
"""The records that have a place for a report, by their folder."""


def correction(base: EvidenceBase, answers: Answers, sender: Sender) -> Change | None:
    """Note on the record what a reader says is wrong with it, and where that can be seen."""
    said = answers.text("record") or ""
    page = page_named(said)
    if page is None:
        answers.wrong("record", f"{quoted(said)} names no record. Copy the address of its page in the book.")
        return None
    folder, name = page
    if folder not in _MODELS:
        answers.wrong(
            "record",
            f"{quoted(said)} is no study, policy or neighbourhood. Such pages are changed by hand, "
            "so a maintainer answers in this issue.",
        )
        return None
    if name not in (names := base.names(_MODELS[folder])):
        answers.wrong("record", not_known(name, names, "is not on record."))
        return None
    kind = kind_with(_MODELS[folder])
    caution = (
        f"A reader reported this, and it has not been settled: {answers.text('change')} "
        f"Seen at: {answers.text('source')}"
    )

    def save(copy: EvidenceBase) -> list[Path]:
        save_caution(copy, kind.name, name, caution)
        return [copy.folder / kind.file(name)]

    return Change(f"{folder}/{name}", save)
