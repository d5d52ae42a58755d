"""Columns made from a model of a record: each field with its type, its words and its values."""

import types
from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from inspect import cleandoc
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from resilience.datapackage.sheet import Column, Field, Type, Value, keys
from resilience.records.base import Record

Item = TypeVar("Item")
Row = TypeVar("Row", bound=Record)

UNITS = {
    "sample_size": "people, households or areas, as the source counts them",
    "included_studies": "studies",
    "year": "calendar year",
    "year_start": "calendar year",
    "year_end": "calendar year",
    "hits": "results of a search",
    "effect_value": "the scale of effect_metric",
    "effect_ci_low": "the scale of effect_metric",
    "effect_ci_high": "the scale of effect_metric",
    "ci_level": "per cent",
}
"""What numbers count, by the name of their column, where no other column of the row says it."""
_TYPES: tuple[tuple[type, Type], ...] = (
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (date, "date"),
    (str, "string"),
)


class _Kind(NamedTuple):
    type: Type
    values: tuple[tuple[str, str], ...] = ()


def own_columns(model: type[Row], leave_out: tuple[str, ...] = ()) -> tuple[Column[Row], ...]:
    """Make a column for each field of a model, for a sheet whose items are its records."""

    def itself(record: Row) -> Row:
        return record

    return columns_of(model, itself, leave_out=leave_out)


def columns_of(
    model: type[Record],
    record: Callable[[Item], Record | None],
    *,
    leave_out: tuple[str, ...] = (),
    prefix: str = "",
) -> tuple[Column[Item], ...]:
    """Make a column for each field of a model that one cell can hold.

    `record` gives the record of an item. A group of fields becomes a column each, named after both. Lists of
    records and tables within a record are left to sheets of their own.
    """
    return tuple(
        Column(field, _reader(record, path, field.type))
        for path, field in _fields(model, prefix)
        if path[0] not in leave_out and field.name not in leave_out
    )


def _fields(
    model: type[Record], prefix: str, within: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Field]]:
    for name, info in model.model_fields.items():
        path = (*within, name)
        column = f"{prefix}{'_'.join(path)}"
        plain, may_be_null = _without_null(info.annotation)
        if group := _record(plain):
            yield from ((inner, _nullable(field)) for inner, field in _fields(group, prefix, path))
        elif kind := _kind(plain):
            yield (
                path,
                Field(
                    column,
                    kind.type,
                    _description(info, model),
                    unit=UNITS.get(column, ""),
                    values=kind.values,
                    may_be_null=may_be_null or bool(within) or _is_list(plain),
                ),
            )


def _nullable(field: Field) -> Field:
    return Field(field.name, field.type, field.description, field.unit, field.values)


def _description(info: FieldInfo, model: type[Record]) -> str:
    return cleandoc(info.description or model.__doc__ or "").replace("\n", " ")


def _without_null(annotation: Any) -> tuple[Any, bool]:
    if get_origin(annotation) is Annotated:
        return _without_null(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        kept = [one for one in get_args(annotation) if one is not types.NoneType]
        null = len(kept) < len(get_args(annotation))
        # A number or a bound such as <0.001 is text to whoever reads the column.
        return (_without_null(kept[0])[0] if len(kept) == 1 else str), null
    return annotation, False


def _record(annotation: Any) -> type[Record] | None:
    return annotation if isinstance(annotation, type) and issubclass(annotation, Record) else None


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple


def _kind(annotation: Any) -> _Kind | None:
    """Say what a cell with such a value holds; None where one cell can't."""
    if _is_list(annotation):
        item, _ = _without_null(get_args(annotation)[0])
        return None if _record(item) else _Kind("string")
    if get_origin(annotation) is Literal:
        return _Kind("string", tuple((str(value), str(value)) for value in get_args(annotation)))
    if not isinstance(annotation, type) or get_origin(annotation):
        return None
    if issubclass(annotation, Enum):
        return _Kind("string", labelled(annotation))
    return next((_Kind(name) for type_, name in _TYPES if issubclass(annotation, type_)), None)


def labelled(codes: type[Enum]) -> tuple[tuple[str, str], ...]:
    """Give the values of a closed list, each with its label; the value itself where it has none."""
    return tuple((str(one.value), str(getattr(one, "label", one.value))) for one in codes)


def _reader(
    record: Callable[[Item], Record | None], path: tuple[str, ...], type_: Type
) -> Callable[[Item], Value]:
    def read(item: Item) -> Value:
        found: Any = record(item)
        for name in path:
            found = None if found is None else getattr(found, name)
        value = plain(found)
        return f"{value:.15g}" if type_ == "string" and isinstance(value, float) else value

    return read


def plain(value: Any) -> Value:
    """Write a value as a cell holds it: the code of a list's member, and the items of a list in one text."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return keys(str(plain(item)) for item in value)
    return value if isinstance(value, (bool, int, float, date, str)) else None
