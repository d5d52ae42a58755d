"""The whole evidence as the rules see it; broken files are reported and left out, never in the way."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TypeVar

from resilience.checks.document import Document, Part
from resilience.checks.files import E106, read_text
from resilience.checks.problem import Problem
from resilience.checks.works import Catalogue, Work, read_catalogue
from resilience.checks.yaml_traps import read_yaml
from resilience.evidence.kinds import BIBLIOGRAPHY, Kind, kind_of
from resilience.evidence.record_files import plain
from resilience.evidence.shared import Shared, Unshared
from resilience.records.base import SLUG_PATTERN, Record
from resilience.records.editorial import MirrorHosts, Mirrors
from resilience.records.slugs import as_slug

_READ = (".yml", ".csv", ".bib")
R = TypeVar("R", bound=Record)


_COPY = re.compile(r"\bcopy(?: of\b|-of\b|\b)|\(\d+\)", re.IGNORECASE)


def meant_name(stem: str) -> str:
    """Give the name that a file was meant to have, by its name without ending."""
    return stem if re.fullmatch(SLUG_PATTERN, stem) else as_slug(_COPY.sub(" ", stem)) or stem


def original_of(stem: str) -> str:
    """Give the name of the file of which another is a copy by its name; an empty text where it is none."""
    return as_slug(_COPY.sub(" ", stem)) if _COPY.search(stem) else ""


class Corpus:
    """All files below one evidence folder, read once."""

    def __init__(self, folder: Path, today: date, shared: Shared | None = None) -> None:
        """Read the folder; `today` decides what is overdue.

        `shared` holds what was made from the files of other states of the evidence that say the same.
        """
        self.shared = shared or Unshared()
        self.folder = folder
        self.today = today
        self.files = sorted(
            PurePosixPath(path.relative_to(folder).as_posix())
            for path in folder.rglob("*")
            if path.is_file() or path.is_symlink()
        )
        self.unread: list[Problem] = []
        """What was found wrong while reading."""
        self.documents: list[Document] = []
        self.tables: dict[PurePosixPath, str] = {}
        self.bibliography: str | None = None
        for file in self.files:
            self._read(file)

    def shown(self, file: PurePosixPath | str) -> str:
        """Write a path below the folder as messages show it."""
        return f"{self.folder.name}/{file}"

    def _read(self, file: PurePosixPath) -> None:
        is_link = (self.folder / file).is_symlink()
        if not is_link and (file.suffix not in _READ or file.parts[0] == "schema"):
            return
        text, problems = read_text(self.folder / file, self.shown(file), self.shared)
        self.unread += problems
        if text is None:
            return
        if file.suffix == ".csv":
            self.tables[file] = text
        elif file == PurePosixPath(BIBLIOGRAPHY):
            self.bibliography = text
        elif kind := kind_of(file):
            if any(problem.code == E106.code for problem in problems):
                # Two versions in one file are no YAML, and what is said of the mixture helps nobody.
                return
            document, traps = self._document(self.shown(file), kind, text)
            self.unread += traps
            if document:
                self.documents.append(document)

    def _document(self, shown: str, kind: Kind, text: str) -> tuple[Document | None, list[Problem]]:
        def read() -> tuple[Document | None, list[Problem]]:
            data, traps, usable = read_yaml(text, shown)
            if not traps:
                # The record is made from the same text, and need not parse it again.
                self.shared.once(plain(text), lambda: data)
            return (Document(shown, kind, text, data) if usable else None), traps

        return self.shared.once(("document", shown, text), read)

    @cached_property
    def _parts(self) -> list[Part]:
        return [part for document in self.documents for part in document.parts]

    @cached_property
    def _parts_by_model(self) -> dict[type[Record], list[Part]]:
        groups: dict[type[Record], list[Part]] = defaultdict(list)
        for part in self._parts:
            for model in part.model.__mro__:
                if issubclass(model, Record):
                    groups[model].append(part)
        return groups

    def parts(self, model: type[Record]) -> list[Part]:
        """Give all groups of fields that follow a model, wherever they stand."""
        return self._parts_by_model.get(model, [])

    def slugs(self, model: type[Record], field: str = "slug") -> dict[str, Part]:
        """Give the parts of a model by their slug or key, the first where two share one."""
        found: dict[str, Part] = {}
        for part in self.parts(model):
            if slug := part.text(field):
                found.setdefault(slug, part)
        return found

    def names(self, kind: str) -> frozenset[str]:
        """Give the names of all files of a kind, whether they can be read or not.

        A file whose own name is wrong counts under the name that it was meant to have: that the name is wrong
        is a problem of the file, and not of each record that points to it.
        """
        return self._names.get(kind, frozenset())

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        names: dict[str, set[str]] = defaultdict(set)
        for file in self.files:
            if file.suffix in (".yml", ".yaml") and (kind := kind_of(file.with_suffix(".yml"))):
                names[kind.name].add(meant_name(file.stem))
        return {kind: frozenset(own) for kind, own in names.items()}

    @cached_property
    def _records(self) -> dict[str, dict[str, Document]]:
        # Rules ask for each row of a table, so a walk over all files would grow with their square.
        groups: dict[str, dict[str, Document]] = defaultdict(dict)
        for document in self.documents:
            groups[document.kind.name][document.name] = document
        return groups

    def records(self, kind: str) -> dict[str, Document]:
        """Give the files of a kind by their names."""
        return self._records.get(kind, {})

    def valid(self, kind: str, model: type[R]) -> dict[str, R]:
        """Give the records of a kind that follow their model; the problems of others are found elsewhere."""
        read = {name: document.record for name, document in self.records(kind).items()}
        return {name: record for name, record in read.items() if isinstance(record, model)}

    def each(self, look: Callable[[Document], Iterable[Problem]]) -> Iterator[Problem]:
        """Give what a rule finds that looks at one file at a time, and at nothing else."""
        for document in self.documents:
            makings = look.__module__, look.__name__, document.path, document.text
            yield from self.shared.once(makings, lambda document=document: tuple(look(document)))  # type: ignore[misc]

    def of_works(self, look: Callable[[Catalogue, str, date], Iterable[Problem]]) -> Iterator[Problem]:
        """Give what a rule finds that looks at the bibliography and the day, and at nothing else."""
        shown = self.shown(BIBLIOGRAPHY)
        makings = look.__module__, look.__name__, shown, self.bibliography, self.today
        yield from self.shared.once(makings, lambda: tuple(look(self.catalogue, shown, self.today)))

    @cached_property
    def catalogue(self) -> Catalogue:
        """The bibliography, with what could not be read of it."""
        text = self.bibliography or ""
        return self.shared.once(("catalogue", text), lambda: read_catalogue(text))

    @property
    def works(self) -> list[Work]:
        """The entries of the bibliography."""
        return self.catalogue.works

    @cached_property
    def mirrors(self) -> MirrorHosts:
        """Hosts that are never offered as links."""
        return MirrorHosts(host for part in self.parts(Mirrors) for _, host in part.texts("hosts"))
