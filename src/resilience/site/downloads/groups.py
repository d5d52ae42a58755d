"""What groups outside the programme plan and did, as a table with one row for each."""

from collections.abc import Iterator
from typing import NamedTuple

from resilience.findings import Findings
from resilience.records.neighbourhood import Activity, Neighbourhood, Planned
from resilience.site.columns import Column, to_csv
from resilience.tables.for_spreadsheets import Cell

FILE = "other-neighbourhoods.csv"


class Row(NamedTuple):
    """Something that is planned or was done; None where a record has neither yet."""

    place: Neighbourhood
    item: Activity | Planned | None
    type: str | None


def _row(findings: Findings, place: Neighbourhood, item: Activity | Planned | None) -> Row:
    if isinstance(item, Activity):
        return Row(place, item, findings.joins.typed_of(place.slug, item).type)
    return Row(place, item, item.type if item else None)


def _what(row: Row) -> str | None:
    if row.item is None:
        return None
    return "done" if isinstance(row.item, Activity) else "planned"


COLUMNS: tuple[Column[Row, Cell], ...] = (
    Column("neighbourhood", lambda row: row.place.slug),
    Column("name", lambda row: row.place.name),
    Column("place", lambda row: row.place.place),
    Column("council", lambda row: row.place.council),
    Column("region", lambda row: row.place.region),
    Column("set_out_to", lambda row: row.place.set_out_to),
    Column("priorities", lambda row: "; ".join(row.place.priorities)),
    Column("what", _what),
    Column("text", lambda row: row.item.text if row.item else None),
    Column("type", lambda row: row.type),
    Column("also", lambda row: row.item.also if isinstance(row.item, Activity) else None),
    Column("topic", lambda row: "; ".join(row.item.topic) if row.item else None),
    Column("year", lambda row: row.item.year if isinstance(row.item, Activity) else None),
    Column("compared_with", lambda row: "; ".join(one.name for one in row.place.comparison_areas)),
    Column("findings", lambda row: " ".join(one.text for one in row.place.findings)),
    Column("how_much_was_read", lambda row: row.place.provenance.read.value),
    Column("added", lambda row: row.place.provenance.added.isoformat()),
    Column("plan", lambda row: row.place.plan),
)


def groups_csv(findings: Findings) -> str:
    """Write the table; what was done stands before what is planned."""
    return to_csv(COLUMNS, _rows(findings))


def _rows(findings: Findings) -> Iterator[Row]:
    for place in findings.base.other_neighbourhoods.values():
        yield from (_row(findings, place, one) for one in place.activities)
        yield from (_row(findings, place, one) for one in place.planned)
        if not place.activities and not place.planned:
            yield _row(findings, place, None)
