"""The gap map as a CSV table, one row a cell."""

import csv
import io

from resilience.findings import Findings
from resilience.findings.gap_map import Cell, directions_of, tiers_in
from resilience.records.vocabulary import Direction, Tier

NAME = "gap-map.csv"
TOLD = tuple(one for one in Direction if one is not Direction.NOT_TOLD)
COLUMNS = (
    "activity", "outcome", "looked_for", "evaluations",
    *(one.value for one in TOLD), *(one.value for one in Tier),
    "of_exposures", "without_direction", "study_keys",
)  # fmt: skip


def gap_map_csv(findings: Findings) -> str:
    """Write the cells; `activity` is empty for studies of none of the listed activities."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for cells in findings.gap_map.values():
        writer.writerows(_row(cell) for cell in cells)
    return buffer.getvalue()


def _row(cell: Cell) -> list[str | int]:
    directions, tiers = directions_of(cell.studies), tiers_in(cell.studies)
    return [
        cell.type,
        cell.outcome,
        "yes" if cell.looked_for else "no",
        len(cell.studies),
        *(directions[one] for one in TOLD),
        *(tiers[one] for one in Tier),
        len(cell.exposures),
        len(cell.not_told),
        "; ".join(key for one in cell.seen for key in one.reports),
    ]
