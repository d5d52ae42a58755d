"""Read YAML as YAML 1.2 does: `no` is a word, a date is text, and nothing is quietly lost or changed."""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

import yaml

Path = tuple[str | int, ...]
"""Where a value stands in a file: the keys and the positions in lists that lead to it."""

_TAG = "tag:yaml.org,2002:"
_CORE = (
    (f"{_TAG}null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    (f"{_TAG}bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    (f"{_TAG}int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    (
        f"{_TAG}float",
        r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)(?:[eE][-+]?[0-9]+)?$",
        list("-+.0123456789"),
    ),
)
_COMMENT = re.compile(r"#.*")
_DEEPEST = 40
"""No record nests so deep; a file that does was made to break its readers."""

OLD_YAML_TRAP = re.compile(
    r"^(?:y|n|yes|no|on|off|\d{4}-\d\d?-\d\d?(?:[ Tt].*)?|[-+]?0[0-7_]+|[-+]?0[box][0-9a-f_]+"
    r"|[-+]?\d[\d_]*_\d+|[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?|[-+]?\.(?:inf|nan)|<<|=)$",
    re.IGNORECASE,
)
"""Plain words that other YAML readers turn into true, false, a date, a number or an instruction."""

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_Base):  # type: ignore[misc]
    """A safe loader that knows only the types of YAML 1.2's core schema."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for _tag, _pattern, _first in _CORE:
    Loader.add_implicit_resolver(_tag, re.compile(_pattern), _first)


def _finite(value: str) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(value)
    return number


_CONVERTERS: dict[str, Callable[[str], Any]] = {
    f"{_TAG}str": str,
    f"{_TAG}null": lambda _: None,
    f"{_TAG}bool": lambda value: value.lower() == "true",
    f"{_TAG}int": int,
    f"{_TAG}float": _finite,
}


class FlawKind(StrEnum):
    """What YAML allows and a record does not."""

    ANCHOR = "an anchor or alias stands here"
    DEPTH = "the nesting goes on too deep here"
    DUPLICATE = "this field stands twice"
    KEY = "the name of a field is not plain text"
    NUMBER = "the number can't be read"
    TAG = "a tag stands here"


@dataclass(frozen=True)
class Flaw:
    """One place where a file uses YAML in a way that could lose or change what it says."""

    kind: FlawKind
    path: Path
    line: int
    what: str


@dataclass(frozen=True)
class Document:
    """Plain data with the node tree it was built from and the flaws met on the way."""

    data: Any
    root: yaml.Node | None
    flaws: tuple[Flaw, ...]


def parse(text: str) -> Any:
    """Turn YAML text into plain data.

    Raises yaml.YAMLError with the line where the text can't be read, or would lose something by being read.
    """
    document = read_document(text)
    for flaw in document.flaws:
        raise yaml.YAMLError(f"line {flaw.line}: {flaw.kind.value} ({flaw.what})")
    return document.data


def read_document(text: str) -> Document:
    """Turn YAML text into plain data and collect its flaws; a flawed value is read as null.

    Raises yaml.YAMLError where the text is not YAML.
    """
    try:
        root = Loader(text).get_single_node()
    except UnicodeError as error:
        raise yaml.YAMLError(f"the text holds half a character: {error}") from error
    builder = _Builder()
    data = builder.build(root) if root is not None else None
    return Document(data, root, (*_anchors(text), *builder.flaws))


def comments(text: str) -> list[str]:
    """Give the comments of YAML text in their order.

    Raises yaml.YAMLError where the text is not YAML.
    """
    found: list[str] = []
    after = 0
    for token in yaml.scan(text, Loader):
        # Between two tokens stand only spaces and comments.
        found += _COMMENT.findall(text[after : token.start_mark.index])
        after = max(after, token.end_mark.index)
    return found


def _line(part: Any) -> int:
    return int(part.start_mark.line) + 1


def _anchors(text: str) -> Iterator[Flaw]:
    # The tree has lost its anchors, and with them any text that only looked like one.
    if "&" in text:
        for event in yaml.parse(text, Loader):
            anchor = getattr(event, "anchor", None)
            if anchor and not isinstance(event, yaml.AliasEvent):
                yield Flaw(FlawKind.ANCHOR, (), _line(event), f"&{anchor}")


@dataclass
class _Builder:
    """Build plain data from nodes. Each node is met once, so that aliases can neither loop nor multiply."""

    flaws: list[Flaw] = field(default_factory=list)
    _met: set[int] = field(default_factory=set)
    _path: list[str | int] = field(default_factory=list)

    def build(self, node: yaml.Node) -> Any:
        if id(node) in self._met:
            return None  # an alias: its anchor is a flaw already
        self._met.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if len(self._path) >= _DEEPEST:
            return self._flaw(FlawKind.DEPTH, node, f"more than {_DEEPEST} levels")
        if isinstance(node, yaml.MappingNode) and node.tag == f"{_TAG}map":
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode) and node.tag == f"{_TAG}seq":
            return [self._at(index, item) for index, item in enumerate(node.value)]
        return self._flaw(FlawKind.TAG, node, node.tag)

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        convert = _CONVERTERS.get(node.tag)
        if convert is None:
            return self._flaw(FlawKind.TAG, node, node.tag)
        try:
            return convert(node.value)
        except ValueError:
            return self._flaw(FlawKind.NUMBER, node, node.value[:40])

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag not in _CONVERTERS:
                self._flaw(FlawKind.KEY, key, "it should be a word before a colon")
                continue
            built = self._at(key.value, value)
            if key.value in data:
                self._flaw(FlawKind.DUPLICATE, key, key.value, key.value)
            data[key.value] = built
        return data

    def _at(self, step: str | int, node: yaml.Node) -> Any:
        self._path.append(step)
        built = self.build(node)
        self._path.pop()
        return built

    def _flaw(self, kind: FlawKind, node: yaml.Node, what: str, *inside: str) -> None:
        self.flaws.append(Flaw(kind, (*self._path, *inside), _line(node), what))


class Positions:
    """The lines of all fields and list items of one document."""

    def __init__(self, root: yaml.Node | None) -> None:
        """Note where each part of a node tree starts."""
        self._lines: dict[Path, int] = {}
        for path, mark, _ in _entries(root):
            self._lines.setdefault(path, mark.start_mark.line + 1)

    def line(self, path: Path) -> int:
        """Give the line, from 1, of a field, or of the nearest field around it that exists."""
        around = (path[:end] for end in range(len(path), 0, -1))
        return next((self._lines[part] for part in around if part in self._lines), 1)


def dotted(path: Sequence[str | int]) -> str:
    """Write a path as people do: `outcomes[0].effect`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def values(root: yaml.Node | None) -> Iterator[tuple[Path, yaml.ScalarNode]]:
    """Yield every value that is no list and no group of fields."""
    for path, _, node in _entries(root):
        if isinstance(node, yaml.ScalarNode):
            yield path, node


def _entries(root: yaml.Node | None) -> Iterator[tuple[Path, yaml.Node, yaml.Node]]:
    """Yield each field and list item once, with the node that marks its place and the node of its value."""
    met: set[int] = set()
    ahead: list[tuple[Path, yaml.Node, yaml.Node]] = [] if root is None else [((), root, root)]
    while ahead:
        path, mark, node = ahead.pop()
        yield path, mark, node
        if id(node) not in met:
            met.add(id(node))
            ahead += [((*path, step), inner_mark, inner) for step, inner_mark, inner in _inside(node)]


def _inside(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Node, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), key, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from ((index, item, item) for index, item in enumerate(node.value))
