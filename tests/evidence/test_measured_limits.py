"""The learning curve and the mistakes come back as written; one set's rows leave others alone."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from resilience.evidence import EvidenceError
from resilience.evidence.learnt import FOLDER
from resilience.evidence.measured_limits import (
    CURVE,
    MISTAKES,
    CurvePoint,
    Mistake,
    read_curve,
    read_mistakes,
    write_curve,
    write_mistakes,
)

DAY = date(2026, 11, 30)
POINT = CurvePoint("kept apart", 1000, 320, 0.7001, 0.65, 0.75, 0.78, DAY)
MISTAKE = Mistake("kept apart", "green-space", "none", 7, 6, 0, 3, DAY)


def test_both_come_back_and_sets_keep_apart(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir()
    other = replace(POINT, texts="development")
    write_curve(folder / CURVE, [POINT, replace(POINT, phrases=2000)])
    write_curve(folder / CURVE, [other])
    write_curve(folder / CURVE, [replace(POINT, micro_f1=0.9)])
    assert read_curve(tmp_path) == (other, replace(POINT, micro_f1=0.9))
    write_mistakes(folder / MISTAKES, [MISTAKE])
    assert read_mistakes(tmp_path) == (MISTAKE,)


def test_before_anybody_measured_there_is_nothing(tmp_path: Path) -> None:
    assert (read_curve(tmp_path), read_mistakes(tmp_path)) == ((), ())


def test_a_broken_file_says_where_and_what_to_do(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir()
    write_curve(folder / CURVE, [POINT])
    path = folder / CURVE
    path.write_text(path.read_text("utf-8").replace("1000", "many"), "utf-8")
    with pytest.raises(EvidenceError, match=r"curve\.csv:2 phrases: .*matching_limits\.py with `-o`"):
        read_curve(tmp_path)
