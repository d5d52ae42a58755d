"""What is left out so that a page of the pack fits one side of A4.

No sentence of a record is cut: whole sentences and rows are left out, and counted, then whole sections, and
named. Letters are never made smaller.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from resilience.planning import measures
from resilience.planning.blocks import Said, Section

MOST, KEPT, LEAST, NONE = (6, 8), (3, 5), (1, 1), (0, 0)
"""Sentences and rows of a section: the most however much room there is; what a section that is kept has at
least while others can lose something; what any other has before it goes; and nothing."""
LONGEST_TEXT = 600
"""Letters of a text that is printed whole; only what a group writes itself is longer."""

Size = tuple[int, int]
"""A number of sentences, and of rows."""


@dataclass(frozen=True)
class Cut:
    """A section with how much of it was left out."""

    section: Section
    sentences: int = 0
    rows: int = 0

    @property
    def is_gone(self) -> bool:
        """Say whether nothing of it is left."""
        return not self.section.said and self.section.table is None


@dataclass(frozen=True)
class Fixed:
    """What of a page stays whole."""

    answer: Sequence[Said] = ()
    missing: Sequence[str] = ()
    picture: float = 0
    """Lines of a picture."""
    kept: int = 0
    """How many of the first sections lose all only where nothing else is left."""


def fitted(fixed: Fixed, sections: Sequence[Section]) -> list[Cut]:
    """Leave out the last row or sentence of what is longest, again and again, until all of a page fits."""
    cuts = [_at_most(one) for one in sections]
    every, kept, others = range(len(cuts)), range(fixed.kept), range(fixed.kept, len(cuts))
    passes: list[tuple[range, Callable[[int], Size]]] = [
        (every, lambda at: KEPT if at in kept else LEAST),
        (others, lambda _: NONE),
        (kept, lambda _: LEAST),
        (kept, lambda _: NONE),
    ]
    for which, least in passes:
        while length_of(fixed, cuts) > measures.LINES:
            able = [at for at in which if _can_lose(cuts[at], least(at))]
            if not able:
                break
            longest = max(able, key=lambda at: (measures.section(cuts[at].section), at))
            cuts[longest] = _shorter(cuts[longest], least(longest))
    return cuts


def length_of(fixed: Fixed, cuts: Sequence[Cut]) -> float:
    """Reckon the lines of a page with its notes."""
    shown = [one for one in cuts if not one.is_gone]
    counted = sum(1 for one in shown if one.sentences or one.rows)
    gone = "".join(f"“{one.section.heading}”, " for one in cuts if one.is_gone)
    return (
        fixed.picture
        + measures.sentences(fixed.answer)
        + measures.plain_list(fixed.missing)
        + sum(measures.section(one.section) for one in shown)
        + counted
        + (1 + measures.lines(gone) if gone else 0)
        + measures.notes(fixed.answer, (one.section for one in shown))
    )


def _at_most(section: Section) -> Cut:
    said, table = section.said[: MOST[0]], section.table
    rows = table.rows if table else ()
    kept = replace(table, rows=rows[: MOST[1]]) if table else None
    short = replace(section, said=tuple(map(_short, said)), table=kept)
    return Cut(short, max(0, len(section.said) - MOST[0]), max(0, len(rows) - MOST[1]))


def _short(said: Said) -> Said:
    if len(said.text) <= LONGEST_TEXT:
        return said
    return replace(said, text=f"{said.text[:LONGEST_TEXT].rstrip()} … (the link of the plan holds the rest)")


def _can_lose(cut: Cut, least: Size) -> bool:
    return len(cut.section.said) > least[0] or _rows(cut) > least[1]


def _shorter(cut: Cut, least: Size) -> Cut:
    """Leave out the last row, or the last sentence where rows are at their least; all where nothing stays."""
    section, table = cut.section, cut.section.table
    if least == NONE:
        gone = replace(section, said=(), table=None)
        return Cut(gone, cut.sentences + len(section.said), cut.rows + _rows(cut))
    if table and len(table.rows) > least[1]:
        return Cut(replace(section, table=replace(table, rows=table.rows[:-1])), cut.sentences, cut.rows + 1)
    return Cut(replace(section, said=section.said[:-1]), cut.sentences + 1, cut.rows)


def _rows(cut: Cut) -> int:
    return len(cut.section.table.rows) if cut.section.table else 0
