"""Whatever an official file says of an LSOA, the table says too."""

import csv
import io
import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.official import CannotImport, as_csv, import_places, read_files
from resilience.official.cells import Kind
from resilience.official.deprivation import EDITIONS, Edition, figures_of

CELLS = {
    Kind.SCORE: st.decimals(0, 100, places=3),
    Kind.RATE: st.decimals(0, 1, places=3),
    Kind.RANK: st.integers(1, 33_755),
    Kind.DECILE: st.integers(1, 10),
    Kind.COUNT: st.integers(0, 10_000),
}
codes = st.integers(0, 999_999).map("E01{:06}".format)
names = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20)


@st.composite
def files(draw: st.DrawFn) -> tuple[Edition, list[dict[str, str]]]:
    edition = draw(st.sampled_from(EDITIONS))
    rows = []
    for code in draw(st.lists(codes, min_size=1, max_size=5, unique=True)):
        row = {edition.code: code, edition.name: draw(names)}
        row |= {edition.council_code: "E06000009", edition.council_name: draw(names)}
        for one in figures_of(edition):
            row[one.header] = draw(st.just("") | CELLS[one.kind].map(str))
        rows.append(row)
    return edition, rows


def saved(rows: list[dict[str, str]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


@given(files())
def test_figures_come_through(file: tuple[Edition, list[dict[str, str]]]) -> None:
    edition, rows = file
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file7.csv"
        path.write_text(saved(rows), encoding="utf-8", newline="")
        text = as_csv(import_places(read_files([path])).table)
    found = list(csv.DictReader(io.StringIO(text, newline="")))
    lsoa = f"lsoa{edition.vintage % 100}"
    assert [row[f"{lsoa}_code"] for row in found] == sorted(row[edition.code] for row in rows)
    by_code = {row[edition.code]: row for row in rows}
    for row in found:
        official = by_code[row[f"{lsoa}_code"]]
        assert row[f"{lsoa}_name"] == official[edition.name]
        assert row[f"ltla{edition.council_year % 100}_name"] == official[edition.council_name]
        for one in figures_of(edition):
            cell = official[one.header]
            times = 100 if one.kind is Kind.RATE else 1
            assert (Decimal(row[one.column]) if row[one.column] else None) == (
                Decimal(cell) * times if cell else None
            )


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_in_sentences(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.csv"
        path.write_bytes(b"LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM\n" + content)
        with pytest.raises(CannotImport, match=r"file\.csv"):
            read_files([path])
