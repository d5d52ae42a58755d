"""What the pages on methods show: gaps and cautions, other collections, references, codes of checks."""

from resilience.checks import Code, catalogue
from resilience.records.editorial import Gap
from resilience.records.reference import Reference
from resilience.site.pages.blocks import Block, Box, Line, Link, Text, bullets, paragraph, table
from resilience.site.pages.common import Pages, reference_line


def gaps(pages: Pages, about: str) -> list[Block]:
    """List gap notes about a subject, conflicts first.

    Raises KeyError where there is no note about it.
    """
    order = {"conflict": 0, "gap": 1, "caution": 2}
    notes: list[Gap] = sorted(pages.joins.gaps_about[about], key=lambda gap: order[gap.kind])
    return [bullets([f"{gap.kind.capitalize()}. {gap.text}" for gap in notes])]


def collections(pages: Pages, _: str) -> list[Block]:
    """Tabulate other collections of UK local policies."""
    rows: list[tuple[Line, ...]] = [
        (Link(item.name, url=item.url) if item.url else item.name, item.holds)
        for item in pages.base.collections
    ]
    return [table("Other collections of local policies", ("Collection", "What it holds"), rows)]


def references(pages: Pages, _: str) -> list[Block]:
    """List every cited work in full, by first author."""
    works = sorted(pages.base.references.values(), key=lambda work: pages.base.cited[work.key].lower())
    return [bullets([_reference(pages, work) for work in works], "references")]


def _reference(pages: Pages, work: Reference) -> Line:
    if work.key not in pages.base.studies:
        return reference_line(work)
    return [*reference_line(work), " ", Link("How it was coded", f"studies/{work.key}")]


def check_codes(_: Pages, __: str) -> list[Block]:
    """List every code of the checks: what it means, why it matters, how to mend it."""
    return [_check_code(code) for code in catalogue()]


def _check_code(code: Code) -> Block:
    head = paragraph([Text(f"{code.code} {code.title}", strong=True), f" ({code.severity.value})"])
    body = paragraph(f"{code.why} {code.mend}")
    example = paragraph([Text("Fires on: ", strong=True), " / ".join(code.example.splitlines())])
    return Box((head, body, example), ("check-code",), code.code.lower())
