"""What the page on rating shows of sizes: the estimates, the refusals by reason, and the words for an SMD."""

from collections.abc import Callable, Iterator

from resilience.findings.headline import Headline
from resilience.findings.ratings import RatedCell
from resilience.findings.size_numbers import people
from resilience.findings.size_words import NoSize
from resilience.records.english import interval
from resilience.records.vocabulary import Level
from resilience.site.pages import words
from resilience.site.pages.common import Pages
from resilience.site.pages.rating import rating_tag
from resilience.site.wording.values import Passage, Text
from resilience.synthesis import Estimate, absolute_change, pairs_in_100
from resilience.synthesis.size import SIZE_WORDS

TEMPLATE = "prose/sizes"
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


def size_list(pages: Pages, _: str) -> Passage:
    """Tabulate every size that is shown, beside how sure it is and what it is from."""
    rows = tuple(
        (
            pages.type_link(cell.type.slug),
            Text(cell.group.label, strong=cell.is_main),
            rating_tag(pages, cell.level),
            size.says,
            pages.study_link(size.study.key) if size.study else None,
            size.rests_on,
        )
        for cell, size in _sized(pages)
        if size.size
    )
    return Passage(TEMPLATE, rows, "sizes")


def size_refusals(pages: Pages, _: str) -> Passage:
    """Count why no size is shown, for main aims and for all groups of outcomes that were studied."""
    found = list(_sized(pages))
    by_reason = {reason: [cell for cell, size in found if size.why_not is reason] for reason in NoSize}
    rows = tuple(_refusal(reason, cells) for reason, cells in by_reason.items() if cells)
    return Passage(TEMPLATE, rows, "refusals")


def _refusal(reason: NoSize, cells: list[RatedCell]) -> tuple[str, int, int, tuple[str, ...], bool]:
    main = [cell for cell in cells if cell.is_main]
    named = dict.fromkeys(f"{cell.type.label}, {cell.group.label.lower()}" for cell in [*main, *cells])
    examples = tuple(named)
    return (
        words.sentence(reason.label),
        len(main),
        len(cells),
        examples[:MOST_NAMED],
        len(examples) > MOST_NAMED,
    )


def size_example(_: Pages, __: str) -> Passage:
    """Tabulate what one number says at two starting risks, as an odds ratio and as a risk ratio."""
    rows = tuple(
        (
            round(100 * risk),
            *(people(absolute_change(metric, EXAMPLE, risk), 100, about=True) for metric in ("OR", "RR")),
        )
        for risk in RISKS
    )
    ends = interval(EXAMPLE.low, EXAMPLE.high)
    return Passage(TEMPLATE, (EXAMPLE.value, ends, rows), "example")


def size_words(_: Pages, __: str) -> Passage:
    """Tabulate the words for a standardised mean difference, with the pairs in 100 at which each starts."""
    rows = tuple(
        (word, least, round(pairs_in_100(Estimate(least)).value)) for least, word in reversed(SIZE_WORDS)
    )
    return Passage(TEMPLATE, rows, "words")


def _sized(pages: Pages) -> Iterator[tuple[RatedCell, Headline]]:
    """Give the cells that were studied or are a main aim, each with its size."""
    for rated in pages.ratings.all().values():
        for cell in rated.cells.values():
            if cell.is_main or cell.level is not Level.NONE:
                yield cell, pages.size_of(cell)


def _aims(pages: Pages) -> list[tuple[RatedCell, Headline]]:
    return [(cell, size) for cell, size in _sized(pages) if cell.is_main]
