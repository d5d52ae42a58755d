"""What the page on fields shows: every kind of record, its fields, and the words that may stand in them."""

from dataclasses import dataclass

from resilience.evidence.fields import FieldHelp, about, fields_of, groups_of, labels_of
from resilience.evidence.kinds import KINDS, Kind
from resilience.records.base import Record
from resilience.records.slugs import Named
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Passage

TEMPLATE = "prose/record_fields"


@dataclass(frozen=True)
class FieldRow:
    """A field, in words."""

    name: str
    meaning: str
    form: str
    """What is written there; of a closed list all words, each with its label."""
    needed: bool


@dataclass(frozen=True)
class Group:
    """The fields of a file, or of a group of fields inside it."""

    name: str
    """Where the group stands, such as `outcomes.effect`; empty for the file itself."""
    about: str
    rows: tuple[FieldRow, ...]


def record_fields(pages: Pages, name: str) -> Passage:
    """List the fields of a kind of record; raises KeyError where there is no such kind."""
    kind = {one.name: one for one in KINDS}[name]
    places = _places(kind.model)
    groups = tuple(
        Group(places[model], about(model), tuple(map(_row, _fields(model, kind))))
        for model in groups_of(kind.model)
    )
    return Passage(TEMPLATE, (kind.file("NAME"), groups), "fields")


def record_words(pages: Pages, name: str) -> Passage:
    """List what slugs can point at, such as `activity type`; raises KeyError where nothing is listed."""
    labels = labels_of(pages.base)[_named(name)]
    return Passage(TEMPLATE, (name, tuple(labels.items())), "words")


def _named(name: str) -> Named:
    return {one.value: one for one in Named}[name]


def _fields(model: type[Record], kind: Kind) -> tuple[FieldHelp, ...]:
    return fields_of(model, kind if model is kind.model else None)


def _places(model: type[Record], above: str = "") -> dict[type[Record], str]:
    """Say where each group of fields stands first, by the names of the fields that lead to it."""
    found = {model: above}
    for field in fields_of(model):
        if field.group:
            below = f"{above}.{field.name}" if above else field.name
            found = {**_places(field.group, below), **found}
    return found


def _row(field: FieldHelp) -> FieldRow:
    values = ", ".join(f"{value} ({label})" if label else value for value, label in field.values)
    form = f"{field.form}: {values}" if field.form and values else field.form or values
    if field.pointer and field.pointer.or_else:
        form += f", or {' or '.join(field.pointer.or_else)}"
    return FieldRow(
        name=field.name,
        meaning=field.meaning,
        form=f"a list, each item {form}" if field.many else form,
        needed=field.required,
    )
