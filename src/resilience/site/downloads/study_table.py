"""Studies and their results as one CSV table, one row a result."""

import csv
import io
from collections.abc import Iterable, Iterator

from ...evidence import EvidenceBase
from ...records.study import Outcome, Study

Cell = str | int | float | None
COLUMNS = (
    "key", "title", "year", "doi", "design", "country", "types", "population", "sample_size", "intervention",
    "of_exposure", "comparator", "outcome", "measure", "direction", "better", "metric", "value", "ci_low",
    "ci_high", "p", "follow_up", "quality", "inequality", "how_much_was_read", "coders", "link",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may take for the start of a formula."""


def study_csv(base: EvidenceBase, studies: Iterable[Study]) -> str:
    """Write studies as CSV; an empty cell was not seen, and text that looks like a formula gets a quote."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for study in studies:
        writer.writerows(_rows(base, study))
    return buffer.getvalue()


def _rows(base: EvidenceBase, study: Study) -> Iterator[list[Cell]]:
    work = base.references[study.key]
    for outcome in study.outcomes:
        cells: dict[str, Cell] = {
            "key": study.key,
            "title": work.title,
            "year": work.year,
            "doi": work.doi,
            "design": study.design.value,
            "country": study.country,
            "types": "; ".join(study.types),
            "population": study.population,
            "sample_size": study.sample_size,
            "intervention": study.intervention,
            "of_exposure": "yes" if study.of_exposure else "no",
            "comparator": study.comparator,
            **_result(outcome),
            "quality": study.quality,
            "inequality": study.inequality,
            "how_much_was_read": study.provenance.read.value,
            "coders": study.provenance.coders.value,
            "link": work.link,
        }
        yield [_safe(cells[name]) for name in COLUMNS]


def _result(outcome: Outcome) -> dict[str, Cell]:
    effect = outcome.effect
    return {
        "outcome": outcome.category,
        "measure": outcome.measure,
        "direction": outcome.direction.value,
        "better": outcome.better.value if outcome.better else None,
        "metric": effect.metric.value if effect and effect.metric else None,
        "value": effect.value if effect else None,
        "ci_low": effect.ci_low if effect else None,
        "ci_high": effect.ci_high if effect else None,
        "p": effect.p if effect else None,
        "follow_up": outcome.follow_up,
    }


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
