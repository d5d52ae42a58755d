"""The pages of a plan as readable text for a terminal."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from resilience.cli.screen import columns

WIDTH = 100
"""The widest that a line gets."""

Plain = Mapping[str, Any]


def as_text(pages: Sequence[Plain]) -> str:
    """Write the pages one after the other; no text is read as markup."""
    console = Console(width=_width(), no_color=True, highlight=False, markup=False, emoji=False)
    with console.capture() as written:
        for page in pages:
            _page(console, page)
    return written.get()


def _width() -> int:
    return min(WIDTH, columns() or WIDTH)


def _page(console: Console, page: Plain) -> None:
    if page["number"] == 1:
        _wrapped(console, page["head"]["plan"])
    console.rule(f"{page['number']} of {page['of']}. {page['title']}", characters="=", align="left")
    for said in page["answer"]:
        _wrapped(console, _noted(said))
    for section in page["sections"]:
        _section(console, section)
    if page["left_out"]:
        _wrapped(console, page["left_out"])
    if page["missing"]:
        _list(console, "What is missing", (one["text"] for one in page["missing"]))
    if page["notes"]:
        _list(console, "Sources", map(_note, page["notes"]), "")
    console.print(f"\n{page['head']['day']}  {page['head']['link']}", soft_wrap=True)
    if page["head"]["about_link"]:
        _wrapped(console, page["head"]["about_link"])
    console.print()


def _section(console: Console, section: Plain) -> None:
    _list(console, section["heading"], map(_noted, section["said"]))
    if section["table"]:
        table = Table(*section["table"]["heads"], title=section["table"]["caption"], title_justify="left")
        for row in section["table"]["rows"]:
            table.add_row(*map(_noted, row))
        console.print(table)
    if section["more"]:
        _wrapped(console, section["more"])


def _list(console: Console, heading: str, texts: Iterable[str], mark: str = "- ") -> None:
    console.print(f"\n{heading}")
    for text in texts:
        _wrapped(console, f"{mark}{text}", " " * len(mark))


def _wrapped(console: Console, text: str, indent: str = "") -> None:
    console.print(textwrap.fill(text, console.width, subsequent_indent=indent))


def _noted(said: Plain) -> str:
    notes = f" [{', '.join(map(str, said['notes']))}]" if said["notes"] else ""
    sure = f" (how sure: {said['sure']})" if said["sure"] else ""
    return f"{said['text']}{notes}{sure}"


def _note(note: Plain) -> str:
    where = note["page"] or note["url"]
    return f"[{note['number']}] {note['text']}" + (f": {where}" if where else "")
