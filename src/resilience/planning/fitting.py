"""What of a page of the pack fits one side of A4.

No sentence of a record is cut, and letters are never made smaller: a page takes as many sentences and rows as
fit, and counts or names the others. First come the sections that are kept, then the least of each other one
in its order, then more of each in turn.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import fsum

from resilience.planning import measures
from resilience.planning.blocks import Said, Section

LEAST, KEPT, MOST = 1, 4, 8
"""Sentences and rows of a section: the least with which it stands, what one that is kept has before others
come in, and the most however much room there is."""
LONGEST_TEXT = 600
"""Letters of a text that is printed whole; only what a group writes itself is longer."""


@dataclass(frozen=True)
class Cut:
    """A section with as much of it as there is room for."""

    whole: Section
    sentences: int = 0
    rows: int = 0

    @property
    def is_gone(self) -> bool:
        """Say whether nothing of it is shown."""
        return not (self.sentences or self.rows)

    @property
    def left(self) -> tuple[int, int]:
        """Count the sentences and rows that are not shown."""
        return len(self.whole.said) - self.sentences, _rows(self.whole) - self.rows

    @property
    def shown(self) -> Section:
        """Give what is shown."""
        table = self.whole.table
        some = replace(table, rows=table.rows[: self.rows]) if table and self.rows else None
        return replace(self.whole, said=tuple(map(_short, self.whole.said[: self.sentences])), table=some)

    def grown(self, to: int) -> list["Cut"]:
        """Give it with one more sentence and row, or with one of the two, up to `to` of each."""
        more = self.sentences + (self.sentences < min(to, len(self.whole.said)))
        longer = self.rows + (self.rows < min(to, _rows(self.whole)))
        sizes = dict.fromkeys([(more, longer), (more, self.rows), (self.sentences, longer)])
        return [replace(self, sentences=said, rows=rows) for said, rows in sizes if (said, rows) != self.size]

    @property
    def size(self) -> tuple[int, int]:
        """Give how many sentences and rows are shown."""
        return self.sentences, self.rows


@dataclass(frozen=True)
class Fixed:
    """What of a page stands whole."""

    answer: Sequence[Said] = ()
    missing: Sequence[str] = ()
    picture: float = 0
    """Lines of a picture."""


def fitted(fixed: Fixed, sections: Iterable[Section]) -> list[Cut]:
    """Give each section with as much as there is room for, and those without a sentence or row as gone."""
    cuts = [Cut(one) for one in sections]
    kept = [at for at, cut in enumerate(cuts) if cut.whole.kept]
    others = [at for at, cut in enumerate(cuts) if not cut.whole.kept]
    for which, to in ((kept, LEAST), (kept, KEPT), (others, LEAST), ([*kept, *others], MOST)):
        _grow(fixed, cuts, which, to)
    return cuts


def _grow(fixed: Fixed, cuts: list[Cut], which: Sequence[int], to: int) -> None:
    """Let sections grow in turn, until none of them can or may."""
    able = list(which)
    while able:
        able = [at for at in able if _grows(fixed, cuts, at, to)]


def _grows(fixed: Fixed, cuts: list[Cut], at: int, to: int) -> bool:
    before = cuts[at]
    for larger in before.grown(to):
        cuts[at] = larger
        if length_of(fixed, cuts) <= measures.LINES:
            return True
    cuts[at] = before
    return False


def length_of(fixed: Fixed, cuts: Sequence[Cut]) -> float:
    """Reckon the lines of a page with its notes."""
    shown = [one.shown for one in cuts if not one.is_gone]
    gone = [one.whole.heading for one in cuts if one.is_gone]
    return (
        fixed.picture
        + measures.sentences(fixed.answer)
        + measures.plain_list(fixed.missing)
        + fsum(map(measures.section, shown))
        + sum(1 for one in cuts if not one.is_gone and any(one.left))
        + measures.left_out(gone)
        + measures.notes(fixed.answer, shown)
    )


def _short(said: Said) -> Said:
    if len(said.text) <= LONGEST_TEXT:
        return said
    return replace(said, text=f"{said.text[:LONGEST_TEXT].rstrip()} … (the link of the plan holds the rest)")


def _rows(section: Section) -> int:
    return len(section.table.rows) if section.table else 0
