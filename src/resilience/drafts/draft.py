"""A record that is about to be written, and how it gets into the evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from resilience.evidence import EvidenceBase
from resilience.evidence.fields import labels_of
from resilience.evidence.kinds import Kind, kind_with
from resilience.evidence.saving import save_new, save_work
from resilience.evidence.template import Template
from resilience.records.base import Record
from resilience.records.reference import Reference
from resilience.records.vocabulary import Coders

UNTIL_REVIEW = timedelta(days=365)


@dataclass(frozen=True)
class Draft:
    """A record that is about to be written."""

    model: type[Record]
    name: str
    values: Mapping[str, Any]
    notes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    work: Reference | None = None
    """A work that goes into the bibliography with it."""

    @property
    def kind(self) -> Kind:
        """Its kind of file."""
        return kind_with(self.model)

    def save(self, base: EvidenceBase, bare: bool) -> list[Path]:
        """Write it, without comments where it is to be bare, and give the paths of what was written.

        Raises EvidenceError where a file is there already or can't be written.
        """
        template = Template(self.kind, labels_of(base), self.notes, self.hidden, bare)
        paths = [save_new(base, self.kind, self.name, template.text(self.values))]
        if self.work:
            paths.append(save_work(base, self.work))
        return paths


def provenance(at: str | None, read: str | None, by: str | None) -> dict[str, Any]:
    """Give what is known of where a new record comes from; it is coded once, today, and not checked."""
    today = date.today()
    return {
        "seen": [{"at": at}],
        "read": read,
        "by": by,
        "coders": Coders.SINGLE.value,
        "added": today.isoformat(),
        "review_by": (today + UNTIL_REVIEW).isoformat(),
    }
