"""Does a record have the fields that its model asks for, each of the right kind?"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from resilience.checks import mends
from resilience.checks.corpus import Corpus
from resilience.checks.document import Document, models_within
from resilience.checks.identifiers import E241
from resilience.checks.likeness import alike
from resilience.checks.problem import Code, Problem, listed, meant, shortened
from resilience.evidence.kinds import KINDS, Kind
from resilience.evidence.wanted import Wanted, wanted_by
from resilience.evidence.yaml_reader import Path
from resilience.records.base import URL_PATTERN, Record

E121 = Code(
    "E121",
    "A field is missing",
    "Pages and analyses count on it.",
    "Add it; write null where the field allows it and you did not see a value.",
    "a study without `design:`",
)
E122 = Code(
    "E122",
    "An unknown field",
    "What stands in it would never be shown.",
    "Check the spelling, or move the text to `notes`.",
    "coutry: Wales, UK",
)
E123 = Code(
    "E123",
    "A value that is not on the list",
    "The field has a closed list of values, so that records can be compared.",
    "Choose one of the list.",
    "design: trial",
)
E124 = Code(
    "E124",
    "A value of the wrong kind",
    "A number must be a number, a list a list.",
    "Numbers stand without quotes, texts that look like numbers with them, items of a list after `- `.",
    "sample_size: about 200",
)
E125 = Code(
    "E125",
    "A value in the wrong form or size",
    "The field takes only values of a certain form.",
    "Write it as the message says.",
    "pool: Nature Mood",
)
E126 = Code(
    "E126",
    "Fields that do not go together",
    "Each is fine alone, but together they say two things.",
    "Keep what is right.",
    "coded: green-space\ndisputed: [green-space, clean-streets]",
)
E127 = Code(
    "E127",
    "A file that is no record",
    "A record file holds fields, each on a line with its name and a colon.",
    "Copy a record that is like yours, and change it.",
    "a file with one sentence",
)

W128 = Code(
    "W128",
    "A record that does not name its schema",
    "By its first line an editor knows what may stand in the file, and completes it.",
    "Run `resilience check --fix`, or copy the first line of a record that is like yours.",
    "a study that starts with `design: rct`",
)

E136 = Code(
    "E136",
    "A record in the folder of another kind",
    "It would be read as something else.",
    "Move it to the folder of its kind.",
    "policies/smith-2024.yml, with `design:` and `outcomes:`",
)

NULL_MEANT = (
    "Write not-told where the source names no side, or 'null' in quotes where it finds no difference."
)
_YEARS = ("year", "year_start", "year_end")
"""Fields whose range has a rule of its own (E218)."""
_OUT_OF_RANGE = ("greater_than_equal", "less_than_equal")
_OF_SIZE = ("string_too_short", "string_too_long", "date_from_datetime_inexact")
_KINDS = {
    "int": "a whole number",
    "float": "a number",
    "finite": "a number",
    "bool": "true or false",
    "string": "text",
    "tuple": "a list",
    "model": "a group of fields",
    "date": "a date such as '2026-11-25'",
}
"""What the first word of pydantic's error type asks for."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Compare each file with its model."""
    yield from corpus.each(_compared)


def _compared(document: Document) -> Iterator[Problem]:
    if other := _other_kind(document):
        message = f"by its fields this is a {other.name}, which stands in {other.folder}/"
        yield document.problem(E136, (), message, f"Move it to {other.folder}/.")
    elif isinstance(document.data, dict):
        yield from _modeline(document)
        yield from _identity(document)
        yield from _fields(document)
    else:
        yield document.problem(E127, (), "the file holds no fields")


def _other_kind(document: Document) -> Kind | None:
    """Give the kind whose fields a record has, where they are hardly those of its folder."""
    if not document.kind.folder or not isinstance(document.data, dict):
        return None
    fields = set(document.data)
    own = fields & document.kind.model.model_fields.keys()
    others = (kind for kind in KINDS if kind.folder and fields <= kind.model.model_fields.keys())
    return next(others, None) if 2 * len(own) < len(fields) else None


def _modeline(document: Document) -> Iterator[Problem]:
    if document.text.partition("\n")[0].rstrip("\r") != document.kind.modeline:
        yield document.problem(W128, (), f"the first line is not {document.kind.modeline}")


def _identity(document: Document) -> Iterator[Problem]:
    field = document.kind.identity
    if field and field in document.data:
        message = f"the file's name gives the {field} already"
        yield document.problem(E122, (field,), message, "Delete the line.")


def _fields(document: Document) -> Iterator[Problem]:
    # A bad name is reported as such (E131), so any good name serves here.
    identity = {document.kind.identity: "x"} if document.kind.identity else {}
    try:
        # As JSON, because strictness then still lets a list be a tuple and a text a date.
        text = json.dumps({**document.data, **identity})
        document.kind.model.model_validate_json(text, strict=True)
    except ValidationError as error:
        yield from _problems(document, error)


def _problems(document: Document, error: ValidationError) -> Iterator[Problem]:
    groups: dict[Path, list[ErrorDetails]] = defaultdict(list)
    for detail in error.errors(include_url=False):
        # Where the only item of a list has a problem, pydantic calls the list empty too.
        if detail["type"] != "too_short" or not detail["input"]:
            groups[_real_path(document.data, detail)].append(detail)
    misspelt = _misspelt(document, groups)
    for path, details in groups.items():
        if path and path[-1] in _YEARS and details[0]["type"] in _OUT_OF_RANGE:
            continue
        if path in misspelt and details[0]["type"] == "missing":
            continue
        # A field that takes one of several kinds gives an error for each: together they are one problem.
        code, message, mend = _worded(document, path, details[0])
        others = [_worded(document, path, detail)[1] for detail in details[1:]]
        yield document.problem(code, path, ", and ".join([message, *others]), mend)


