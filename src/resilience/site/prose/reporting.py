"""What the page on reporting shows: how far the policy review meets the guideline, item by item."""

from collections import Counter

from resilience.figures.words import listing
from resilience.records.reporting import ReportingItem
from resilience.records.vocabulary import Reported
from resilience.site.pages.blocks import Block, Line, Link, Text, paragraph, table
from resilience.site.pages.common import Pages


def reporting_counts(pages: Pages, _: str) -> list[Block]:
    """Count the items by how far they are met, and name the guideline."""
    reporting = pages.base.reporting
    counted = Counter(item.status for item in reporting.items)
    said = [f"{counted[status]} {status.label.lower()}" for status in Reported if counted[status]]
    return [
        paragraph(
            [
                f"Of the {len(reporting.items)} items of {reporting.short}: {listing(said)}. ",
                "The guideline: ",
                Link(reporting.reference, url=reporting.url),
            ]
        )
    ]


def reporting_items(pages: Pages, _: str) -> list[Block]:
    """Tabulate the items by section: what each asks for, how far it is met, where, and what is missing."""
    by_section: dict[str, list[tuple[Line, ...]]] = {}
    for item in pages.base.reporting.items:
        by_section.setdefault(item.section, []).append(_row(item))
    header = ("Item", "What it asks for", "Met?", "Where, and what is missing")
    return [table(section, header, rows) for section, rows in by_section.items()]


def _row(item: ReportingItem) -> tuple[Line, ...]:
    links: list[Line] = [part for place in item.where for part in (Link(place.label, place.page), ". ")]
    optional = " (if done)" if item.optional else ""
    return (
        f"{item.number}. {item.name}{optional}",
        item.asks,
        Text(item.status.label, strong=True),
        [*links, item.note],
    )
