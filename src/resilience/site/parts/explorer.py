"""Lists that readers narrow down; a long one goes on in pages of its own, which the script fetches."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from posixpath import basename, dirname, join
from typing import Any
from weakref import WeakKeyDictionary

from docutils import nodes
from markupsafe import Markup, escape
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.writers.html5 import HTML5Translator

from resilience.records.english import number
from resilience.site.columns import Explorer, Row
from resilience.site.parts.part import TEMPLATES
from resilience.site.wording.values import Inline, Link, Tag

CHARACTERS_A_PAGE = 260_000
"""How much of a list stands on one page: compressed, 75 KB at most, so that a slow connection can bear it."""
FILES = (
    "part.js", "explore.css",
    "word-forms.js", "explore-words.js", "explore-rows.js", "explore-files.js", "explore.js",
)  # fmt: skip

Address = Callable[[str], str]


class ExplorerNode(nodes.General, nodes.Element):
    """A list that readers narrow down: `explorer` holds it as plain values."""


_LONG: WeakKeyDictionary[Sphinx, dict[str, list[Explorer]]] = WeakKeyDictionary()
"""The lists of the pages written in this build that go on in pages of their own."""


def visit_explorer(self: HTML5Translator, node: ExplorerNode) -> None:
    """Write the list; every text is escaped."""
    one: Explorer = node["explorer"]
    builder: StandaloneHTMLBuilder = self.builder
    docname = builder.current_docname
    pages = _pages(one, builder, docname)
    further = [(place, f"{one.name}-{place}.html") for place, _ in enumerate(pages, 1)][1:]
    self.body.append(_macro("explorer")(one, pages[0], further, _root(builder, docname)))
    raise nodes.SkipNode


def explorer_files(doctree: nodes.document) -> Iterable[str]:
    """Name the scripts and styles of a page with a list."""
    return FILES if next(doctree.findall(ExplorerNode), None) else ()


def note_long(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Note the lists of a page that is to be written."""
    if found := [node["explorer"] for node in doctree.findall(ExplorerNode)]:
        _LONG.setdefault(app, {})[docname] = found


def further_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Give the further pages of the lists on pages that were written, and delete those that are no more."""
    builder = app.builder
    for docname, found in _LONG.pop(app, {}).items():
        assert isinstance(builder, StandaloneHTMLBuilder)
        folder, title = dirname(docname), app.env.titles[docname].astext()
        home = basename(builder.get_target_uri(docname))
        for one in found:
            pages = _pages(one, builder, docname)
            names = [f"{one.name}-{place}" for place, _ in enumerate(pages, 1)]
            _delete_others(Path(app.outdir) / folder, one, names[1:])
            first = 1
            for name, rows in zip(names, pages, strict=True):
                if first > 1:
                    body = _macro("part")(one, rows, first, home, title)
                    context = {
                        "title": f"{title}, from row {number(first)}",
                        "description": f"{one.caption}, from row {number(first)} of {number(len(one.rows))}.",
                        "opening": "",
                        "remainder": body,
                    }
                    yield join(folder, name), context, "page.html"
                first += len(rows)


def _pages(one: Explorer, builder: StandaloneHTMLBuilder, docname: str) -> list[list[Markup]]:
    """Write the rows of a list, with links from a page, and share them out among pages."""
    root = _root(builder, docname)
    places = [
        {value: str(place) for place, (value, _) in enumerate(choice.options, 1)} for choice in one.choices
    ]
    pages: list[list[Markup]] = [[]]
    size = 0
    for row in one.rows:
        written = _row_html(row, places, lambda target: root + builder.get_target_uri(target))
        size += len(written)
        if pages[-1] and size > CHARACTERS_A_PAGE:
            pages.append([])
            size = len(written)
        pages[-1].append(written)
    return pages


def _delete_others(folder: Path, one: Explorer, kept: Collection[str]) -> None:
    for path in folder.glob(f"{one.name}-*.html"):
        if path.stem.removeprefix(f"{one.name}-").isdigit() and path.stem not in kept:
            path.unlink()


def _root(builder: StandaloneHTMLBuilder, docname: str) -> str:
    return "../" * builder.get_target_uri(docname).count("/")


def _macro(name: str) -> Callable[..., str]:
    macro: Callable[..., str] = getattr(TEMPLATES.get_template("explorer.html").module, name)
    return macro


def _row_html(row: Row, places: Sequence[Mapping[str, str]], address: Address) -> Markup:
    first, *others = (_joined(_inline(part, address) for part in cell) for cell in row.cells)
    # With white space between them, the words of a row can be read at once.
    line = Markup(" <p>{}</p>").format(row.line) if row.line else ""
    cells = [Markup('<th scope="row">{}{}</th>').format(first, line)]
    for cell, key, parts in zip(others, row.keys[1:], row.cells[1:], strict=True):
        cells.append(Markup("<td{}>{}</td>").format(_key(key, parts), cell))
    return Markup("<tr{}>{}</tr>").format(_marks(row, places), Markup("\n").join(cells))


def _marks(row: Row, places: Sequence[Mapping[str, str]]) -> Markup:
    """Say what a row has of each choice, by the places of its options; and its year and further words."""
    chosen = ";".join(
        ",".join(known[value] for value in dict.fromkeys(values))
        for known, values in zip(places, row.chosen, strict=True)
    )
    marks = {"has": chosen, "year": row.year, "words": row.words}
    return _joined(Markup(' data-{}="{}"').format(name, mark) for name, mark in marks.items() if mark)


def _key(key: str | float | None, parts: Sequence[Inline]) -> Markup:
    """Say that a cell is a count, and give by what it is sorted where its words don't tell."""
    shown = "".join(part.text for part in parts)
    text = "" if key is None else f"{key:.15g}" if isinstance(key, float) else str(key)
    marks = {
        "class": "count" if isinstance(key, int) and shown == number(key) else None,
        "data-key": text if text != shown else None,
    }
    return _joined(Markup(' {}="{}"').format(name, mark) for name, mark in marks.items() if mark is not None)


def _inline(part: Inline, address: Address) -> Markup:
    made = escape(part.text)
    if isinstance(part, Link | Tag) and part.docname:
        made = Markup('<a href="{}">{}</a>').format(address(part.docname), made)
    if isinstance(part, Tag):
        made = Markup('<span class="{}">{}</span>').format(" ".join(part.classes), made)
    return made


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)
