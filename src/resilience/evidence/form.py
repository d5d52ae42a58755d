"""The house's form of a YAML record: keys in schema order, one sentence a line in prose. It never changes meaning."""

import re
from io import StringIO
from typing import Any, get_args

from pydantic import BaseModel
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import FoldedScalarString, SingleQuotedScalarString

from .yaml_reader import OLD_YAML_TRAP, parse

WIDTH = 100_000
"""Lines are never wrapped: a sentence is a line, so that a change of a word is a change of a line."""
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z0-9\"“‘(])")


def to_form(text: str, model: type[BaseModel]) -> str:
    """Bring YAML text into the house's form for its model, or return it as it is where that would change its meaning."""
    yaml = _writer()
    data = yaml.load(text)
    if not isinstance(data, CommentedMap):
        return text
    formed = _dump(yaml, _ordered(data, model))
    return formed if parse(formed) == parse(text) else text


def write_new(data: dict[str, Any], model: type[BaseModel], schema: str) -> str:
    """Write a new record as YAML text, with the line that tells editors its schema."""
    yaml = _writer()
    return f"# yaml-language-server: $schema={schema}\n" + _dump(yaml, _ordered(_commented(data), model))


def _writer() -> YAML:
    yaml = YAML()
    yaml.version = (1, 2)
    yaml.width = WIDTH
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.add_representer(type(None), _represent_null)
    return yaml


def _represent_null(representer: Any, _: None) -> Any:
    return representer.represent_scalar("tag:yaml.org,2002:null", "null")


def _dump(yaml: YAML, data: CommentedMap) -> str:
    out = StringIO()
    yaml.dump(data, out)
    return out.getvalue().removeprefix("%YAML 1.2\n---\n")


def _commented(value: Any) -> Any:
    if isinstance(value, dict):
        return CommentedMap({key: _commented(item) for key, item in value.items()})
    if isinstance(value, (list, tuple)):
        return CommentedSeq([_commented(item) for item in value])
    return value


def _ordered(value: Any, model: type[BaseModel] | None) -> Any:
    if isinstance(value, CommentedMap):
        return _ordered_map(value, model)
    if isinstance(value, CommentedSeq):
        for index, item in enumerate(value):
            value[index] = _ordered(item, model)
        return value
    return _prose(value) if isinstance(value, str) else value


def _ordered_map(value: CommentedMap, model: type[BaseModel] | None) -> CommentedMap:
    fields = model.model_fields if model else {}
    for key in list(value):
        value[key] = _ordered(value[key], _model_of(fields[key].annotation) if key in fields else None)
    wanted = [key for key in fields if key in value]
    if [key for key in value if key in fields] != wanted:
        for key in [*wanted, *(key for key in list(value) if key not in fields)]:
            value.move_to_end(key)
    return value


def _model_of(annotation: Any) -> type[BaseModel] | None:
    """Find the record model inside an annotation such as `tuple[Outcome, ...]` or `Effect | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for found in map(_model_of, get_args(annotation)) if found), None)


def _prose(text: str) -> str:
    """Fold text of several sentences, one a line, and quote a word that older YAML readers take for something else."""
    plain = str(text)
    ends = [match.start() for match in _SENTENCE_END.finditer(plain)]
    if ends and plain == plain.strip() and "\n" not in plain and "  " not in plain:
        folded = FoldedScalarString(plain)
        folded.fold_pos = ends  # type: ignore[attr-defined]
        return folded
    if OLD_YAML_TRAP.match(plain):
        return SingleQuotedScalarString(plain)
    return plain if isinstance(text, FoldedScalarString) else text
