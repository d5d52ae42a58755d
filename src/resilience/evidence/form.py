"""The house's form of a YAML record: keys in schema order, a line a sentence. It never changes meaning."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any

from pydantic.fields import FieldInfo
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import FoldedScalarString, SingleQuotedScalarString
from yaml import YAMLError as PlainYAMLError

from resilience.evidence.yaml_reader import OLD_YAML_TRAP, comments, parse
from resilience.records.base import Record, record_in

WIDTH = 100_000
"""Lines are never wrapped: a sentence is a line, so that a change of a word is a change of a line."""
_HEAD = re.compile(r"\A(?:[ \t]*(?:#.*)?\n)*")
_START = re.compile(r"\A%YAML 1\.2\n---[ \n]")
"""What the writer puts before a text of YAML 1.2; a space follows where the record stands in braces."""
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z0-9\"“‘(])")


def to_form(text: str, model: type[Record]) -> str:
    """Bring YAML text into the form of its model, or leave it where that would change or lose something.

    Raises yaml.YAMLError where the text can't be read.
    """
    before = _meaning(text)
    try:
        formed = _formed(text, model)
        return formed if _meaning(formed) == before else text
    # One library may write what the other can't read.
    except (YAMLError, PlainYAMLError):
        return text


def amended(text: str, model: type[Record], change: Callable[[Any], None]) -> str:
    """Change the data of YAML text in place, and write it in the form of its model; all else stays as it is.

    Raises yaml.YAMLError where the text can't be read, or can't be written without losing something.
    """
    wanted = parse(text)
    change(wanted)
    yaml = _writer()
    try:
        data = yaml.load(text)
        change(data)
        after = to_form(_dump(yaml, data), model)
    except YAMLError as error:
        raise PlainYAMLError(str(error)) from error
    if parse(after) != wanted or sorted(comments(after)) != sorted(comments(text)):
        raise PlainYAMLError("the text can't be written again without losing something")
    return after


def _meaning(text: str) -> tuple[str, list[str]]:
    """Reduce YAML text to what it says to programs and, in its comments, to people."""
    return json.dumps(parse(text), sort_keys=True), sorted(comments(text))


def _formed(text: str, model: type[Record]) -> str:
    yaml = _writer()
    data = yaml.load(text)
    if not isinstance(data, CommentedMap):
        return text
    # A comment between fields must stay with what it speaks of, so those files keep their order.
    keys_in_order = not comments(_HEAD.sub("", text, count=1))
    return _dump(yaml, _Form(keys_in_order).of(data, model))


def _writer() -> YAML:
    yaml = YAML()
    yaml.Constructor = _Constructor
    yaml.version = (1, 2)
    yaml.width = WIDTH
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.add_representer(type(None), _represent_null)
    return yaml


class _Constructor(RoundTripConstructor):
    """Read a date as the text that it is."""


_Constructor.add_constructor("tag:yaml.org,2002:timestamp", RoundTripConstructor.construct_yaml_str)


def _represent_null(representer: Any, _: None) -> Any:
    return representer.represent_scalar("tag:yaml.org,2002:null", "null")


def _dump(yaml: YAML, data: CommentedMap) -> str:
    out = StringIO()
    yaml.dump(data, out)
    return _START.sub("", out.getvalue(), count=1)


@dataclass(frozen=True)
class _Form:
    """The form of the parts of a record, from the outside in."""

    keys_in_order: bool

    def of(self, value: Any, model: type[Record] | None) -> Any:
        if isinstance(value, CommentedMap):
            return self._of_fields(value, model.model_fields if model else {})
        if isinstance(value, CommentedSeq):
            for index, item in enumerate(value):
                value[index] = self.of(item, model)
            return value
        return _prose(value) if isinstance(value, str) else value

    def _of_fields(self, value: CommentedMap, fields: Mapping[str, FieldInfo]) -> CommentedMap:
        for key in list(value):
            value[key] = self.of(value[key], record_in(fields[key].annotation) if key in fields else None)
        wanted = [key for key in fields if key in value]
        if self.keys_in_order and [key for key in value if key in fields] != wanted:
            for key in [*wanted, *(key for key in list(value) if key not in fields)]:
                value.move_to_end(key)
        return value


def _prose(text: str) -> str:
    """Fold text of several sentences, one a line, and quote words that older YAML readers misread."""
    plain = str(text)
    ends = [match.start() for match in _SENTENCE_END.finditer(plain)]
    if ends and plain == plain.strip() and "\n" not in plain and "  " not in plain:
        folded = FoldedScalarString(plain)
        folded.fold_pos = ends
        formed: str = folded
        return formed
    if OLD_YAML_TRAP.match(plain):
        formed = SingleQuotedScalarString(plain)
        return formed
    return FoldedScalarString(plain) if isinstance(text, FoldedScalarString) else text
