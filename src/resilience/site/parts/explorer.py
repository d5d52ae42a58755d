"""Lists that readers narrow down; a long one goes on in pages of its own, which the script fetches."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from posixpath import dirname, join
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

ROWS_A_PAGE = 1_000
"""How many rows stand on one page, so that none is heavier than a slow connection can bear."""
FILES = ("part.js", "explore.css", "explore-words.js", "explore-rows.js", "explore-files.js", "explore.js")

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
    parts = [(place, f"{_part_name(one, place)}.html") for place, _ in enumerate(_pages(one.rows), 1)][1:]
    written = _macro("explorer", one, builder, docname)
    self.body.append(written(one, one.rows[:ROWS_A_PAGE], parts, _root(builder, docname)))
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
    for docname, found in _LONG.pop(app, {}).items():
        folder = dirname(docname)
        for one in found:
            further = list(enumerate(_pages(one.rows)))[1:]
            names = [_part_name(one, place + 1) for place, _ in further]
            _delete_others(Path(app.outdir) / folder, one, names)
            for name, (place, rows) in zip(names, further, strict=True):
                yield join(folder, name), _context(app, docname, one, place, rows), "page.html"


def _context(app: Sphinx, docname: str, one: Explorer, place: int, rows: Sequence[Row]) -> dict[str, Any]:
    builder = app.builder
    assert isinstance(builder, StandaloneHTMLBuilder)
    title = app.env.titles[docname].astext()
    first = place * ROWS_A_PAGE + 1
    home = Path(builder.get_target_uri(docname)).name
    body = _macro("part", one, builder, docname)(one, rows, first, home, title)
    return {"title": f"{title}, from row {number(first)}", "opening": "", "remainder": body}


def _part_name(one: Explorer, place: int) -> str:
    return f"{one.name}-{place}"


def _pages(rows: Sequence[Row]) -> list[Sequence[Row]]:
    return [rows[start : start + ROWS_A_PAGE] for start in range(0, max(len(rows), 1), ROWS_A_PAGE)]


def _delete_others(folder: Path, one: Explorer, kept: Collection[str]) -> None:
    for path in folder.glob(f"{one.name}-*.html"):
        if path.stem.removeprefix(f"{one.name}-").isdigit() and path.stem not in kept:
            path.unlink()


def _root(builder: StandaloneHTMLBuilder, docname: str) -> str:
    return "../" * builder.get_target_uri(docname).count("/")


def _macro(name: str, one: Explorer, builder: StandaloneHTMLBuilder, docname: str) -> Callable[..., str]:
    """Give a macro of the template, which writes rows with links from a page."""
    root = _root(builder, docname)
    places = [
        {value: str(place) for place, (value, _) in enumerate(choice.options, 1)} for choice in one.choices
    ]

    def row_html(row: Row) -> Markup:
        return _row_html(row, places, lambda target: root + builder.get_target_uri(target))

    made = TEMPLATES.get_template("explorer.html").make_module({"row_html": row_html})
    macro: Callable[..., str] = getattr(made, name)
    return macro


def _row_html(row: Row, places: Sequence[Mapping[str, str]], address: Address) -> Markup:
    first, *others = (_joined(_inline(part, address) for part in cell) for cell in row.cells)
    line = Markup("<p>{}</p>").format(row.line) if row.line else ""
    cells = [Markup('<th scope="row">{}{}</th>').format(first, line)]
    for cell, key, parts in zip(others, row.keys[1:], row.cells[1:], strict=True):
        cells.append(Markup("<td{}>{}</td>").format(_key(key, parts), cell))
    return Markup("<tr{}>{}</tr>").format(_marks(row, places), _joined(cells))


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
