"""Logs of searches as two tables: one row a search, and one row a work that was screened."""

from typing import NamedTuple

from resilience.evidence import EvidenceBase
from resilience.records.search_log import ScreenedWork, SearchLog, SearchMade
from resilience.site.columns import Column, to_csv
from resilience.tables.for_spreadsheets import Cell

SEARCHES = "searches.csv"
SCREENED = "screened.csv"


class Made(NamedTuple):
    """A search, and the log that it stands in."""

    log: SearchLog
    search: SearchMade


class Looked(NamedTuple):
    """A work that was looked at, and the log that it stands in."""

    log: SearchLog
    work: ScreenedWork


OF_SEARCHES: tuple[Column[Made, Cell], ...] = (
    Column("log", lambda row: row.log.slug),
    Column("date", lambda row: row.log.date.isoformat()),
    Column("of", lambda row: row.log.of.value),
    Column("types", lambda row: "; ".join(row.log.types)),
    Column("by", lambda row: row.log.by.value),
    Column("source", lambda row: row.search.source.value),
    Column("name", lambda row: row.search.name),
    Column("words", lambda row: row.search.words),
    Column("limits", lambda row: row.search.limits),
    Column("hits", lambda row: row.search.hits),
)
OF_SCREENED: tuple[Column[Looked, Cell], ...] = (
    Column("log", lambda row: row.log.slug),
    Column("date", lambda row: row.log.date.isoformat()),
    Column("of", lambda row: row.log.of.value),
    Column("types", lambda row: "; ".join(row.log.types)),
    Column("by", lambda row: row.log.by.value),
    Column("title", lambda row: row.work.title),
    Column("decision", lambda row: row.work.decision.value),
    Column("reason", lambda row: row.work.reason.value if row.work.reason else None),
    Column("record", lambda row: row.work.record),
    Column("note", lambda row: row.work.note),
)


def searches_csv(base: EvidenceBase) -> str:
    """Write all searches, in the order in which they were logged."""
    rows = (Made(log, search) for log in base.searches.values() for search in log.searches)
    return to_csv(OF_SEARCHES, rows)


def screened_csv(base: EvidenceBase) -> str:
    """Write all works that were screened, in each log that has them."""
    return to_csv(OF_SCREENED, (Looked(log, work) for log in base.searches.values() for work in log.screened))
