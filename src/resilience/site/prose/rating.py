"""What the page on rating shows: levels, thresholds, tiers of design, and how much hangs on them."""

from ...assessment.ratings import RatedType
from ...records.rating import RuleTable
from ...records.vocabulary import Cap, Level
from ..pages import words
from ..pages.blocks import Block, Line, Link, paragraph, table
from ..pages.common import Pages
from ..pages.rating import rating_tag

CAUTIONS = {
    Cap.ABSTRACT_ONLY: "Most studies were read as abstracts only",
    Cap.WEAK_BY_OWN_ACCOUNT: "Most studies call themselves, or what they review, weak",
    Cap.SINGLE_TEAM: "All studies share an author",
    Cap.NO_SIMILAR_PLACE: "No study is known to be from the UK or a place like it",
}


def rating_levels(pages: Pages, _: str) -> list[Block]:
    """Tabulate the levels with what they mean and how many types have each."""
    levels = [rated.level for rated in pages.ratings.all().values()]
    rows: list[tuple[Line, ...]] = [
        (rating_tag(pages, one.slug), one.meaning, words.number(levels.count(one.slug)))
        for one in pages.base.rating.levels
    ]
    return [table("Levels of evidence", ("Level", "What it means", "Activity types"), rows)]


def rating_tiers(pages: Pages, _: str) -> list[Block]:
    """Tabulate which designs can show about the same."""
    rows: list[tuple[Line, ...]] = [
        (one.label, one.meaning, ", ".join(design.label.lower() for design in one.designs))
        for one in pages.base.rating.tiers
    ]
    return [table("What a design can show", ("Kind", "What it can show", "Designs"), rows)]


def rating_tables(pages: Pages, _: str) -> list[Block]:
    """Tabulate the thresholds and caps of each table."""
    tables = pages.base.rating.tables
    labels = {one.slug: one.label.lower() for one in pages.base.rating.levels}
    rows: list[tuple[Line, ...]] = [
        ("Strong needs", *(_strong(one) for one in tables)),
        (
            "Promising needs",
            *(_needs(one.promising.studies, one.promising.benefit, "benefit") for one in tables),
        ),
        (
            "Not supported needs",
            *(
                _needs(one.not_supported.studies, one.not_supported.no_benefit, "no difference or harm")
                for one in tables
            ),
        ),
    ]
    rows += [(what, *(_cap(one, cap, labels) for one in tables)) for cap, what in CAUTIONS.items()]
    return [table("Thresholds and caps", ("Rule", *(one.label for one in tables)), rows)]


def _cap(one: RuleTable, cap: Cap, labels: dict[Level, str]) -> str:
    return f"at most {labels[one.caps[cap]]}" if cap in one.caps else "no cap"


def _strong(one: RuleTable) -> str:
    need = _needs(one.strong.studies, one.strong.benefit, "benefit")
    return f"{need}; of controlled studies, {words.count(one.strong.trials, 'trial')}"


def _needs(studies: int, share: int, what: str) -> str:
    return f"at least {words.count(studies, 'study', 'studies')}, of which {share} in 100 find {what}"


def rating_sensitivity(pages: Pages, _: str) -> list[Block]:
    """Tabulate the level of every type under each table, and say how many differ."""
    names = [one.slug for one in pages.base.rating.tables]
    by_table = [pages.ratings.all(name) for name in names]
    rows: list[tuple[Line, ...]] = [
        (pages.type_link(slug), *(rating_tag(pages, rated[slug].level) for rated in by_table))
        for slug in pages.base.types
    ]
    said = [
        f"Under {one.label.lower()} {_differ(by_table[0], rated)} of {len(rows)} types read differently."
        for one, rated in zip(pages.base.rating.tables[1:], by_table[1:], strict=True)
    ]
    header = ("Activity", *(one.label for one in pages.base.rating.tables))
    return [paragraph(" ".join(said)), table("How each activity reads under each table", header, rows)]


def _differ(first: dict[str, RatedType], other: dict[str, RatedType]) -> int:
    return sum(first[slug].level != other[slug].level for slug in first)


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
