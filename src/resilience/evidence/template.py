"""A new record as commented YAML: what is known filled in, and above each field what may stand there."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from resilience.evidence.fields import FieldHelp, Labels, fields_of
from resilience.evidence.form import WIDTH, to_form
from resilience.evidence.kinds import Kind
from resilience.evidence.yaml_reader import OLD_YAML_TRAP
from resilience.records.base import Record
from resilience.records.slugs import Named

COLUMNS = 100
HELP = (
    "Lines that start with # are help. They may stay, and you may delete them.",
    "Write what you saw. What you did not see stays null; never guess. Text is plain, without markup.",
)
_EMPTY: Mapping[str, Any] = {"": None}
"""Values of a group that is shown though nothing is known of it."""


@dataclass
class Template:
    """How a record of one kind is written, with what is told of its fields."""

    kind: Kind
    labels: Mapping[Named, Labels]
    notes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Further lines above fields of the record itself, such as proposals, by the name of the field."""
    hidden: frozenset[str] = frozenset()
    """Fields that a new record has no use for, such as the codes of coders."""
    bare: bool = False
    """Leave the comments out."""
    _told: set[str] = field(default_factory=set)
    """The lists that stand in a comment already."""

    def text(self, values: Mapping[str, Any]) -> str:
        """Write the record in the house's form; what is needed and not known is `null`."""
        self._told.clear()
        lines = [*self._fields(self.kind.model, values, top=True)]
        told = [] if self.bare else [f"# {line}" for line in HELP]
        return to_form("\n".join([self.kind.modeline, *told, *lines, ""]), self.kind.model)

    def _fields(self, model: type[Record], values: Mapping[str, Any], top: bool = False) -> Iterator[str]:
        for one in fields_of(model, self.kind if top else None):
            if one.name in self.hidden:
                continue
            if not self.bare:
                yield from self._comments(one)
                if top:
                    yield from (
                        f"# {line}" for note in self.notes.get(one.name, ()) for line in _wrapped(note)
                    )
            yield from self._field(one, values)

    def _field(self, one: FieldHelp, values: Mapping[str, Any]) -> Iterator[str]:
        value = values.get(one.name)
        if one.group and (value or (one.required and one.name not in values)):
            yield f"{one.name}:"
            if one.many:
                for item in value or [{}]:
                    yield from _indented(_item(self._fields(one.group, item)))
            else:
                yield from _indented(self._fields(one.group, value or {}))
        elif one.name in values or one.required:
            yield _plain(one.name, [] if one.group else value)
        else:
            yield from self._left_out(one)

    def _left_out(self, one: FieldHelp) -> Iterator[str]:
        """Write what may stay out: as it holds then, with what a group would hold as a comment."""
        if one.group and not self.bare:
            inside = replace(self, bare=True)
            yield "# To give it, write like this in place of the line below:"
            yield from (
                f"# {line}" for line in inside._field(one, {one.name: [_EMPTY] if one.many else _EMPTY})
            )
        yield _plain(one.name, _default(one))

    def _comments(self, one: FieldHelp) -> Iterator[str]:
        told = filter(None, [one.meaning, "" if one.group else _form(one)])
        yield from (f"# {line}" for part in told for line in _wrapped(part))
        yield from (f"#   {line}" for line in self._choices(one))

    def _choices(self, one: FieldHelp) -> Iterator[str]:
        known = dict(one.values)
        name = one.name
        if one.pointer:
            name = one.pointer.named.value
            known = dict(self.labels.get(one.pointer.named, {}))
        if not known:
            return
        if name in self._told:
            yield "(they stand further up)"
            return
        self._told.add(name)
        yield from (f"{_short(value)}: {label}" if label else _short(value) for value, label in known.items())


def _form(one: FieldHelp) -> str:
    form = one.form or "one of these"
    said = f"A list; each item is {form}." if one.many else "" if form == "text" else f"Write {form}."
    return f"Needed. {said}".strip() if one.required else said


def _short(value: str) -> str:
    """Write a word as it must stand in a file: in quotation marks where readers of YAML would misread it."""
    quoted = OLD_YAML_TRAP.match(value) or value == "null"
    return f"'{value}'" if quoted else value


def _plain(name: str, value: Any) -> str:
    written = yaml.safe_dump({name: value}, allow_unicode=True, sort_keys=False, width=WIDTH)
    return written.rstrip("\n")


def _default(one: FieldHelp) -> Any:
    if isinstance(one.default, tuple):
        return list(one.default)
    return str(one.default) if isinstance(one.default, str) else one.default


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {part}" for line in lines for part in line.split("\n"))


def _item(lines: Iterable[str]) -> Iterator[str]:
    """Mark lines as an item of a list; a comment may not stand behind the mark."""
    first, *others = _indented(lines)
    if first.lstrip().startswith("#"):
        yield from ("-", first)
    else:
        yield f"- {first[2:]}"
    yield from others


def _wrapped(text: str) -> list[str]:
    hanging = "  " if text.startswith("- ") else ""
    return textwrap.wrap(
        text, COLUMNS, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
