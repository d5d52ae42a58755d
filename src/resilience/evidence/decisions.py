"""Decisions of reviewers on suggested types, kept in `matches/`: one file a record, each saved at once."""

from collections.abc import Iterable

import yaml

from resilience.evidence.atomic import write_whole
from resilience.evidence.base import EvidenceBase
from resilience.evidence.form import to_form
from resilience.evidence.kinds import KINDS
from resilience.records.decision import Decision, Decisions, RecordKind

KIND = next(kind for kind in KINDS if kind.model is Decisions)


def decision_on(base: EvidenceBase, slug: str, text: str) -> Decision | None:
    """Give the decision on a text of a record, if there is one."""
    decided = base.decisions.get(slug)
    return next((one for one in decided.decisions if one.text == text), None) if decided else None


def save_decision(base: EvidenceBase, slug: str, of: RecordKind, decision: Decision) -> None:
    """Add a decision to the file of its record, in place of an earlier one on the same text."""
    _save(base, slug, of, [*_others(base, slug, decision.text), decision])


def take_back(base: EvidenceBase, slug: str, of: RecordKind, text: str) -> None:
    """Remove the decision on a text, and the file if no other stands in it."""
    _save(base, slug, of, _others(base, slug, text))


def _others(base: EvidenceBase, slug: str, text: str) -> list[Decision]:
    # Another reviewer may have saved since this base was read, so the folder is read anew.
    base.decisions = EvidenceBase(base.folder).decisions
    decided = base.decisions.get(slug)
    return [one for one in decided.decisions if one.text != text] if decided else []


def _save(base: EvidenceBase, slug: str, of: RecordKind, decisions: Iterable[Decision]) -> None:
    path = base.folder / KIND.folder / f"{slug}.yml"
    record = Decisions(slug=slug, of=of, decisions=tuple(decisions))
    if record.decisions:
        write_whole(path, _text(record))
        base.decisions[slug] = record
    else:
        path.unlink(missing_ok=True)
        base.decisions.pop(slug, None)


def _text(record: Decisions) -> str:
    plain = record.model_dump(mode="json", exclude={"slug"}, exclude_defaults=True)
    written = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=100_000)
    return f"{KIND.modeline}\n{to_form(written, Decisions)}"
