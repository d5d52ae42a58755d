"""Measured figures come back as written, and a measure taken anew replaces its own rows alone."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.evidence import EvidenceError
from resilience.evidence.learnt import FOLDER
from resilience.evidence.measured import (
    KEPT_APART,
    MEASURED,
    Measured,
    read_measured,
    write_measured,
)
from resilience.evidence.measured_rows import rows_text
from resilience.records.vocabulary import CodedBy

ROW = Measured(
    way="blind",
    texts=KEPT_APART,
    corpus="all",
    by=CodedBy.MODEL,
    coded=320,
    n=300,
    micro_f1=0.8412,
    micro_f1_low=0.8,
    micro_f1_high=0.88,
    any_f1=0.92,
    any_f1_low=0.9,
    any_f1_high=0.94,
    macro_f1=0.83,
    untyped=100,
    false_types=9,
    typed=200,
    first_three=190,
    auto_of_typed=101,
    auto=100,
    auto_right=97,
    seconds=60,
    seconds_right=30,
    measured=date(2026, 11, 30),
)


def file_in(folder: Path) -> Path:
    return folder / FOLDER / MEASURED


ONE = st.floats(0, 1).map(lambda value: round(value, 4))


@given(
    f1=ONE, n=st.integers(0, 10_000), way=st.text(st.characters(codec="ascii", categories=["L", "P", "Zs"]))
)
def test_rows_come_back_as_written(
    tmp_path_factory: pytest.TempPathFactory, f1: float, n: int, way: str
) -> None:
    folder = tmp_path_factory.mktemp("evidence")
    row = replace(ROW, way=way, micro_f1=f1, n=n)
    write_measured(file_in(folder), [row])
    assert read_measured(folder) == (row,)


def test_four_digits_are_kept(tmp_path: Path) -> None:
    write_measured(file_in(tmp_path), [replace(ROW, micro_f1=0.841251)])
    assert read_measured(tmp_path)[0].micro_f1 == 0.8413


def test_what_was_not_measured_anew_stays(tmp_path: Path) -> None:
    peer = replace(ROW, way="rapidfuzz WRatio, blind")
    earlier = replace(ROW, texts="development")
    write_measured(file_in(tmp_path), [ROW, replace(ROW, corpus="charity"), peer])
    write_measured(file_in(tmp_path), [earlier])
    anew = replace(ROW, micro_f1=0.9)
    write_measured(file_in(tmp_path), [anew])
    assert read_measured(tmp_path) == (peer, earlier, anew)


def test_before_anybody_measured_there_is_nothing(tmp_path: Path) -> None:
    assert read_measured(tmp_path) == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("320", "many"), "measured.csv:2 coded: input should be a valid integer"),
        (("model", "parrot"), "measured.csv:2 by: input should be 'model' or 'person'"),
        (("measured", "day"), "measured.csv:2 measured: field required"),
        (("2026-11-30", "2026-11-30,0.5"), "measured.csv"),
    ],
)
def test_a_broken_file_says_where_and_what_to_do(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    path = file_in(tmp_path)
    path.parent.mkdir()
    path.write_text(rows_text(Measured, [ROW]).replace(*change), "utf-8")
    with pytest.raises(EvidenceError, match="to make it anew") as error:
        read_measured(tmp_path)
    assert said in str(error.value)
