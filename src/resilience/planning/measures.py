"""How long the parts of a page of the pack are, in lines of its print style (`pack.css`).

All is reckoned on the safe side: no part is longer on paper. Sums are exact, so that a browser's newer Python
comes to the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import ceil, fsum

from resilience.planning.blocks import Said, Section, Source, Table
from resilience.planning.logic import Model
from resilience.planning.logic_boxes import Box
from resilience.planning.logic_edits import STAGES

LINES = 64.0
"""Lines of one side, without its head and foot."""
LETTERS = 110
"""Letters of a line."""
HEADING, CAPTION, GAP = 1.9, 1.3, 0.4
NAMED = 3
"""How many sections without room are named; the others are counted."""
NARROWEST = 9
"""Letters of the narrowest column of a table."""
NOTE_LETTERS, NOTE_LINE = 64, 0.72
"""Of a note: they stand smaller, and in two columns."""
PICTURE_LETTERS, BOX = 30, 1.2
"""Letters of a line in a column of a logic model, and lines around a box."""


def sentences(said: Iterable[Said]) -> float:
    """Reckon some sentences as a list."""
    return fsum(lines(_shown(one)) + GAP / 2 for one in said)


def section(one: Section) -> float:
    """Reckon a section with its heading."""
    return HEADING + sentences(one.said) + (_table(one.table) if one.table else 0)


def plain_list(texts: Sequence[str]) -> float:
    """Reckon a list under a heading; nothing where it is empty."""
    return HEADING + sum(map(lines, texts)) if texts else 0


def left_out(headings: Sequence[str]) -> float:
    """Reckon the line that names sections without room."""
    return 1 + lines("".join(f"“{one}”, " for one in headings[:NAMED])) if headings else 0


def notes(head: Iterable[Said], sections: Iterable[Section]) -> float:
    """Reckon the notes of a page."""
    found = {one for said in head for one in said.sources}
    found.update(one for each in sections for one in _sources(each))
    each = [NOTE_LINE * lines(f"12 {one.text}: {one.page or one.url}.html", NOTE_LETTERS) for one in found]
    return HEADING + fsum(each) / 2 if each else 0


def picture(model: Model) -> float:
    """Reckon a logic model that is drawn; 0 where it has no box."""
    columns = [fsum(_box(model, one) for one in model.at(stage)) for stage in STAGES]
    return HEADING + max(columns) if any(columns) else 0


def lines(text: str, letters: int = LETTERS) -> int:
    """Give the lines of a text, at least one."""
    return max(1, ceil(len(text) / letters))


def _box(model: Model, one: Box) -> float:
    """Reckon a box with its arrows, those that are as sure as each other on one line."""
    led = defaultdict[tuple[str, str], list[str]](list)
    for arrow in model.arrows:
        if arrow.start == one.name:
            led[arrow.kind, arrow.sure].append(model.titles[arrow.end])
    arrows = [f"To {', '.join(ends)}: {sure}" for (_, sure), ends in led.items()]
    words = lines(model.titles[one.name], PICTURE_LETTERS)
    mark = lines(one.mark, PICTURE_LETTERS) if one.mark else 0
    return BOX + words + mark + sum(lines(text, PICTURE_LETTERS - 4) for text in arrows)


def _table(table: Table) -> float:
    texts = [list(table.heads), *([_shown(cell) for cell in row] for row in table.rows)]
    widths = _widths(texts)
    rows = (max(map(lines, row, widths)) + GAP for row in texts)
    return CAPTION * lines(table.caption) + fsum(rows) + GAP


def _widths(texts: Sequence[Sequence[str]]) -> list[int]:
    """Share the width as a browser does: by the longest cell of each column."""
    columns = list(zip(*texts, strict=True))
    room = LETTERS - 2 * len(columns)
    longest = [max(NARROWEST, min(max(map(len, column)), room // 2)) for column in columns]
    return [max(NARROWEST, room * one // max(sum(longest), room)) for one in longest]


def _shown(said: Said) -> str:
    numbers = " [12]" * len(said.sources)
    return f"{said.text}{numbers}" + (f" How sure: {said.sure}" if said.sure else "")


def _sources(one: Section) -> Iterable[Source]:
    cells = (cell for row in (one.table.rows if one.table else ()) for cell in row)
    for said in (*one.said, *cells):
        yield from said.sources
