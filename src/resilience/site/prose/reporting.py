"""What the page on reporting shows: how far the policy review meets the guideline, item by item."""

from collections import Counter

from resilience.records.reporting import ReportingItem
from resilience.records.vocabulary import Reported
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Link, Passage

Row = tuple[int, str, bool, str, str, tuple[Link, ...], str]
"""Number and name of an item, whether it is optional, what it asks for, how far it is met, where, a note."""


def reporting_counts(pages: Pages, _: str) -> Passage:
    """Count the items by how far they are met, and name the guideline."""
    reporting = pages.base.reporting
    counted = Counter(item.status for item in reporting.items)
    said = tuple(f"{counted[status]} {status.label.lower()}" for status in Reported if counted[status])
    guideline = Link(reporting.reference, url=reporting.url)
    return Passage("prose/reporting", (len(reporting.items), reporting.short, said, guideline), "counts")


def reporting_items(pages: Pages, _: str) -> Passage:
    """Tabulate the items by section: what each asks for, how far it is met, where, and what is missing."""
    by_section: dict[str, list[Row]] = {}
    for item in pages.base.reporting.items:
        by_section.setdefault(item.section, []).append(_row(item))
    facts = tuple((section, tuple(rows)) for section, rows in by_section.items())
    return Passage("prose/reporting", facts, "items")


def _row(item: ReportingItem) -> Row:
    where = tuple(Link(place.label, place.page) for place in item.where)
    return item.number, item.name, item.optional, item.asks, item.status.label, where, item.note
