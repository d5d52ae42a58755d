"""Slips in a record that have one reading, mended in its text; all else in the text stays as it is."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any, NamedTuple, TypeGuard

import yaml

from resilience.evidence.addresses import meant_address
from resilience.evidence.slips import date_meant, inside_marks, is_surely_nothing, number_meant, says_nothing
from resilience.evidence.wanted import Value, Wanted, values_wanted, wanted_by
from resilience.evidence.yaml_reader import Path, comments, parse, read_document
from resilience.records.base import URL_PATTERN, Record, record_in
from resilience.records.plain import LOOKS_LIKE


class _Edit(NamedTuple):
    """A piece of text to be replaced, and what the file then says."""

    start: int
    end: int
    text: str
    path: Path
    value: Any
    """What stands at the path afterwards."""


def mended(text: str, model: type[Record]) -> str:
    """Mend what has one reading in the text of a record; what has two is left for a person.

    Raises yaml.YAMLError where the text can't be read.
    """
    while (after := _once(text, model)) != text:
        text = after
    return text


def _once(text: str, model: type[Record]) -> str:
    document = read_document(text)
    if document.flaws:
        return text
    edits = [*_values(text, document.root, model), *_repeats(text, document.root, model)]
    kept: list[_Edit] = []
    for edit in sorted(edits, key=lambda edit: edit.start):
        # What overlaps waits for the next round.
        if (not kept or edit.start >= kept[-1].end) and _says(text, document.data, [edit]):
            kept.append(edit)
    return _with(text, kept) if _says(text, document.data, kept) else text


def _with(text: str, edits: list[_Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _says(text: str, data: Any, edits: list[_Edit]) -> bool:
    """Say whether a text with its edits says just what it should, and keeps its comments."""
    wanted = deepcopy(data)
    for edit in edits:
        _set(wanted, edit.path, edit.value)
    after = _with(text, edits)
    try:
        return bool(parse(after) == wanted and comments(after) == comments(text))
    except yaml.YAMLError:
        return False


def _set(data: Any, path: Path, value: Any) -> None:
    *above, last = path
    for step in above:
        data = data[step]
    data[last] = value


def _values(text: str, root: yaml.Node | None, model: type[Record]) -> Iterator[_Edit]:
    for value in values_wanted(root, model):
        start, end = value.node.start_mark.index, value.node.end_mark.index
        if (instead := _instead(value)) is not None:
            yield _Edit(start, end, instead, value.path, parse(instead))
        elif (clean := cleaned(value.node.value)) != value.node.value and value.node.style in ("'", "", None):
            words = clean.strip()
            yield _Edit(start, end, _quoted(words), value.path, words)
        elif clean != value.node.value:
            yield _Edit(start, end, cleaned(text[start:end]), value.path, clean)


_LOOK_ALIKE = str.maketrans(LOOKS_LIKE)
_SOFT = re.compile(r"(?<=[^\W\d_])\u00ad(?=[^\W\d_])")
_NO_BREAK = re.compile(r"[\u2060\ufeff]|\u200b(?=\s|\Z)|(?<=\s)\u200b|\A\u200b")


def cleaned(text: str) -> str:
    """Give a text with the spaces and hyphens of the keyboard, and without what nobody sees.

    A soft hyphen between letters only says where a word may be parted; anywhere else it may stand for a
    hyphen, as a zero-width space between letters may for a space. Those stay.
    """
    return _NO_BREAK.sub("", _SOFT.sub("", text)).translate(_LOOK_ALIKE)


_PLAIN = re.compile(r"[A-Za-z£(“‘][^\n]*")
_NEEDS_QUOTES = re.compile(r": |:\Z| #")


def _quoted(words: str) -> str:
    """Write a text as YAML, without quotes where it needs none."""
    if _PLAIN.fullmatch(words) and not _NEEDS_QUOTES.search(words) and _reads_as(words, words):
        return words
    return "'" + words.replace("'", "''") + "'"


def _reads_as(text: str, words: str) -> bool:
    try:
        return bool(parse(text) == words)
    except yaml.YAMLError:
        return False


def _instead(value: Value) -> str | None:
    """Give what should stand in place of a value that its field can't take, where there is one reading."""
    node, wanted = value.node, value.wanted
    words = cleaned(node.value).strip()
    if not _is_text(node):
        # A text that looks like a number; its digits stay as they are, zeros at the end too.
        only_text = bool(wanted.kinds) and wanted.kinds <= {"words", "form"}
        return f"'{node.value}'" if only_text and re.search(r":(?:int|float)\Z", node.tag) else None
    if not value.is_item and is_null_meant(words, wanted):
        return "null"
    return next((instead for mend in _MENDS if (instead := mend(words, value))), None)


