"""What the pages on methods show: gaps, other collections, references, codes of checks, how we report."""

from collections import Counter
from dataclasses import dataclass

from resilience.checks import Code, catalogue
from resilience.records.editorial import Gap
from resilience.records.reference import Reference
from resilience.records.reporting import ReportingItem
from resilience.records.vocabulary import Reported
from resilience.site.pages.common import Pages, Work, work_in_full
from resilience.site.wording.values import Anchor, Link, Passage

TEMPLATE = "prose/methods"


def gaps(pages: Pages, about: str) -> Passage:
    """List gap notes about a subject, conflicts first.

    Raises KeyError where there is no note about it.
    """
    order = {"conflict": 0, "gap": 1, "caution": 2}
    notes: list[Gap] = sorted(pages.joins.gaps_about[about], key=lambda gap: order[gap.kind])
    return Passage(TEMPLATE, tuple((gap.kind.capitalize(), gap.text) for gap in notes), "gaps")


def collections(pages: Pages, _: str) -> Passage:
    """Tabulate other collections of UK local policies."""
    rows = tuple(
        (Link(item.name, url=item.url) if item.url else item.name, item.holds)
        for item in pages.base.collections
    )
    return Passage(TEMPLATE, rows, "collections")


@dataclass(frozen=True)
class Cited:
    """A work, and the page of the study where it was coded."""

    work: Work
    study: Link | None


def references(pages: Pages, _: str) -> Passage:
    """List every cited work in full, by first author."""
    works = sorted(pages.base.references.values(), key=lambda work: pages.base.cited[work.key].lower())
    return Passage(TEMPLATE, tuple(_reference(pages, work) for work in works), "references")


def _reference(pages: Pages, work: Reference) -> Cited:
    coded = Link("How it was coded", f"studies/{work.key}") if work.key in pages.base.all_studies else None
    return Cited(work_in_full(work), coded)


@dataclass(frozen=True)
class CheckCode:
    """A code of the checks."""

    anchor: Anchor
    code: str
    title: str
    severity: str
    why: str
    mend: str
    example: str


def check_codes(_: Pages, __: str) -> Passage:
    """List every code of the checks: what it means, why it matters, how to mend it."""
    return Passage(TEMPLATE, tuple(map(_check_code, catalogue())), "check_codes")


def _check_code(code: Code) -> CheckCode:
    return CheckCode(
        anchor=Anchor(code.code.lower()),
        code=code.code,
        title=code.title,
        severity=code.severity.value,
        why=code.why,
        mend=code.mend,
        example=" / ".join(code.example.splitlines()),
    )


ItemRow = tuple[int, str, bool, str, str, tuple[Link, ...], str]
"""Number and name of an item, whether it is optional, what it asks for, how far it is met, where, a note."""


def reporting_counts(pages: Pages, _: str) -> Passage:
    """Count the items by how far they are met, and name the guideline."""
    reporting = pages.base.reporting
    counted = Counter(item.status for item in reporting.items)
    said = tuple(f"{counted[status]} {status.label.lower()}" for status in Reported if counted[status])
    guideline = Link(reporting.reference, url=reporting.url)
    return Passage(TEMPLATE, (len(reporting.items), reporting.short, said, guideline), "reporting_counts")


def reporting_items(pages: Pages, _: str) -> Passage:
    """Tabulate the items by section: what each asks for, how far it is met, where, and what is missing."""
    by_section: dict[str, list[ItemRow]] = {}
    for item in pages.base.reporting.items:
        by_section.setdefault(item.section, []).append(_item_row(item))
    facts = tuple((section, tuple(rows)) for section, rows in by_section.items())
    return Passage(TEMPLATE, facts, "reporting_items")


def _item_row(item: ReportingItem) -> ItemRow:
    where = tuple(Link(place.label, place.page) for place in item.where)
    return item.number, item.name, item.optional, item.asks, item.status.label, where, item.note
