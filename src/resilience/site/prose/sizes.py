"""What the page on rating shows of sizes: the estimates, the refusals by reason, and the words for an SMD."""

from collections.abc import Callable, Iterator

from resilience.figures.words import interval
from resilience.findings.headline import Headline
from resilience.findings.no_size import NoSize
from resilience.findings.ratings import RatedCell
from resilience.findings.size_numbers import people
from resilience.records.vocabulary import Level
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Line, Text, table
from resilience.site.pages.common import Pages
from resilience.site.pages.rating import rating_tag
from resilience.synthesis import Estimate, absolute_change, pairs_in_100
from resilience.synthesis.size import SIZE_WORDS

MOST_NAMED = 3
EXAMPLE = Estimate(0.5, 0.38, 0.68)
"""The odds ratio of poor self-rated health in insulated homes (howden-chapman-2007-insulation)."""
RISKS = (0.15, 0.3)

COUNTS_OF_SIZES: dict[str, Callable[[Pages], int]] = {
    "aims": lambda pages: len(_aims(pages)),
    "aims_with_size": lambda pages: sum(bool(size.size) for _, size in _aims(pages)),
    "types_with_size": lambda pages: len({cell.type.slug for cell, size in _aims(pages) if size.size}),
}
"""Counts of main aims, of those that have a size, and of the activities that have one for a main aim."""


def size_list(pages: Pages, _: str) -> list[Block]:
    """Tabulate every size that is shown, beside how sure it is and what it is from."""
    rows: list[tuple[Line, ...]] = [
        (
            pages.type_link(cell.type.slug),
            Text(cell.group.label, strong=cell.is_main),
            rating_tag(pages, cell.level),
            size.says,
            [pages.study_link(size.study.key), f" ({size.rests_on})"] if size.study else "",
        )
        for cell, size in _sized(pages)
        if size.size
    ]
    header = ("Activity", "Outcome", "How sure", "How big", "From")
    return [table("Sizes that are shown (main aims in bold)", header, rows)]


def size_refusals(pages: Pages, _: str) -> list[Block]:
    """Count why no size is shown, for main aims and for all groups of outcomes that were studied."""
    found = list(_sized(pages))
    rows: list[tuple[Line, ...]] = []
    for reason in NoSize:
        cells = [cell for cell, size in found if size.why_not is reason]
        main = [cell for cell in cells if cell.is_main]
        if cells:
            counts = (words.number(len(main)), words.number(len(cells)))
            rows.append((words.sentence(reason.label), *counts, _named([*main, *cells])))
    header = ("Why no size is shown", "Main aims", "All", "For example")
    return [table("Sizes that are refused", header, rows)]


def size_example(_: Pages, __: str) -> list[Block]:
    """Tabulate what one number says at two starting risks, as an odds ratio and as a risk ratio."""
    rows: list[tuple[Line, ...]] = [
        (
            f"{words.number(round(100 * risk))} in 100",
            *(people(absolute_change(metric, EXAMPLE, risk), 100, about=True) for metric in ("OR", "RR")),
        )
        for risk in RISKS
    ]
    ratio = f"{words.number(EXAMPLE.value)} ({interval(EXAMPLE.low, EXAMPLE.high)})"
    header = ("Without the activity", f"With an odds ratio of {ratio}", f"With a risk ratio of {ratio}")
    return [table("An odds ratio is not a risk ratio", header, rows)]


def size_words(_: Pages, __: str) -> list[Block]:
    """Tabulate the words for a standardised mean difference, with the pairs in 100 at which each starts."""
    rows: list[tuple[Line, ...]] = [
        (word, words.number(least), words.number(round(pairs_in_100(Estimate(least)).value)))
        for least, word in reversed(SIZE_WORDS)
    ]
    header = ("Word", "From a standardised mean difference of", "Pairs in 100, from")
    return [table("Words for a size", header, rows)]


def _sized(pages: Pages) -> Iterator[tuple[RatedCell, Headline]]:
    """Give the cells that were studied or are a main aim, each with its size."""
    for rated in pages.ratings.all().values():
        for cell in rated.cells.values():
            if cell.is_main or cell.level is not Level.NONE:
                yield cell, pages.size_of(cell)


def _aims(pages: Pages) -> list[tuple[RatedCell, Headline]]:
    return [(cell, size) for cell, size in _sized(pages) if cell.is_main]


def _named(cells: list[RatedCell]) -> str:
    named = list(dict.fromkeys(f"{cell.type.label}, {cell.group.label.lower()}" for cell in cells))
    more = " and others" if len(named) > MOST_NAMED else ""
    return "; ".join(named[:MOST_NAMED]) + more
