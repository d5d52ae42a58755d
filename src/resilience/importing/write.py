"""New works written as entries of the bibliography and as leads: checked first, whole or not at all."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from resilience.checks import Problem, Severity
from resilience.checks.trial import copied, new_problems
from resilience.evidence import EvidenceBase
from resilience.evidence.bib_form import in_form
from resilience.evidence.form import amended
from resilience.evidence.kinds import BIBLIOGRAPHY, kind_with
from resilience.evidence.saving import write_together
from resilience.evidence.works import write_bibtex
from resilience.importing.work import Work
from resilience.records.editorial import Imported, Lead, Leads
from resilience.records.naming import key_for
from resilience.records.study import Study


class Source(NamedTuple):
    """The file that the works come from, and the day on which they were brought."""

    name: str
    format: str
    on: date


class Refused(Exception):
    """Nothing was written; the message says why."""


def named(works: Sequence[Work], base: EvidenceBase) -> list[Work]:
    """Give each work a key of its own."""
    taken = {*base.references, *base.leads, *base.names(Study)}
    result = []
    for work in works:
        key = key_for(work.reference, taken)
        taken.add(key)
        result.append(work.under(key))
    return result


def write(works: Sequence[Work], base: EvidenceBase, source: Source) -> None:
    """Write works that have their keys, all or none.

    Raises Refused where the evidence would not stand the checks with them, or can't be amended.
    """
    files = {BIBLIOGRAPHY: _bibliography(works, base), kind_with(Leads).file(): _leads(works, base, source)}
    content = {name: text.encode() for name, text in files.items()}
    if problems := _new_errors(base.folder, content):
        raise Refused(
            "\n".join(["Nothing was written, for these would not stand the checks:", *map(str, problems)])
        )
    write_together(base.folder, content)


def _bibliography(works: Iterable[Work], base: EvidenceBase) -> str:
    before = (base.folder / BIBLIOGRAPHY).read_text(encoding="utf-8").rstrip("\n")
    added = write_bibtex({work.reference.key: work.reference for work in works})
    return in_form(f"{before}\n\n{added}").text


def _leads(works: Iterable[Work], base: EvidenceBase, source: Source) -> str:
    new = [_lead(work, source) for work in works]
    path = base.folder / kind_with(Leads).file()

    def with_new(data: Any) -> None:
        data["leads"] = [*data["leads"], *new]

    try:
        return amended(path.read_text(encoding="utf-8"), Leads, with_new)
    except yaml.YAMLError as error:
        raise Refused(f"{path.name} can't be amended ({error}). Run `resilience check` first.") from error


def _lead(work: Work, source: Source) -> dict[str, Any]:
    imported = Imported(
        file=source.name,
        format=source.format,
        line=work.line,
        on=source.on,
        labels=work.labels,
        notes=work.notes,
    )
    lead = Lead(key=work.reference.key, types=(), imported=imported)
    plain = lead.model_dump(mode="json", exclude_defaults=True)
    return {"key": plain["key"], "types": [], "imported": plain["imported"]}


def _new_errors(folder: Path, files: dict[str, bytes]) -> list[Problem]:
    """Check a copy of the evidence that has the new files, and give the errors that it has more."""
    with copied(folder) as copy:
        for name, content in files.items():
            (copy / name).write_bytes(content)
        return [one for one in new_problems(folder, copy) if one.severity is Severity.ERROR]
