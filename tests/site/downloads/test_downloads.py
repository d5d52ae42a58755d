"""Files to take away hold every result, and no cell that a spreadsheet would run."""

import csv
import io
from pathlib import Path

import pytest
from tests.frozen import book

from resilience.findings.votes import columns_of, evaluation_of, speaks_to
from resilience.site.columns import Column, to_csv
from resilience.site.downloads import write_downloads
from resilience.site.downloads.groups import FILE as GROUPS
from resilience.site.downloads.searches import SCREENED, SEARCHES
from resilience.site.downloads.tables import GAP_MAP, OF_CELLS, OF_RESULTS, gap_map_csv, study_csv
from resilience.site.pages.common import Pages

BASE = book()
PAGES = Pages(BASE)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_each_result_has_a_row() -> None:
    found = rows(study_csv(BASE, BASE.studies.values()))
    assert len(found) == sum(len(study.outcomes) for study in BASE.studies.values())
    assert {row["key"] for row in found} == set(BASE.studies)


def test_what_was_not_seen_is_empty_and_not_zero() -> None:
    outcomes = [one for study in BASE.studies.values() for one in study.outcomes]
    found = rows(study_csv(BASE, BASE.studies.values()))
    for outcome, row in zip(outcomes, found, strict=True):
        value = outcome.effect.value if outcome.effect else None
        assert row["value"] == ("" if value is None else str(value))


@pytest.mark.parametrize("text", ["=1+1", "+44", "-cmd", "@SUM(A1)", "\tx"])
def test_text_that_looks_like_a_formula_gets_a_quotation_mark(text: str) -> None:
    study = next(iter(BASE.studies.values()))
    evil = study.model_copy(update={"population": text})
    assert {row["population"] for row in rows(study_csv(BASE, [evil]))} == {f"'{text}"}


def test_what_the_gap_map_says_is_as_inert_as_a_study() -> None:
    column = Column("a", lambda item: f"={item}")
    assert to_csv([column], ["1+1"]) == '"a"\r\n"\'=1+1"\r\n'


def test_negative_numbers_stay_numbers() -> None:
    found = rows(study_csv(BASE, [BASE.studies["mead-2010-befriending-depression"]]))
    assert found[0]["value"] == "-0.27"


def test_every_type_has_a_sheet_and_every_studied_type_three_files(tmp_path: Path) -> None:
    write_downloads(PAGES, tmp_path)
    studied = {slug for study in BASE.studies.values() for slug in study.types}
    expected = {
        f"{name}{end}" for name in (*studied, "all-studies") for end in (".csv", ".ris", ".bib", ".csl.json")
    }
    expected |= {f"{slug}-meeting.md" for slug in BASE.types}
    assert {path.name for path in tmp_path.iterdir()} == expected | {GAP_MAP, GROUPS, SEARCHES, SCREENED}
    header = (tmp_path / "befriending.csv").read_text("utf-8-sig").splitlines()[0]
    assert header == ",".join(f'"{column.name}"' for column in OF_RESULTS)


def test_the_gap_map_has_a_row_for_each_cell() -> None:
    found = rows(gap_map_csv(PAGES))
    assert len(found) == (len(BASE.types) + 1) * len(columns_of(BASE))
    for row in found:
        signs = [int(row[name]) for name in ("benefit", "null", "mixed", "harm")]
        assert sum(signs) == int(row["evaluations"])
        parts = [int(row[name]) for name in ("evaluations", "of_exposures", "without_direction")]
        keys = [key for key in row["study_keys"].split("; ") if key]
        assert sum(parts) <= len(keys)
        names = [evaluation_of(BASE.studies, BASE.studies[key]) for key in keys]
        assert sum(parts) >= len(set(names))
    shown = {key for row in found for key in row["study_keys"].split("; ") if key}
    # A study is in no cell only where none of its results speaks to an activity that it carries.
    for key in set(BASE.studies) - shown:
        study = BASE.studies[key]
        assert not any(speaks_to(one, slug) for one in study.outcomes for slug in study.types), key


def test_a_second_writing_touches_nothing(tmp_path: Path) -> None:
    write_downloads(PAGES, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    write_downloads(PAGES, tmp_path)
    assert before == {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}


def test_the_page_on_data_explains_every_column() -> None:
    text = (Path(__file__).parents[3] / "book/data.md").read_text("utf-8")
    columns = [column.name for column in (*OF_RESULTS, *OF_CELLS)]
    assert [name for name in columns if f"`{name}`" not in text] == []