def is_null_meant(words: str, wanted: Wanted) -> bool:
    """Say whether a text surely says that nothing was seen, in a field where null says that."""
    # A list of choices may have a word of its own for it.
    has_word = any(says_nothing(choice.replace("-", " ")) for choice in wanted.choices)
    return bool(wanted.kinds) and wanted.may_be_null and not has_word and is_surely_nothing(words)


def _is_text(node: yaml.ScalarNode) -> bool:
    return bool(node.tag.endswith(":str"))


def _number(words: str, value: Value) -> str:
    wanted = value.wanted
    if not wanted.is_number or any(re.match(form, words) for form in wanted.forms):
        return ""
    return number_meant(words, whole=wanted.is_whole).value


def _date(words: str, value: Value) -> str:
    if value.wanted.kinds != {"date"} or re.fullmatch(r"\d{4}-\d\d-\d\d", value.node.value):
        return ""
    return date_meant(words).value


_SAID = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false", "false": "false"}


def _truth(words: str, value: Value) -> str:
    said = (inside_marks(words) or words).lower()
    return _SAID.get(said, "") if value.wanted.kinds == {"true or false"} else ""


def _choice(words: str, value: Value) -> str:
    wanted = value.wanted
    if wanted.kinds != {"choice"} or value.node.value in wanted.choices:
        return ""
    alike = [choice for choice in wanted.choices if same_word(inside_marks(words) or words, choice)]
    return _quoted(alike[0]) if len(alike) == 1 else ""


def same_word(word: str, choice: str) -> bool:
    """Say whether a word is one on a list but for capitals, spaces and underscores."""
    return re.sub(r"[\s_-]+", "-", word).casefold() == choice.casefold()


def _form(words: str, value: Value) -> str:
    inside = inside_marks(words)
    if value.wanted.kinds != {"form"} or not inside:
        return ""
    return _quoted(inside) if any(re.match(form, inside) for form in value.wanted.forms) else ""


def _address(words: str, value: Value) -> str:
    if URL_PATTERN not in value.wanted.forms and value.field not in ("at", "seen_at"):
        return ""
    return meant_address(words).value


_MENDS: tuple[Callable[[str, Value], str], ...] = (_number, _date, _truth, _choice, _form, _address)


def _repeats(text: str, root: yaml.Node | None, model: type[Record]) -> Iterator[_Edit]:
    """Take out what stands in a list of names a second time, where each item has a line of its own."""
    for path, node in _lists(root, (), model):
        words = [item.value for item in node.value]
        again = {index for index, word in enumerate(words) if word in words[:index]}
        if not again or node.flow_style:
            continue
        start = text.rfind("\n", 0, node.value[0].start_mark.index) + 1
        end = text.find("\n", node.value[-1].end_mark.index) + 1 or len(text)
        lines = text[start:end].splitlines(keepends=True)
        if len(lines) == len(words) and all(re.fullmatch(r"\s*- +\S+\s*", line) for line in lines):
            left = "".join(line for index, line in enumerate(lines) if index not in again)
            yield _Edit(start, end, left, path, list(dict.fromkeys(words)))


def _lists(
    node: yaml.Node | None, path: Path, model: type[Record]
) -> Iterator[tuple[Path, yaml.SequenceNode]]:
    """Yield the lists of names: words of a certain form, of which each is to stand there once."""
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _lists(item, (*path, index), model)
    elif isinstance(node, yaml.MappingNode):
        for key, held in node.value:
            name = str(key.value)
            field = model.model_fields.get(name)
            inner = record_in(field.annotation) if field else None
            if inner:
                yield from _lists(held, (*path, name), inner)
            elif _is_list_of_words(held) and takes_each_once(model, name):
                yield (*path, name), held


def _is_list_of_words(node: yaml.Node) -> TypeGuard[yaml.SequenceNode]:
    return isinstance(node, yaml.SequenceNode) and all(
        isinstance(item, yaml.ScalarNode) for item in node.value
    )


def takes_each_once(model: type[Record], name: str) -> bool:
    """Say whether a field is a list of names of which each is to stand there once.

    In `disputed` the same name twice says that the two coders agreed, or that one of them was copied wrongly.
    """
    wanted = wanted_by(model, name)
    return wanted.is_list and wanted.kinds == {"form"} and name != "disputed"
