"""Studies and their results as one CSV table, one row a result."""

import csv
import io
from collections.abc import Iterable, Iterator

from resilience.evidence import EvidenceBase
from resilience.findings.votes import evaluation_of
from resilience.records.study import Outcome, Study

Cell = str | int | float | None
COLUMNS = (
    "key", "title", "year", "doi", "design", "comparison", "of_exposure", "polarity", "evaluation",
    "countries", "scope", "country_note", "types", "on_topic", "population", "sample_size",
    "included_studies", "intervention", "comparator", "outcome", "outcome_group", "measure", "direction",
    "clear", "estimand", "result_comparison", "for_types", "better", "unit", "metric", "value", "ci_low",
    "ci_high", "p", "comparator_risk", "comparator_risk_per", "follow_up", "bias", "quality", "inequality",
    "how_much_was_read", "coded_by", "coders", "checked_by", "link",
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
    for outcome in study.outcomes:
        cells = {**_study(base, study), **_result(base, outcome)}
        yield [_safe(cells[name]) for name in COLUMNS]


def _study(base: EvidenceBase, study: Study) -> dict[str, Cell]:
    work, provenance = base.references[study.key], study.provenance
    return {
        "key": study.key,
        "title": work.title,
        "year": work.year,
        "doi": work.doi,
        "design": study.design.value,
        "comparison": study.comparison.value,
        "of_exposure": "yes" if study.of_exposure else "no",
        "polarity": study.polarity.value,
        "evaluation": evaluation_of(base.studies, study),
        "countries": "; ".join(study.countries),
        "scope": study.scope.value if study.scope else None,
        "country_note": study.country_note,
        "types": "; ".join(study.types),
        "on_topic": "; ".join(f"{slug}: {study.on_topic[slug].value}" for slug in study.on_topic),
        "population": study.population,
        "sample_size": study.sample_size,
        "included_studies": study.included_studies,
        "intervention": study.intervention,
        "comparator": study.comparator,
        "bias": study.bias.value,
        "quality": study.quality,
        "inequality": study.inequality,
        "how_much_was_read": provenance.read.value,
        "coded_by": provenance.by.value,
        "coders": provenance.coders.value,
        "checked_by": provenance.checked.by if provenance.checked else None,
        "link": work.link,
    }


def _result(base: EvidenceBase, outcome: Outcome) -> dict[str, Cell]:
    effect, risk = outcome.effect, outcome.comparator_risk
    return {
        "outcome": outcome.category,
        "outcome_group": base.outcomes[outcome.category].group,
        "measure": outcome.measure,
        "direction": outcome.direction.value,
        "clear": outcome.clear.value,
        "estimand": outcome.estimand.value,
        "result_comparison": outcome.comparison.value if outcome.comparison else None,
        "for_types": None if outcome.for_types is None else "; ".join(outcome.for_types),
        "better": outcome.better.value if outcome.better else None,
        "unit": outcome.unit,
        "metric": effect.metric.value if effect and effect.metric else None,
        "value": effect.value if effect else None,
        "ci_low": effect.ci_low if effect else None,
        "ci_high": effect.ci_high if effect else None,
        "p": effect.p if effect else None,
        "comparator_risk": risk.value if risk else None,
        "comparator_risk_per": risk.per if risk else None,
        "follow_up": outcome.follow_up,
    }


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