def _misspelt(document: Document, groups: Mapping[Path, list[ErrorDetails]]) -> set[Path]:
    """Give the fields that are only missing because their names are misspelt: that is one slip, not two."""
    return {
        (*path[:-1], name)
        for path, details in groups.items()
        if details[0]["type"] == "extra_forbidden"
        for name in alike(str(path[-1]), _fields_at(document, path[:-1]))
    }


def _fields_at(document: Document, path: Path) -> list[str]:
    return [name for name in _model_at(document, path).model_fields if name != document.kind.identity]


def _real_path(data: Any, detail: ErrorDetails) -> Path:
    """Leave out the steps of pydantic that name a kind rather than a place in the file."""
    path: Path = ()
    for step in detail["loc"]:
        if _has(data, step):
            data = data[step]
        elif detail["type"] in ("missing", "extra_forbidden"):
            return (*path, detail["loc"][-1])
        else:
            return path
        path = (*path, step)
    return path


def _has(data: Any, step: int | str) -> bool:
    if isinstance(data, list):
        return isinstance(step, int) and step < len(data)
    return isinstance(data, dict) and step in data


def _worded(document: Document, path: Path, detail: ErrorDetails) -> tuple[Code, str, str]:
    """Say an error of pydantic in plain words: code, message and a mend, empty where the usual one fits."""
    kind, context, value = detail["type"], detail.get("ctx", {}), _shown(detail["input"])
    name = path[-1] if path else "the file"
    if kind == "missing":
        return E121, f"the field {name} is missing", ""
    if kind == "extra_forbidden":
        known = _fields_at(document, path[:-1])
        return (
            E122,
            f"there is no field {shortened(name)}",
            meant(str(name), known) or f"Known: {listed(known)}.",
        )
    field, wanted = _wanted(document, path)
    if kind in ("enum", "literal_error"):
        expected = str(context["expected"])
        # A contributor who means no difference may well write it without quotes, and says not seen.
        mend = NULL_MEANT if detail["input"] is None and "'null'" in expected else ""
        return E123, f"{value} is not on the list", mend or mends.of_choice(detail["input"], expected, wanted)
    if kind == "string_pattern_mismatch":
        pattern = str(context["pattern"])
        mend = mends.of_form(detail["input"], pattern, wanted)
        if pattern == URL_PATTERN:
            return E241, f"{value} is not a whole address", mend
        return E125, f"{value} is not {mends.FORMS.get(pattern, 'in the right form')}", mend
    if kind == "value_error":
        return E126, str(context["error"]).rstrip("."), ""
    first = kind.partition("_")[0]
    if first in _KINDS and kind not in _OF_SIZE:
        return E124, f"{value} is not {_KINDS[first]}", _mend(first, detail["input"], wanted, field)
    return E125, _plain(detail, value), _mend_of_size(detail, wanted)


def _wanted(document: Document, path: Path) -> tuple[str, Wanted]:
    """Name the field that a path leads to, and what it wants."""
    named = [index for index, step in enumerate(path) if isinstance(step, str)]
    for index in reversed(named):
        wanted = wanted_by(_model_at(document, path[:index]), str(path[index]))
        if wanted.kinds:
            return str(path[index]), wanted
    return str(path[named[-1]]) if named else "", Wanted()


def _mend(first: str, value: object, wanted: Wanted, field: str) -> str:
    """Give the mend of a value of the wrong kind, by the first word of pydantic's error type."""
    if first in ("int", "float", "finite"):
        return mends.of_number(value, wanted, field)
    if first == "tuple":
        return mends.of_list(value)
    if first == "model":
        return mends.of_group_of_fields(value, field)
    if first == "date":
        return mends.of_date(value, wanted)
    return mends.of_truth(value, wanted) if first == "bool" else mends.of_text(value)


def _mend_of_size(detail: ErrorDetails, wanted: Wanted) -> str:
    kind, least = detail["type"], detail.get("ctx", {}).get("gt")
    if kind == "too_short":
        return "Add at least one."
    if kind == "string_too_short":
        return mends.NULL if wanted.may_be_null else "Write it."
    if kind == "string_too_long":
        return "Keep to what readers need, in words of your own."
    if kind == "greater_than":
        null = f" {mends.NULL}" if wanted.may_be_null else ""
        return f"Write a number above {least:g}.{null}"
    return ""


def _shown(value: object) -> str:
    """Show a value as it would stand in a file; texts in quotes, so that they can be told from numbers."""
    if isinstance(value, dict):
        return "a group of fields"
    if isinstance(value, list):
        return "a list"
    return f"'{shortened(value)}'" if isinstance(value, str) else shortened(json.dumps(value))


def _plain(detail: ErrorDetails, value: str) -> str:
    context = detail.get("ctx", {})
    limits = {
        "too_short": "the list is empty",
        "string_too_short": "the text is empty",
        "string_too_long": f"the text is longer than {context.get('max_length', 0):,} characters",
        "greater_than": f"{value} is not above {context.get('gt')}",
        "greater_than_equal": f"{value} is below {context.get('ge')}",
        "less_than_equal": f"{value} is above {context.get('le')}",
    }
    return limits.get(detail["type"], shortened(detail["msg"][:1].lower() + detail["msg"][1:], 120))


def _model_at(document: Document, path: Path) -> type[Record]:
    model = document.kind.model
    for step in path:
        if isinstance(step, str):
            model = models_within(model).get(step, model)
    return model
