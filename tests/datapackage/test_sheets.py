"""Every sheet describes itself, and says nothing that the records do not."""

from pathlib import Path
from typing import Any

import pytest
from tests.frozen import book

from resilience.datapackage.sheet import Sheet
from resilience.datapackage.sheets import sheets
from resilience.findings import Findings, load

REPOSITORY = Path(__file__).parents[2]
SMALL = Findings(book())
SHEETS = {sheet.name: sheet for sheet in sheets(SMALL)}


def column(sheet: str, name: str) -> list[Any]:
    place = [field.name for field in SHEETS[sheet].fields].index(name)
    return [row[place] for row in SHEETS[sheet].rows]


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_every_column_is_described_once(sheet: Sheet[Any]) -> None:
    names = [field.name for field in sheet.fields]
    assert len(set(names)) == len(names)
    assert set(sheet.key) <= set(names)
    for field in sheet.fields:
        assert field.description, field.name
        assert field.description.rstrip("`)”").endswith((".", ":")), field.description


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_references_lead_to_columns_that_are_there(sheet: Sheet[Any]) -> None:
    for reference in sheet.references:
        assert set(reference.fields) <= {field.name for field in sheet.fields}
        assert set(reference.to) <= {field.name for field in SHEETS[reference.sheet].fields}


def test_numbers_stand_as_the_records_have_them() -> None:
    effects = [
        outcome.effect.value if outcome.effect else None
        for study in SMALL.base.all_studies.values()
        for outcome in study.outcomes
    ]
    assert column("results", "effect_value") == effects
    assert any(value is not None and value < 0 for value in effects)


def test_levels_are_those_of_the_pages() -> None:
    levels = dict(zip(zip(column("levels", "type"), column("levels", "outcome_group"), strict=True),
                      column("levels", "level"), strict=True))  # fmt: skip
    for slug, rated in SMALL.ratings.all().items():
        for group, cell in rated.cells.items():
            assert levels[slug, group] == cell.level.value


def test_what_was_not_seen_is_empty_and_never_zero() -> None:
    sizes = [study.sample_size for study in SMALL.base.all_studies.values()]
    assert column("studies", "sample_size") == sizes
    assert None in sizes
    assert 0 not in sizes


def test_lists_are_one_text() -> None:
    types = ["; ".join(study.types) or None for study in SMALL.base.all_studies.values()]
    assert column("studies", "types") == types


def test_the_whole_evidence_has_rows_in_every_sheet() -> None:
    assert [sheet.name for sheet in sheets(load(REPOSITORY)) if not sheet.rows] == []


def test_the_dictionary_has_every_sheet() -> None:
    page = (REPOSITORY / "book/dictionary.md").read_text("utf-8")
    assert [line.split()[1] for line in page.splitlines() if line.startswith("```{data-fields}")] == list(
        SHEETS
    )
