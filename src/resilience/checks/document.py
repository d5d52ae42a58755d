"""A file of the evidence as the rules see it: its text, its data, its lines and its groups of fields."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import PurePosixPath
from typing import Any

from pydantic import ValidationError

from resilience.checks.problem import Code, Problem
from resilience.evidence.kinds import Kind
from resilience.evidence.yaml_reader import Path, Positions, dotted, read_document
from resilience.records.base import Record, record_in


@dataclass(frozen=True)
class Document:
    """A record file that could be read as YAML."""

    path: str
    """As messages show it."""
    kind: Kind
    text: str
    data: Any

    @cached_property
    def name(self) -> str:
        """The file's name without its ending: the key or slug of its record."""
        return PurePosixPath(self.path).stem

    @cached_property
    def parts(self) -> "tuple[Part, ...]":
        """All groups of fields, the outermost first."""
        return tuple(_walk(self, (), self.kind.model, self.data))

    @cached_property
    def record(self) -> Record | None:
        """The record; None where it does not follow its model, which is a problem of its own."""
        named = {self.kind.identity: self.name} if self.kind.identity else {}
        try:
            return self.kind.model.model_validate({**self.data, **named})
        except (TypeError, ValidationError):
            return None

    @cached_property
    def _positions(self) -> Positions:
        # Read again for the few files with a problem: trees of all files would take 100 MB.
        return Positions(read_document(self.text).root)

    def line(self, path: Path) -> int:
        """Give the line of a field."""
        return self._positions.line(path)

    def problem(self, code: Code, path: Path, message: str, mend: str = "") -> Problem:
        """Report a problem with a field of this file."""
        return code.found(self.path, self.line(path), message, field=dotted(path), mend=mend)


@dataclass(frozen=True)
class Part:
    """A group of fields for which the models have a name, such as an effect in a study."""

    document: Document
    path: Path
    model: type[Record]
    data: dict[str, Any]

    def text(self, field: str) -> str:
        """Give a text field, or an empty text where it is absent or something else."""
        value = self.data.get(field)
        return value if isinstance(value, str) else ""

    def number(self, field: str) -> float | None:
        """Give a number field, or None where it is absent or something else."""
        value = self.data.get(field)
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            return None
        try:
            return float(value)
        except OverflowError:
            return math.inf

    def texts(self, field: str) -> list[tuple[int, str]]:
        """Give the texts of a list field, each with its position."""
        value = self.data.get(field)
        items = value if isinstance(value, list) else []
        return [(index, item) for index, item in enumerate(items) if isinstance(item, str)]

    def words(self, field: str) -> list[tuple[Path, str]]:
        """Give the text of a field, or the texts of a list field, each with its place in this part."""
        if text := self.text(field):
            return [((field,), text)]
        return [((field, index), item) for index, item in self.texts(field) if item]

    def inside(self, field: str) -> "Part":
        """Give the group of fields that a field holds, without any where it holds something else."""
        value = self.data.get(field)
        data = value if isinstance(value, dict) else {}
        return Part(self.document, (*self.path, field), self.model, data)

    def problem(self, code: Code, field: str | Path, message: str, mend: str = "") -> Problem:
        """Report a problem with one field of this part."""
        steps = (field,) if isinstance(field, str) else field
        return self.document.problem(code, (*self.path, *steps), message, mend)


def _walk(document: Document, path: Path, model: type[Record], data: Any) -> Iterator[Part]:
    if isinstance(data, dict):
        yield Part(document, path, model, data)
        for name, inner in models_within(model).items():
            if name in data:
                yield from _walk(document, (*path, name), inner, data[name])
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _walk(document, (*path, index), model, item)


@cache
def models_within(model: type[Record]) -> dict[str, type[Record]]:
    """Give the models of the fields that hold further records."""
    found = {name: record_in(field.annotation) for name, field in model.model_fields.items()}
    return {name: inner for name, inner in found.items() if inner}
