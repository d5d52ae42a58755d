"""Files of the evidence, each written wholly or not at all: in form, or with what a person decided."""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from resilience.evidence.base import EvidenceBase
from resilience.evidence.bib_form import in_form
from resilience.evidence.errors import EvidenceError
from resilience.evidence.form import amended, to_form
from resilience.evidence.kinds import BIBLIOGRAPHY, KINDS, MODELINE_START, Kind, kind_of, kind_with
from resilience.evidence.mending import mended
from resilience.evidence.works import write_bibtex
from resilience.records.answer import Grounds
from resilience.records.base import Record
from resilience.records.coding import Decision, Decisions, RecordKind
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.provenance import Check
from resilience.records.reference import Reference
from resilience.records.sample import BlindAnswer, Sample
from resilience.records.vocabulary import Read


def write_whole(path: Path, text: str) -> None:
    """Write beside the file and move into its place, so that a stop half-way loses nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        Path(name).chmod(path.stat().st_mode if path.exists() else 0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_if_other(path: Path, content: bytes) -> None:
    """Write a file, with its folder, unless it holds just that already."""
    if not path.exists() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def write_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files of a folder that belong together: all are written beside before the first is moved."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".") as beside:
        for name, content in files.items():
            (Path(beside) / name).write_bytes(content)
            (Path(beside) / name).chmod(0o644)
        for name in files:
            (Path(beside) / name).replace(folder / name)


def bring_into_form(
    folder: Path, paths: Iterable[Path], tell: Callable[[str], object] = str
) -> Iterator[Path]:
    """Mend the record files among some paths below an evidence folder, and name those that changed.

    A file that can't be read, or is no plain file, is left as it is. What is left out on the way is told.
    """
    for path, _, after in would_change(folder, paths, tell):
        write_whole(path, after)
        yield path


def would_change(
    folder: Path, paths: Iterable[Path], tell: Callable[[str], object] = str
) -> Iterator[tuple[Path, str, str]]:
    """Give the files that would change, each with its text before and after."""
    for path in paths:
        if path.is_symlink():
            continue
        try:
            before = path.read_bytes().decode("utf-8")
            after = _formed(PurePosixPath(path.relative_to(folder).as_posix()), before, tell)
        except (OSError, UnicodeDecodeError, yaml.YAMLError):
            continue
        if after != before:
            yield path, before, after


def _formed(name: PurePosixPath, text: str, tell: Callable[[str], object]) -> str:
    if name == PurePosixPath(BIBLIOGRAPHY):
        formed = in_form(text)
        for word in formed.words:
            tell(f"{name}: {word}")
        return formed.text
    kind = kind_of(name)
    if kind is None:
        return text
    return _with_modeline(to_form(mended(text.removeprefix("\ufeff"), kind.model), kind.model), kind)


def _with_modeline(text: str, kind: Kind) -> str:
    first, _, rest = text.partition("\n")
    body = rest if first.startswith(MODELINE_START) else text
    return f"{kind.modeline}\n{body}"


def save_check(base: EvidenceBase, kind: str, name: str, check: Check) -> None:
    """Write into a record who has compared it with its full source and found it right, and when.

    From then on the full text counts as read.

    Raises EvidenceError where the record can't be read or written.
    """

    def checked(data: Any) -> None:
        data["provenance"]["read"] = Read.FULL_TEXT.value
        data["provenance"]["checked"] = check.model_dump(mode="json")

    _amend(base, kind, name, checked)


def save_caution(base: EvidenceBase, kind: str, name: str, caution: str) -> None:
    """Add to the cautions of a record what a person found wrong with it.

    Raises EvidenceError where the record can't be read or written.
    """

    def warned(data: Any) -> None:
        data["provenance"]["cautions"] = [*data["provenance"].get("cautions", []), caution]

    _amend(base, kind, name, warned)


def save_grounds(base: EvidenceBase, slug: str, grounds: Mapping[str, Grounds], on: date) -> None:
    """Write into an answer the grounds on which its sentences stand now, by group of outcomes.

    Nobody has checked the answer on these grounds yet.

    Raises EvidenceError where the record can't be read or written.
    """

    def renewed(data: Any) -> None:
        for part in (*data["aims"], *data["activity"].get("beside", [])):
            part["grounds"] = grounds[part["outcome"]].model_dump(mode="json")
        data["written"] |= {"settled": on.isoformat(), "checked": None}

    _amend(base, "answer", slug, renewed)


def _amend(base: EvidenceBase, kind: str, name: str, change: Callable[[Any], None]) -> None:
    of = next(one for one in KINDS if one.name == kind)
    path = base.folder / of.file(name)
    try:
        # The file is read anew: somebody else may have changed it since the walk began.
        write_whole(path, amended(path.read_text(encoding="utf-8"), of.model, change))
    # What is no record any more has no provenance, or is no group of fields.
    except (OSError, ValueError, KeyError, TypeError, yaml.YAMLError) as error:
        raise EvidenceError(
            f"{path}: {error}\nNothing was saved. Mend the file, then check it again."
        ) from error


def decision_on(base: EvidenceBase, slug: str, text: str) -> Decision | None:
    """Give the decision on a text of a record, if there is one.

    A decision with suggestions in sight goes before an answer without: it is how two answers are settled.
    """
    decided = base.decisions.get(slug)
    found = next((one for one in decided.decisions if one.text == text), None) if decided else None
    blind = (sample.decision_on(slug, text) for sample in base.samples.values())
    return found or next(filter(None, blind), None)


def save_decision(base: EvidenceBase, slug: str, of: RecordKind, decision: Decision) -> None:
    """Add a decision to the file of its record, in place of an earlier one on the same text."""
    _save(base, slug, of, [*_others(base, slug, decision.text), decision])


def take_back(base: EvidenceBase, slug: str, of: RecordKind, text: str) -> None:
    """Remove the decision on a text, and the file if no other stands in it."""
    _save(base, slug, of, _others(base, slug, text))


def read_anew(base: EvidenceBase) -> None:
    """Read decisions and samples again: another reviewer may have saved since this base was read."""
    now = EvidenceBase(base.folder)
    base.decisions, base.samples = now.decisions, now.samples


def _others(base: EvidenceBase, slug: str, text: str) -> list[Decision]:
    read_anew(base)
    decided = base.decisions.get(slug)
    return [one for one in decided.decisions if one.text != text] if decided else []


def _save(base: EvidenceBase, slug: str, of: RecordKind, decisions: Iterable[Decision]) -> None:
    path = base.folder / kind_with(Decisions).file(slug)
    record = Decisions(slug=slug, of=of, decisions=tuple(decisions))
    if record.decisions:
        write_whole(path, _text(record, Decisions))
        base.decisions[slug] = record
    else:
        path.unlink(missing_ok=True)
        base.decisions.pop(slug, None)


def save_sample(base: EvidenceBase, sample: Sample) -> None:
    """Write a sample as it was drawn."""
    write_whole(base.folder / kind_with(Sample).file(sample.slug), _text(sample, Sample))
    base.samples[sample.slug] = sample


def save_answer(base: EvidenceBase, slug: str, place: int, answer: BlindAnswer | None) -> Sample:
    """Write the answer on one text of a sample, or take it back, and give the sample as it is then."""
    read_anew(base)
    sample = base.samples[slug].with_answer(place, answer)
    save_sample(base, sample)
    return sample


def _text(record: Record, model: type[Record]) -> str:
    plain = record.model_dump(mode="json", exclude={"slug"}, exclude_defaults=True)
    written = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=100_000)
    return f"{kind_with(model).modeline}\n{to_form(written, model)}"


def save_new(base: EvidenceBase, kind: Kind, name: str, text: str) -> Path:
    """Write the file of a new record, and give its path; a file that is there already is never touched.

    Raises EvidenceError where there is one.
    """
    path = base.folder / kind.file(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise EvidenceError(
            f"{kind.file(name)} is there already, and stays as it is. Give another name."
        ) from None
    return path


def save_work(base: EvidenceBase, work: Reference) -> Path:
    """Add a work to the bibliography, in its place, and give the path of that file.

    Raises EvidenceError where the key is taken or the work can't be written.
    """
    path = base.folder / BIBLIOGRAPHY
    if work.key in base.references:
        raise EvidenceError(f"{BIBLIOGRAPHY} has the key {work.key} already.")
    try:
        text = path.read_text(encoding="utf-8")
        added = f"{text.rstrip()}\n\n{write_bibtex({work.key: work})}".lstrip()
        write_whole(path, in_form(added).text)
    except (OSError, ValueError) as error:
        raise EvidenceError(f"{BIBLIOGRAPHY} can't be written: {error}") from error
    return path


def save_activity(base: EvidenceBase, slug: str, activity: Mapping[str, Any]) -> Path:
    """Add an activity to a neighbourhood, after those that are there, and give the path of its file.

    Raises EvidenceError where the text stands there already, or the file can't be read or written.
    """
    if any(one.text == activity["text"] for one in base.all_neighbourhoods[slug].activities):
        raise EvidenceError(f"This text stands under the activities of {slug} already.")

    def added(data: Any) -> None:
        if data["activities"]:
            data["activities"].append(dict(activity))
        else:
            data["activities"] = [dict(activity)]

    _amend(base, "neighbourhood", slug, added)
    return base.folder / kind_with(Neighbourhood).file(slug)
