"""Tables to take away, as CSV: studies with one row a result, and the gap map with one row a cell."""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import NamedTuple

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.findings.gap_map import Cell as MapCell
from resilience.findings.gap_map import directions_of, tiers_in
from resilience.findings.votes import evaluation_of
from resilience.records.study import Effect, Outcome, Study
from resilience.records.vocabulary import Direction, Tier
from resilience.site.columns import Column, to_csv
from resilience.tables.for_spreadsheets import Cell

NO_NUMBER = Effect()
GAP_MAP = "gap-map.csv"
"""The file of the gap map; those of studies are called after their activity."""


class Row(NamedTuple):
    """A result of a study."""

    base: EvidenceBase
    study: Study
    outcome: Outcome


def _study(name: str, cell: Callable[[Study], Cell]) -> Column[Row, Cell]:
    return Column(name, lambda row: cell(row.study))


def _result(name: str, cell: Callable[[Outcome], Cell]) -> Column[Row, Cell]:
    return Column(name, lambda row: cell(row.outcome))


def _number(name: str, cell: Callable[[Effect], Cell]) -> Column[Row, Cell]:
    return Column(name, lambda row: cell(row.outcome.effect or NO_NUMBER))


def _word(code: Enum | None) -> str | None:
    return str(code.value) if code else None


def _topics(study: Study) -> str:
    return "; ".join(f"{slug}: {topic.value}" for slug, topic in study.on_topic.items())


OF_RESULTS: tuple[Column[Row, Cell], ...] = (
    _study("key", lambda study: study.key),
    Column("title", lambda row: row.base.references[row.study.key].title),
    Column("year", lambda row: row.base.references[row.study.key].year),
    Column("doi", lambda row: row.base.references[row.study.key].doi),
    _study("design", lambda study: study.design.value),
    _study("comparison", lambda study: study.comparison.value),
    _study("of_exposure", lambda study: "yes" if study.of_exposure else "no"),
    _study("polarity", lambda study: study.polarity.value),
    Column("evaluation", lambda row: evaluation_of(row.base.studies, row.study)),
    _study("countries", lambda study: "; ".join(study.countries)),
    _study("scope", lambda study: _word(study.scope)),
    _study("country_note", lambda study: study.country_note),
    _study("types", lambda study: "; ".join(study.types)),
    _study("on_topic", _topics),
    _study("population", lambda study: study.population),
    _study("sample_size", lambda study: study.sample_size),
    _study("included_studies", lambda study: study.included_studies),
    _study("intervention", lambda study: study.intervention),
    _study("comparator", lambda study: study.comparator),
    _result("outcome", lambda outcome: outcome.category),
    Column("outcome_group", lambda row: row.base.outcomes[row.outcome.category].group),
    _result("measure", lambda outcome: outcome.measure),
    _result("direction", lambda outcome: outcome.direction.value),
    _result("clear", lambda outcome: outcome.clear.value),
    _result("estimand", lambda outcome: outcome.estimand.value),
    _result("result_comparison", lambda outcome: _word(outcome.comparison)),
    _result("for_types", lambda outcome: None if outcome.for_types is None else "; ".join(outcome.for_types)),
    _result("better", lambda outcome: _word(outcome.better)),
    _result("unit", lambda outcome: outcome.unit),
    _number("metric", lambda effect: _word(effect.metric)),
    _number("value", lambda effect: effect.value),
    _number("ci_low", lambda effect: effect.ci_low),
    _number("ci_high", lambda effect: effect.ci_high),
    _number("p", lambda effect: effect.p),
    _result("comparator_risk", lambda outcome: risk.value if (risk := outcome.comparator_risk) else None),
    _result("comparator_risk_per", lambda outcome: risk.per if (risk := outcome.comparator_risk) else None),
    _result("follow_up", lambda outcome: outcome.follow_up),
    _study("bias", lambda study: study.bias.value),
    _study("quality", lambda study: study.quality),
    _study("inequality", lambda study: study.inequality),
    _study("how_much_was_read", lambda study: study.provenance.read.value),
    _study("coded_by", lambda study: study.provenance.by.value),
    _study("coders", lambda study: study.provenance.coders.value),
    _study("checked_by", lambda study: check.by if (check := study.provenance.checked) else None),
    Column("link", lambda row: row.base.references[row.study.key].link),
)


def study_csv(base: EvidenceBase, studies: Iterable[Study]) -> str:
    """Write studies as CSV; an empty cell was not seen."""
    return to_csv(OF_RESULTS, (Row(base, study, outcome) for study in studies for outcome in study.outcomes))


def _direction(one: Direction) -> Column[MapCell, Cell]:
    return Column(one.value, lambda cell: directions_of(cell.studies)[one])


def _tier(one: Tier) -> Column[MapCell, Cell]:
    return Column(one.value, lambda cell: tiers_in(cell.studies)[one])


OF_CELLS: tuple[Column[MapCell, Cell], ...] = (
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
    return to_csv(OF_CELLS, (cell for cells in findings.gap_map.values() for cell in cells))
