"""Read the words of a template as Markdown (MyST) into a mould: a page before its slots are filled."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Union, cast

from docutils import nodes
from docutils.frontend import Values, get_default_settings
from docutils.utils import Reporter, new_document
from markdown_it import MarkdownIt
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import DocutilsRenderer
from myst_parser.parsers.docutils_ import Parser
from myst_parser.parsers.mdit import create_md_parser

from resilience.site.wording.slots import FIRST, LAST, TOKEN, SlotError
from resilience.site.wording.value_nodes import to_page

EXTENSIONS = {"attrs_block", "colon_fence", "deflist"}
KEPT = 5000
"""How many moulds are kept: parts of pages often differ in nothing but their values."""
NO_PLACE = (nodes.FixedTextElement, nodes.Invisible, nodes.literal, nodes.math, nodes.problematic, nodes.raw)
"""What no template may hold: its words would not be words of the page."""

Words = tuple[str | int, ...]
"""A run of text; a number stands for the value in that slot."""


@dataclass(frozen=True)
class Mould:
    """A node of a page with its slots still empty."""

    kind: type[nodes.Element]
    attributes: dict[str, Any]
    parts: tuple[Union["Mould", Words], ...]


@lru_cache(maxsize=KEPT)
def parsed(text: str) -> Mould:
    """Read a text into the parts of a document; raises SlotError where it is no plain page."""
    document = _read(text)
    for message in list(document.findall(nodes.system_message)):
        message.parent.remove(message)
    _name_sections(document)
    for reference in list(document.findall(nodes.reference)):
        if page := reference.get("refname"):
            reference.replace_self(to_page(page.removeprefix("/"), *reference.children))
    for table in document.findall(nodes.table):
        _lay_out(table)
    for facts in document.findall(nodes.definition_list):
        facts["classes"] = ["facts"]
    document.attributes = {}
    _check(document, TOKEN.findall(text))
    return _mould(document)


def _read(text: str) -> nodes.document:
    faults: list[str] = []
    document = new_document("template", _settings())
    document.reporter = Reporter("template", report_level=Reporter.WARNING_LEVEL, halt_level=5, stream=False)
    document.reporter.attach_observer(lambda message: _note(message, faults))
    parser = _parser()
    parser.options["document"] = document
    parser.render(text)
    if faults:
        raise SlotError(f"it is read with a warning: {faults[0]}")
    return document


def _note(message: nodes.system_message, faults: list[str]) -> None:
    if message["level"] >= Reporter.WARNING_LEVEL:
        faults.append(message.astext())


@cache
def _parser() -> MarkdownIt:
    return create_md_parser(MdParserConfig(enable_extensions=EXTENSIONS), DocutilsRenderer)


@cache
def _settings() -> Values:
    settings = get_default_settings(cast(Any, Parser))
    # Passages start below the title of the page that they stand on.
    settings.myst_suppress_warnings = ["myst.header"]
    return settings


def _name_sections(document: nodes.document) -> None:
    """Move each `(name)=` to the section after it, whose permanent fragment it is."""
    anchor = ""
    for node in list(document.findall(lambda one: isinstance(one, nodes.target | nodes.section))):
        assert isinstance(node, nodes.Element)
        if isinstance(node, nodes.target):
            if anchor:
                break
            anchor = node["names"][0]
            node.parent.remove(node)
            continue
        # A page itself is named later, and so is a section that a value names.
        if not anchor and not isinstance(node.parent, nodes.document) and not _is_named_by_value(node):
            raise SlotError(f"the section '{node[0].astext()}' has no (name)= before its heading")
        node["ids"], node["names"] = ([anchor], [anchor]) if anchor else ([], [])
        anchor = ""
    if anchor:
        raise SlotError(f"({anchor})= stands before no heading")


def _is_named_by_value(section: nodes.Element) -> bool:
    """Say whether a value alone stands below the heading, as a name that only facts know does."""
    first = section[1] if len(section) > 1 else None
    return isinstance(first, nodes.paragraph) and TOKEN.fullmatch(first.astext()) is not None


def _lay_out(table: nodes.table) -> None:
    """Let the first cell of each row head it."""
    table["classes"] = ["data"]
    for number, column in enumerate(table.findall(nodes.colspec)):
        column.attributes |= {"colwidth": 1, "stub": int(number == 0)}


def _check(document: nodes.document, printed: list[str]) -> None:
    """Make sure that each value stands where words stand, and nowhere else."""
    for node in document.findall(lambda one: isinstance(one, NO_PLACE)):
        raise SlotError(f"it holds a {type(node).__name__}, which no page may hold")
    found = [number for text in document.findall(nodes.Text) for number in TOKEN.findall(text)]
    if sorted(found) != sorted(printed) or any(_is_in(value) for value in _attributes(document)):
        raise SlotError("a value stands in an address or an attribute, where only words of ours may stand")


def _attributes(document: nodes.document) -> Iterator[object]:
    for node in document.findall(nodes.Element):
        for value in node.attributes.values():
            yield from value if isinstance(value, list) else [value]


def _is_in(value: object) -> bool:
    return isinstance(value, str) and bool({FIRST, LAST} & set(value))


def _mould(node: nodes.Element) -> Mould:
    # Every node has lists of its own for ids and the like, most of them empty.
    attributes = {name: value for name, value in node.attributes.items() if value != []}
    return Mould(type(node), attributes, tuple(map(_part, node.children)))


def _part(node: nodes.Node) -> Mould | Words:
    if isinstance(node, nodes.Element):
        return _mould(node)
    text = " " if node.astext() == "\n" else node.astext()
    pieces = TOKEN.split(text)
    return tuple(int(piece) if place % 2 else piece for place, piece in enumerate(pieces) if piece)
