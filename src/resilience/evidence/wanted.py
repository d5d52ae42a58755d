"""What each field of a record wants: read from its model, so that no list of fields has to be kept."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

import yaml
from pydantic.fields import FieldInfo

from resilience.evidence.yaml_reader import Path
from resilience.records.base import Record, record_in


class Wanted(NamedTuple):
    """What a value in a field may be; several where a field takes one of several kinds."""

    kinds: frozenset[str] = frozenset()
    """Of `whole`, `number`, `true or false`, `date`, `words` (free text), `form` (text of a certain form)
    and `choice` (a word on a list)."""
    forms: tuple[str, ...] = ()
    """The patterns of a text of a certain form."""
    choices: tuple[str, ...] = ()
    may_be_null: bool = False
    is_list: bool = False

    @property
    def is_number(self) -> bool:
        """Say whether a number is wanted, and free text would not do."""
        return bool(self.kinds & {"whole", "number"}) and "words" not in self.kinds

    @property
    def is_whole(self) -> bool:
        """Say whether a number with decimals would not do."""
        return "number" not in self.kinds


class Value(NamedTuple):
    """One value of a file with what its field wants."""

    path: Path
    model: type[Record]
    """Of the group of fields around it."""
    node: yaml.ScalarNode
    wanted: Wanted

    @property
    def field(self) -> str:
        """The name of the field, also of a value in a list."""
        return next((str(step) for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def is_item(self) -> bool:
        """Say whether it stands in a list."""
        return bool(self.path) and isinstance(self.path[-1], int)


_KINDS = {bool: "true or false", int: "whole", float: "number", date: "date"}


@cache
def wanted_by(model: type[Record], name: str) -> Wanted:
    """Say what a field of a model wants; nothing where the model has no such field."""
    field = model.model_fields.get(name)
    if field is None:
        return Wanted()
    found = list(_parts(_whole(field)))
    return Wanted(
        frozenset(kind for part in found for kind in part.kinds),
        tuple(form for part in found for form in part.forms),
        tuple(choice for part in found for choice in part.choices),
        any(part.may_be_null for part in found),
        any(part.is_list for part in found),
    )


def _whole(field: FieldInfo) -> Any:
    """Give the annotation of a field with what pydantic took out of it."""
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _parts(annotation: Any, form: str = "") -> Iterator[Wanted]:
    origin, inner = get_origin(annotation), get_args(annotation)
    if annotation is NoneType:
        yield Wanted(may_be_null=True)
    elif origin is Annotated:
        patterns = [found for extra in inner[1:] if (found := getattr(extra, "pattern", None))]
        yield from _parts(inner[0], str(patterns[0]) if patterns else form)
    elif origin is Literal:
        yield Wanted(frozenset({"choice"}), choices=tuple(map(str, inner)))
    elif isinstance(annotation, type) and issubclass(annotation, Enum):
        yield Wanted(frozenset({"choice"}), choices=tuple(str(one.value) for one in annotation))
    elif annotation is str:
        yield Wanted(frozenset({"form"}), forms=(form,)) if form else Wanted(frozenset({"words"}))
    elif annotation in _KINDS:
        yield Wanted(frozenset({_KINDS[annotation]}))
    elif origin is tuple:
        # What the items may be null for is no answer for the whole list.
        yield from (part._replace(may_be_null=False, is_list=True) for part in _parts(inner[0]))
    elif origin is dict:
        yield from (part._replace(may_be_null=False) for part in _parts(inner[1]))
    else:
        yield from (part for one in inner for part in _parts(one, form))


def values_wanted(root: yaml.Node | None, model: type[Record]) -> Iterator[Value]:
    """Yield every value of a file whose field the model knows, with what is wanted there."""
    if root is not None:
        yield from _walk(root, (), model)


def _walk(node: yaml.Node, path: Path, model: type[Record]) -> Iterator[Value]:
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _walk(item, (*path, index), model)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if field := model.model_fields.get(str(key.value)):
                here = (*path, str(key.value))
                if inner := record_in(field.annotation):
                    yield from _walk(value, here, inner)
                else:
                    yield from _held(value, here, model, wanted_by(model, str(key.value)))


def _held(node: yaml.Node, path: Path, model: type[Record], wanted: Wanted) -> Iterator[Value]:
    if isinstance(node, yaml.ScalarNode):
        yield Value(path, model, node, wanted)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _held(item, (*path, index), model, wanted)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _held(value, (*path, str(key.value)), model, wanted)
