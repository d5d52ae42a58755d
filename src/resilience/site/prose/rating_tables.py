"""What the page on rating shows: levels, thresholds, tiers of comparison, and how much hangs on them."""

from collections import Counter
from dataclasses import dataclass

from resilience.findings.ratings import RatedCell
from resilience.records.rating import Threshold
from resilience.records.vocabulary import Level
from resilience.site.pages.common import Pages
from resilience.site.pages.rating import rating_tag
from resilience.site.wording.values import Link, Passage, Text

TEMPLATE = "prose/rating_tables"
MOST_NAMED = 4


@dataclass(frozen=True)
class Needs:
    """What a level needs: at least so many votes, this share of them, and so many trials among them."""

    votes: int
    share: str
    trials: int


@dataclass(frozen=True)
class Tables:
    """The thresholds of each table, column by column, and the caps, which are the same in all."""

    names: tuple[str, ...]
    lead_weights: tuple[int, ...]
    strong: tuple[Needs, ...]
    promising: tuple[Needs, ...]
    no_difference: tuple[Needs, ...]
    harm: tuple[Needs, ...]
    each_way: tuple[int, ...]
    caps: tuple[tuple[str, str], ...]


def rating_levels(pages: Pages, _: str) -> Passage:
    """Tabulate the levels with what they mean and how many cells have each."""
    levels = Counter(cell.level for cell in _cells(pages))
    rows = tuple(
        (rating_tag(pages, one.slug), one.meaning, levels[one.slug])
        for one in pages.base.rating.of_level.values()
    )
    return Passage(TEMPLATE, rows, "levels")


def rating_groups(pages: Pages, _: str) -> Passage:
    """Tabulate the level of every activity and group of outcomes that was studied."""
    groups = pages.base.outcome_groups
    rows = tuple(
        (pages.type_link(slug), tuple(_level(pages, rated.cells[group]) for group in groups))
        for slug, rated in pages.ratings.all().items()
    )
    return Passage(TEMPLATE, (tuple(group.label for group in groups.values()), rows), "groups")


def _level(pages: Pages, cell: RatedCell) -> Text:
    label = pages.base.rating.of_level[cell.level].label
    return Text("" if cell.level is Level.NONE and not cell.is_main else label, strong=cell.is_main)


def rating_tiers(pages: Pages, _: str) -> Passage:
    """Tabulate which comparisons can show about the same."""
    rows = tuple(
        (one.label, one.meaning, tuple(comparison.label.lower() for comparison in one.comparisons))
        for one in pages.base.rating.tiers
    )
    return Passage(TEMPLATE, rows, "tiers")


def rating_tables(pages: Pages, _: str) -> Passage:
    """Tabulate the thresholds of each table, and the caps, which are the same in all."""
    rating = pages.base.rating
    facts = Tables(
        names=tuple(one.label for one in rating.tables),
        lead_weights=tuple(one.lead_weight for one in rating.tables),
        strong=tuple(_needs(one.strong) for one in rating.tables),
        promising=tuple(_needs(one.promising) for one in rating.tables),
        no_difference=tuple(_needs(one.no_difference) for one in rating.tables),
        harm=tuple(_needs(one.harm) for one in rating.tables),
        each_way=tuple(one.each_way for one in rating.tables),
        caps=tuple((one.holds, rating.of_level[one.level].label.lower()) for one in rating.caps),
    )
    return Passage(TEMPLATE, facts, "tables")


def _needs(one: Threshold) -> Needs:
    return Needs(one.votes, str(one.share), one.trials)


def rating_sensitivity(pages: Pages, _: str) -> Passage:
    """Count how many cells read differently under each table, and with each cap switched off."""
    studied = [cell for cell in _cells(pages) if cell.level is not Level.NONE]
    differing: dict[str, list[RatedCell]] = {}
    for cell in studied:
        for reading in cell.readings:
            differing.setdefault(reading.label, [])
            if reading.level is not cell.level:
                differing[reading.label].append(cell)
    rows = tuple(
        (label, len(cells), len(studied), _named(cells), len(cells) > MOST_NAMED)
        for label, cells in differing.items()
    )
    return Passage(TEMPLATE, rows, "sensitivity")


def _named(cells: list[RatedCell]) -> tuple[str, ...]:
    """Name a few cells, main aims first."""
    ordered = sorted(cells, key=lambda cell: not cell.is_main)[:MOST_NAMED]
    return tuple(f"{cell.type.label}, {cell.group.label.lower()}" for cell in ordered)


def _cells(pages: Pages) -> list[RatedCell]:
    return [cell for rated in pages.ratings.all().values() for cell in rated.cells.values()]


def rating_sources(pages: Pages, _: str) -> Passage:
    """Tabulate the ways of rating from which the rules take an idea."""
    rows = tuple(
        (one.name, one.idea, Link(one.reference, url=one.url) if one.url else one.reference)
        for one in pages.base.rating.draws_on
    )
    return Passage(TEMPLATE, rows, "sources")


def rating_experience(pages: Pages, _: str) -> Passage:
    """Tabulate the grades of local experience."""
    grades = Counter(rated.experience.grade.slug for rated in pages.ratings.all().values())
    rows = tuple((one.label, one.meaning, grades[one.slug]) for one in pages.base.rating.experience)
    return Passage(TEMPLATE, rows, "experience")
