"""What the page on rating shows: levels, thresholds, tiers of comparison, and how much hangs on them."""

from collections import Counter

from resilience.findings.ratings import RatedCell
from resilience.records.rating import Threshold
from resilience.records.vocabulary import Level
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Line, Link, Text, table
from resilience.site.pages.common import Pages
from resilience.site.pages.rating import rating_tag

MOST_NAMED = 4


def rating_levels(pages: Pages, _: str) -> list[Block]:
    """Tabulate the levels with what they mean and how many cells have each."""
    levels = Counter(cell.level for cell in _cells(pages))
    rows: list[tuple[Line, ...]] = [
        (rating_tag(pages, one.slug), one.meaning, words.number(levels[one.slug]))
        for one in pages.base.rating.of_level.values()
    ]
    header = ("Level", "What it means", "Activities by outcomes")
    return [table("Levels of evidence", header, rows)]


def rating_groups(pages: Pages, _: str) -> list[Block]:
    """Tabulate the level of every activity and group of outcomes that was studied."""
    groups = pages.base.outcome_groups
    rows: list[tuple[Line, ...]] = [
        (
            pages.type_link(slug),
            *(_level(pages, rated.cells[group]) for group in groups),
        )
        for slug, rated in pages.ratings.all().items()
    ]
    header = ("Activity", *(group.label for group in groups.values()))
    return [table("What the evidence says, activity by outcome (main aims in bold)", header, rows)]


def _level(pages: Pages, cell: RatedCell) -> Line:
    label = pages.base.rating.of_level[cell.level].label
    return Text("" if cell.level is Level.NONE and not cell.is_main else label, strong=cell.is_main)


def rating_tiers(pages: Pages, _: str) -> list[Block]:
    """Tabulate which comparisons can show about the same."""
    rows: list[tuple[Line, ...]] = [
        (one.label, one.meaning, "; ".join(comparison.label.lower() for comparison in one.comparisons))
        for one in pages.base.rating.tiers
    ]
    return [table("What a comparison can show", ("Kind", "What it can show", "Comparisons"), rows)]


def rating_tables(pages: Pages, _: str) -> list[Block]:
    """Tabulate the thresholds of each table, and the caps, which are the same in all."""
    tables = pages.base.rating.tables
    rows: list[tuple[Line, ...]] = [
        (
            "The newest review of the activity has",
            *(words.count(one.lead_weight, "vote") for one in tables),
        ),
        ("Strong needs", *(_needs(one.strong, "better") for one in tables)),
        ("Promising needs", *(_needs(one.promising, "better") for one in tables)),
        ("Little or no difference needs", *(_needs_of(one.no_difference, "no difference") for one in tables)),
        ("Points to harm needs", *(_needs_of(one.harm, "worse") for one in tables)),
        (
            "Mixed needs",
            *(f"at least {one.each_way} clear of no effect on each side" for one in tables),
        ),
    ]
    caps: list[tuple[Line, ...]] = [
        (one.holds, f"at most {pages.base.rating.of_level[one.level].label.lower()}")
        for one in pages.base.rating.caps
    ]
    return [
        table("Thresholds", ("Rule", *(one.label for one in tables)), rows),
        table("Caps, in every table", ("Where", "The level is"), caps),
    ]


def _needs(one: Threshold, what: str) -> str:
    trials = f", with {words.count(one.trials, 'trial')} among them" if one.trials else ""
    return f"at least {words.count(one.votes, 'vote')}, {one.share} of them {what}{trials}"


def _needs_of(one: Threshold, what: str) -> str:
    return f"at least {words.count(one.votes, 'vote')} that say {what}, and {one.share} of all votes"


def rating_sensitivity(pages: Pages, _: str) -> list[Block]:
    """Count how many cells read differently under each table, and with each cap switched off."""
    studied = [cell for cell in _cells(pages) if cell.level is not Level.NONE]
    differing: dict[str, list[RatedCell]] = {}
    for cell in studied:
        for reading in cell.readings:
            differing.setdefault(reading.label, [])
            if reading.level is not cell.level:
                differing[reading.label].append(cell)
    rows: list[tuple[Line, ...]] = [
        (label, f"{words.number(len(cells))} of {words.number(len(studied))}", _named(cells))
        for label, cells in differing.items()
    ]
    return [
        table("How many levels hang on a rule", ("If instead", "Levels that differ", "For example"), rows)
    ]


def _named(cells: list[RatedCell]) -> str:
    """Name a few cells, main aims first."""
    ordered = sorted(cells, key=lambda cell: not cell.is_main)[:MOST_NAMED]
    named = "; ".join(f"{cell.type.label}, {cell.group.label.lower()}" for cell in ordered)
    return f"{named} and others" if len(cells) > MOST_NAMED else named


def _cells(pages: Pages) -> list[RatedCell]:
    return [cell for rated in pages.ratings.all().values() for cell in rated.cells.values()]


def rating_sources(pages: Pages, _: str) -> list[Block]:
    """Tabulate the ways of rating from which the rules take an idea."""
    rows: list[tuple[Line, ...]] = [
        (one.name, one.idea, Link(one.reference, url=one.url) if one.url else one.reference)
        for one in pages.base.rating.draws_on
    ]
    return [table("What the rules draw on", ("Source", "The idea", "Reference"), rows)]


def rating_experience(pages: Pages, _: str) -> list[Block]:
    """Tabulate the grades of local experience."""
    grades = [rated.experience.grade.slug for rated in pages.ratings.all().values()]
    rows: list[tuple[Line, ...]] = [
        (one.label, one.meaning, words.number(grades.count(one.slug))) for one in pages.base.rating.experience
    ]
    return [table("Local experience", ("Grade", "What it means", "Activity types"), rows)]
