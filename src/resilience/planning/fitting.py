"""What fits on one side of A4: how long a part of a page is in lines, and what is left out first.

The measures are those of the print style of the pack, on the safe side: a part is never longer on paper than
it is reckoned. No sentence of a record is cut: whole sentences and rows are left out, and counted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from resilience.planning.blocks import Said, Section, Source, Table

LINES = 58.0
"""Lines of one side, without its head and foot."""
LETTERS = 104
"""Letters of a line."""
HEADING, CAPTION, GAP = 1.9, 1.3, 0.4
NOTE_LETTERS, NOTE_LINE = 64, 0.72
"""Of a note, which stand smaller and in two columns."""
NARROWEST = 9
"""Letters of the narrowest column of a table."""
SENTENCES, ROWS = 6, 8
"""The most of a section, however much room there is."""
LONGEST_TEXT = 600
"""Letters of a text that is printed whole; only what a group writes itself is longer."""


@dataclass(frozen=True)
class Cut:
    """A section with how much of it was left out."""

    section: Section
    sentences: int = 0
    rows: int = 0


def fitted(head: Sequence[Said], sections: Iterable[Section], missing: Sequence[str]) -> list[Cut]:
    """Leave out the last rows and sentences of the longest section, until all of a page fits.

    `head` and `missing` stay whole. The first sentence and the first row of a section stay where they can;
    then sections lose all, the last one first.
    """
    cuts = [_at_most(one) for one in sections]
    while length_of(head, cuts, missing) > LINES:
        longest = max(range(len(cuts)), key=lambda at: _spare(cuts[at]), default=-1)
        if longest >= 0 and _spare(cuts[longest]) > 0:
            cuts[longest] = _shorter(cuts[longest], 1)
            continue
        left = [at for at, cut in enumerate(cuts) if cut.section.said or cut.section.table]
        if not left:
            break
        cuts[left[-1]] = _shorter(cuts[left[-1]], 0)
    return cuts


def length_of(head: Sequence[Said], cuts: Sequence[Cut], missing: Sequence[str]) -> float:
    """Reckon the lines of a page with its notes."""
    sources = {one for said in head for one in said.sources}
    for cut in cuts:
        sources.update(_sources(cut.section))
    lacks = HEADING + sum(map(_lines, missing)) if missing else 0
    notes = HEADING + sum(map(_note, sources)) / 2 if sources else 0
    return sum(map(_sentence, head)) + sum(map(_section, cuts)) + lacks + notes


def _at_most(section: Section) -> Cut:
    rows = section.table.rows if section.table else ()
    table = replace(section.table, rows=rows[:ROWS]) if section.table else None
    said = tuple(_short(one) for one in section.said[:SENTENCES])
    kept = replace(section, said=said, table=table)
    return Cut(kept, max(0, len(section.said) - SENTENCES), max(0, len(rows) - ROWS))


def _short(said: Said) -> Said:
    if len(said.text) <= LONGEST_TEXT:
        return said
    return replace(said, text=f"{said.text[:LONGEST_TEXT].rstrip()} … (the link of the plan holds the rest)")


def _spare(cut: Cut) -> float:
    """Say how long a section is that can still lose something; 0 where it can't."""
    rows = len(cut.section.table.rows) if cut.section.table else 0
    return _section(cut) if rows > 1 or len(cut.section.said) > 1 else 0.0


def _shorter(cut: Cut, least: int) -> Cut:
    """Leave out the last row, or the last sentence where no more than `least` rows are left."""
    section, table = cut.section, cut.section.table
    if table and len(table.rows) > least:
        rows = table.rows[:-1]
        return Cut(
            replace(section, table=replace(table, rows=rows) if rows else None), cut.sentences, cut.rows + 1
        )
    return Cut(replace(section, said=section.said[:-1]), cut.sentences + 1, cut.rows)


def _section(cut: Cut) -> float:
    section = cut.section
    length = HEADING + sum(map(_sentence, section.said)) + (1 if cut.sentences or cut.rows else 0)
    return length + (_table(section.table) if section.table else 0)


def _table(table: Table) -> float:
    cells = [[_shown(cell) for cell in row] for row in table.rows]
    texts = [list(table.heads), *cells]
    longest = [max((len(row[at]) for row in texts), default=0) for at in range(len(table.heads))]
    room = LETTERS - 2 * len(longest)
    wide = [max(NARROWEST, min(one, room // 2)) for one in longest]
    widths = [max(NARROWEST, room * one // sum(wide)) if sum(wide) > room else one for one in wide]
    rows = (max(_lines(text, wide) for text, wide in zip(row, widths, strict=True)) + GAP for row in texts)
    return CAPTION * _lines(table.caption) + sum(rows) + GAP


def _sentence(said: Said) -> float:
    return _lines(_shown(said)) + GAP / 2


def _shown(said: Said) -> str:
    notes = " [12]" * len(said.sources)
    return f"{said.text}{notes}" + (f" How sure: {said.sure}" if said.sure else "")


def _lines(text: str, letters: int = LETTERS) -> int:
    return max(1, ceil(len(text) / letters))


def _note(source: Source) -> float:
    return NOTE_LINE * _lines(f"12 {source.text}: {source.page or source.url}.html", NOTE_LETTERS)


def _sources(section: Section) -> Iterable[Source]:
    cells = (cell for row in (section.table.rows if section.table else ()) for cell in row)
    for said in (*section.said, *cells):
        yield from said.sources
