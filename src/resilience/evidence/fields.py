"""What each field of a record is for, and what may stand there, as the models have it."""

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from resilience.evidence.base import EvidenceBase
from resilience.evidence.kinds import Kind
from resilience.records.base import URL_PATTERN, Record, record_in
from resilience.records.slugs import Named, Pointer, pointer_of

Labels = Mapping[str, str]
"""The words that may stand in a field, each with what it means."""


def labels_of(base: EvidenceBase) -> dict[Named, Labels]:
    """Give what slugs can point at, each with its label: all but councils and works, which are too many."""
    return {
        Named.TYPE: {slug: type_.label for slug, type_ in base.types.items()},
        Named.THEME: {theme.slug: theme.label for theme in base.taxonomy.themes},
        Named.DOMAIN: {slug: domain.label for slug, domain in base.domains.items()},
        Named.OUTCOME: {slug: category.label for slug, category in base.outcomes.items()},
        Named.GROUP: {slug: group.label for slug, group in base.outcome_groups.items()},
        Named.SCALE: {slug: scale.name for slug, scale in base.scales.items()},
    }


@dataclass(frozen=True)
class FieldHelp:
    """One field of a record, as people are told of it."""

    name: str
    meaning: str
    form: str
    """What is written there, such as `a whole number`."""
    many: bool
    """Whether it is a list."""
    required: bool
    values: tuple[tuple[str, str], ...]
    """The words of a closed list, each with its label; empty for a field without one."""
    pointer: Pointer | None
    """At what its slugs point."""
    group: type[Record] | None
    """The fields inside it."""
    default: Any
    """What holds where the field is left out."""


def fields_of(model: type[Record], kind: Kind | None = None) -> tuple[FieldHelp, ...]:
    """Describe the fields of a model in their order; for a whole file, those that may stand in the file."""
    outside = kind.identity if kind else ""
    return tuple(_help(name, field) for name, field in model.model_fields.items() if name != outside)


def groups_of(model: type[Record]) -> tuple[type[Record], ...]:
    """Give a model and all groups of fields inside it, each once, from the outside in."""
    return tuple(dict.fromkeys(_groups(model)))


def _groups(model: type[Record]) -> Iterator[type[Record]]:
    yield model
    for field in fields_of(model):
        if field.group:
            yield from _groups(field.group)


def about(model: type[Record]) -> str:
    """Say what a group of fields is, by the first paragraph of its docstring."""
    return " ".join((model.__doc__ or "").partition("\n\n")[0].split())


def _help(name: str, field: FieldInfo) -> FieldHelp:
    group = record_in(field.annotation)
    return FieldHelp(
        name=name,
        meaning=" ".join((field.description or (about(group) if group else "")).split()),
        form=_form(field, group),
        many=any(get_origin(part) is tuple for part in _parts(field.annotation)),
        required=field.is_required(),
        values=tuple(_values(field.annotation)),
        pointer=pointer_of(field),
        group=group,
        default=None
        if field.is_required()
        else field.get_default(call_default_factory=True, validated_data={}),
    )


_FORMS: Mapping[Any, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    date: "a day such as '2026-11-25'",
    str: "text",
}


def _form(field: FieldInfo, group: type[Record] | None) -> str:
    if group:
        return "a group of fields"
    if pointer := pointer_of(field):
        return f"the name of a {pointer.named}".replace("a a", "an a").replace("a o", "an o")
    if get_origin(field.annotation) is dict:
        return "a word for each"
    named = [*_metadata(field.annotation), *field.metadata]
    if any(getattr(one, "pattern", None) == URL_PATTERN for one in named):
        return "an address that starts with https:// or http://"
    found = (_FORMS[part] for part in _parts(field.annotation) if part in _FORMS)
    return " or ".join(dict.fromkeys(found))


def _parts(annotation: Any) -> Iterator[Any]:
    """Give the parts of an annotation, from the outside in; what marks a part is none."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _parts(get_args(annotation)[0])
        return
    yield origin if origin in (Union, types.UnionType) else annotation
    if origin is Literal:
        return
    for inner in get_args(annotation):
        yield from _parts(inner)


def _metadata(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from get_args(annotation)[1:]
    for inner in get_args(annotation):
        yield from _metadata(inner)


def _values(annotation: Any) -> Iterator[tuple[str, str]]:
    for part in _parts(annotation):
        if isinstance(part, type) and issubclass(part, StrEnum):
            yield from ((member.value, getattr(member, "label", "")) for member in part)
        elif get_origin(part) is Literal:
            yield from ((str(value), "") for value in get_args(part))
