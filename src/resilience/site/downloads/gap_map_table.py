"""The gap map as a CSV table, one row a cell."""

import csv
import io

from ...assessment.gap_map import Cell, directions_of, gap_map, tiers_in
from ...evidence import EvidenceBase
from ...evidence.joins import Joins
from ...records.vocabulary import Direction, Tier

NAME = "gap-map.csv"
TOLD = tuple(one for one in Direction if one is not Direction.NOT_TOLD)
COLUMNS = (
    "activity", "outcome", "looked_for", "evaluations",
    *(one.value for one in TOLD), *(one.value for one in Tier),
    "of_exposures", "without_direction", "study_keys",
)  # fmt: skip


def gap_map_csv(base: EvidenceBase, joins: Joins) -> str:
    """Write the cells; `activity` is empty for studies of none of the listed activities."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for cells in gap_map(base, joins).values():
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
