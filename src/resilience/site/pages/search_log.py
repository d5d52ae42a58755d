"""The facts of the page of one log of searches: words, results, and what came of each work."""

from dataclasses import dataclass

from resilience.records.search_log import ScreenedWork, Screening, SearchLog, SearchMade, Sought
from resilience.site.pages import words
from resilience.site.pages.common import Pages, domains_of
from resilience.site.wording.values import FactsPage, Link, Passage, Text


@dataclass(frozen=True)
class SearchRow:
    """One search."""

    source: str
    words: str
    limits: str | None
    hits: int


@dataclass(frozen=True)
class WorkRow:
    """A work that was looked at: its title, what stands on record of it, and what else decided."""

    title: str
    record: Link | Text | None
    why: str | None
    note: str | None


@dataclass(frozen=True)
class LogFacts:
    """What was looked for, how, and what came of it."""

    title: str
    of: str
    on: str
    by: str
    activities: tuple[Link, ...]
    note: str | None
    searches: tuple[SearchRow, ...]
    brought: int
    noise: int | None
    screened: int
    kept: tuple[WorkRow, ...]
    leads: tuple[WorkRow, ...]
    known: tuple[WorkRow, ...]
    turned_down: tuple[WorkRow, ...]


def search_log_page(pages: Pages, log: SearchLog) -> FactsPage:
    """Give the page of a log."""
    named = words.listing([pages.base.types[slug].label for slug in log.types])
    title = f"Searches for {log.of.label.lower()}, {words.day(log.date)}: {named}"
    return FactsPage(
        title=title,
        kind="Log of searches",
        passage=Passage("pages/search_log", _facts(pages, log, title)),
        description=f"What was looked for on {words.day(log.date)}, by which words, and what came of it.",
        domains=domains_of(pages, log.types),
    )


def _facts(pages: Pages, log: SearchLog, title: str) -> LogFacts:
    def rows(decision: Screening) -> tuple[WorkRow, ...]:
        return tuple(_work(pages, log.of, work) for work in log.decided(decision))

    return LogFacts(
        title=title,
        of=log.of.label.lower(),
        on=words.day(log.date),
        by=log.by.label,
        activities=tuple(pages.type_link(slug) for slug in log.types),
        note=log.note,
        searches=tuple(map(_search, log.searches)),
        brought=log.brought,
        noise=log.noise,
        screened=len(log.screened),
        kept=rows(Screening.KEPT),
        leads=rows(Screening.LEAD),
        known=rows(Screening.KNOWN),
        turned_down=rows(Screening.TURNED_DOWN),
    )


def _search(one: SearchMade) -> SearchRow:
    source = words.sentence(one.source.label)
    return SearchRow(f"{source}: {one.name}" if one.name else source, one.words, one.limits, one.hits)


def _work(pages: Pages, of: Sought, work: ScreenedWork) -> WorkRow:
    return WorkRow(
        title=work.title,
        record=_record(pages, of, work.record) if work.record else None,
        why=words.sentence(work.reason.label) if work.reason else None,
        note=words.sentence(work.note) if work.note else None,
    )


def _record(pages: Pages, of: Sought, name: str) -> Link | Text:
    """Link to what is on record of a work; a record that has gone since is named as it was."""
    if of is Sought.POLICIES:
        return pages.policy_link(name) if name in pages.base.policies else Text(name)
    return pages.work_link(name) if name in pages.base.references else Text(name)
