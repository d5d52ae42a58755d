"""The gap map as a CSV table, one row a cell."""

from resilience.figures import table
from resilience.findings import Findings
from resilience.findings.gap_map import Cell, directions_of, tiers_in
from resilience.records.vocabulary import Direction, Tier
from resilience.site.columns import Column, to_csv

NAME = "gap-map.csv"


def _direction(one: Direction) -> Column[Cell, table.Cell]:
    return Column(one.value, lambda cell: directions_of(cell.studies)[one])


def _tier(one: Tier) -> Column[Cell, table.Cell]:
    return Column(one.value, lambda cell: tiers_in(cell.studies)[one])


COLUMNS: tuple[Column[Cell, table.Cell], ...] = (
    Column("activity", lambda cell: cell.type),
    Column("outcome", lambda cell: cell.outcome),
    Column("looked_for", lambda cell: "yes" if cell.looked_for else "no"),
    Column("evaluations", lambda cell: len(cell.studies)),
    *(_direction(one) for one in Direction if one.is_told),
    *(_tier(one) for one in Tier),
    Column("of_exposures", lambda cell: len(cell.exposures)),
    Column("without_direction", lambda cell: len(cell.not_told)),
    Column("study_keys", lambda cell: "; ".join(key for one in cell.seen for key in one.reports)),
)


def gap_map_csv(findings: Findings) -> str:
    """Write the cells; `activity` is empty for studies of none of the listed activities."""
    return to_csv(COLUMNS, (cell for cells in findings.gap_map.values() for cell in cells))
