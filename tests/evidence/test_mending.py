"""Slips with one reading are mended, those with two are not, and all else in the text stays as it is."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from resilience.evidence.form import to_form
from resilience.evidence.mending import cleaned, mended
from resilience.evidence.slips import date_meant, is_surely_nothing, number_meant
from resilience.evidence.yaml_reader import parse
from resilience.records.study import Study

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "cases/mending.yml").read_text("utf-8"))
STUDY = (HERE.parent / "checks/good/evidence/studies/trial-2020.yml").read_text("utf-8")


def written(case: dict[str, Any], text: str) -> str:
    assert case["field"] in STUDY
    return STUDY.replace(case["field"], text, 1)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["note"])
def test_what_has_one_reading_is_mended(case: dict[str, Any]) -> None:
    before = written(case, case["was"])
    assert mended(before, Study) == written(case, case.get("to", case["was"]))


def test_all_slips_of_a_file_at_once() -> None:
    slips = {case["field"]: case for case in CASES if "to" in case}
    before = after = STUDY
    for field, case in slips.items():
        before, after = before.replace(field, case["was"], 1), after.replace(field, case["to"], 1)
    assert mended(before, Study) == after


def test_a_good_record_and_its_comments_stay() -> None:
    text = STUDY.replace("design: rct", "# by household\ndesign: rct  # twice")
    assert mended(text, Study) == text


VALUES = st.one_of(
    st.text(max_size=12),
    st.text(alphabet="0123456789,.·−–-+/ \u00a0\u00ad%£", max_size=10),
    st.sampled_from([case["was"].partition(": ")[2] for case in CASES]),
    st.dates().map(lambda day: f"{day.day:02}/{day.month:02}/{day.year}"),
)
FIELDS = st.sampled_from(
    ["sample_size: 200", "value: -1.5", "population: older people", "added: '2026-11-25'"]
)


@given(FIELDS, VALUES)
def test_twice_is_once(field: str, value: str) -> None:
    text = STUDY.replace(field, f"{field.partition(':')[0]}: {value}", 1)
    try:
        once = mended(text, Study)
    except yaml.YAMLError:
        return
    assert mended(once, Study) == once
    formed = to_form(once, Study)
    assert mended(formed, Study) == formed


@given(FIELDS, VALUES)
def test_only_the_field_with_the_slip_changes(field: str, value: str) -> None:
    text = STUDY.replace(field, f"{field.partition(':')[0]}: {value}", 1)
    try:
        before = parse(text)
        after = parse(mended(text, Study))
    except yaml.YAMLError:
        return
    name = field.partition(":")[0]
    assert _without(before, name) == _without(after, name)


def _without(data: Any, name: str) -> Any:
    if isinstance(data, dict):
        return {key: _without(value, name) for key, value in data.items() if key != name}
    return [_without(item, name) for item in data] if isinstance(data, list) else data


@given(st.integers(1, 31), st.integers(1, 12), st.integers(1900, 2100))
def test_a_day_that_could_be_a_month_is_left_to_a_person(day: int, month: int, year: int) -> None:
    value = date_meant(f"{day}/{month}/{year}").value
    if day <= 12 and day != month:
        assert value == ""
    assert value in ("", f"'{year}-{month:02}-{day:02}'")


@given(st.integers(1, 999), st.integers(0, 999))
def test_a_comma_in_a_number_with_decimals_is_left_to_a_person(thousands: int, rest: int) -> None:
    text = f"{thousands},{rest:03}"
    assert number_meant(text, whole=False).value == ""
    assert number_meant(text, whole=True).value == f"{thousands}{rest:03}"


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_number_keeps_its_size(number: float) -> None:
    shown = f"{number:.6f}"
    for printed in (shown, shown.replace("-", "−"), shown.replace(".", "·")):
        value = number_meant(printed, whole=False).value
        assert value == "" or float(value) == float(shown)


@given(st.text())
def test_cleaned_text_is_clean(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@pytest.mark.parametrize("text", ["none", "None", "nil", "tbc", "no comparison", "NA, see table", "0", ""])
def test_what_may_say_something_is_not_nothing(text: str) -> None:
    assert not is_surely_nothing(text)
