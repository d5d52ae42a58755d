"""Both codes and the settlement are read as they stand, and compared with what a record says."""

from pathlib import Path
from typing import Any

import pytest

from resilience.evidence import EvidenceBase, EvidenceError
from resilience.evidence.coding import DoubleCode, code_in, parts
from resilience.records.base import Record
from resilience.records.study import Outcome, Study


def test_codes_are_read_as_they_stand(folder: Path) -> None:
    first, second, *_ = EvidenceBase(folder).coding
    assert first == ("study", "review-2019", None, "comparison", "review", "review", "review", None)
    assert first.agreed
    assert second.why == "The title names it."
    assert not second.agreed


def test_an_empty_cell_is_null_and_null_is_a_code(folder: Path) -> None:
    code = next(one for one in EvidenceBase(folder).coding if one.field == "inequality")
    assert (code.first, code.second, code.settled) == (None, None, None)
    assert code.agreed


def test_results_know_their_position(folder: Path) -> None:
    results = [
        one for one in EvidenceBase(folder).coding if one.name == "trial-2020" and one.part is not None
    ]
    assert [(one.part, one.field) for one in results] == [
        (0, "follow_up"),
        (1, "follow_up"),
        (1, "estimand"),
    ]


def test_policies_have_no_results(folder: Path) -> None:
    codes = [one for one in EvidenceBase(folder).coding if one.kind == "policy" and one.part is None]
    assert [(one.name, one.part, one.first, one.agreed) for one in codes] == [
        ("warm-homes-2019", None, None, True),
        ("warm-homes-2019", None, "true", False),
    ]


def test_actions_know_their_place(folder: Path) -> None:
    codes = [one for one in EvidenceBase(folder).coding if one.kind == "policy" and one.part is not None]
    assert [(one.part, one.field, one.settled, one.agreed) for one in codes] == [(1, "coded", None, False)]


def test_a_later_line_corrects_and_is_no_pair_of_codes(folder: Path) -> None:
    codes = [
        one
        for one in EvidenceBase(folder).coding
        if one.about == ("study", "review-2019", None, "comparator")
    ]
    assert [(one.first, one.second, one.settled) for one in codes] == [("usual care", None, "usual care")]


@pytest.mark.parametrize("name", ["studies.csv", "results.csv", "policies.csv", "actions.csv"])
def test_a_table_that_is_missing_is_an_error(folder: Path, name: str) -> None:
    (folder / "coding" / name).unlink()
    with pytest.raises(EvidenceError, match=f"(?s){name}.*resilience check"):
        _ = EvidenceBase(folder).coding


@pytest.mark.parametrize(
    "text", ["", "study,field\n", "study,result,field,first,second,settled,why\na,x,b,,,,\n"]
)
def test_a_table_that_is_broken_is_an_error(folder: Path, text: str) -> None:
    (folder / "coding/results.csv").write_text(text, encoding="utf-8")
    with pytest.raises(EvidenceError):
        _ = EvidenceBase(folder).coding


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GB-ENG; GB-WLS", "GB-WLS; GB-ENG"),
        ("GB-ENG;GB-WLS", "GB-ENG; GB-WLS"),
        ("TRUE", "true"),
        (None, ""),
        (" review ", "review"),
    ],
)
def test_cells_that_say_the_same(one: str | None, other: str | None) -> None:
    assert parts(one) == parts(other)


@pytest.mark.parametrize(("one", "other"), [("null", None), ("yes", "Yes"), ("a; b", "a"), ("a; a", "a")])
def test_cells_that_differ(one: str | None, other: str | None) -> None:
    assert parts(one) != parts(other)


@pytest.mark.parametrize(
    ("data", "model", "field", "expected"),
    [
        ({"comparison": "review"}, Study, "comparison", "review"),
        ({"countries": ["GB-ENG", "GB-WLS"]}, Study, "countries", "GB-ENG; GB-WLS"),
        ({"countries": []}, Study, "countries", "[]"),
        ({}, Study, "countries", "[]"),
        ({"of_exposure": True}, Study, "of_exposure", "true"),
        ({}, Study, "of_exposure", "false"),
        ({}, Study, "polarity", "as-activity"),
        ({}, Study, "on_topic", None),
        ({"on_topic": {"green-space": "part"}}, Study, "on_topic.green-space", "part"),
        ({"on_topic": {"green-space": "part"}}, Study, "on_topic", "green-space: part"),
        ({}, Study, "on_topic.green-space", None),
        ({"evaluation": None}, Study, "evaluation", None),
        ({"direction": "null"}, Outcome, "direction", "null"),
        ({}, Outcome, "estimand", "main"),
        ({"for_types": []}, Outcome, "for_types", "[]"),
        ({}, Outcome, "for_types", None),
        ({"comparator_risk": {"value": 15, "source": "15%"}}, Outcome, "comparator_risk", "15 per 100"),
        ({"comparator_risk": {"value": 4.5, "per": 1000}}, Outcome, "comparator_risk", "4.5 per 1000"),
        ({"comparator_risk": None}, Outcome, "comparator_risk", None),
        ({"comparator_risk": {"value": 15}}, Outcome, "comparator_risk.value", "15"),
        ({"comparator_risk": {"value": 15}}, Outcome, "comparator_risk.per", "100"),
        ({"comparator_risk": None}, Outcome, "comparator_risk.value", None),
    ],
)
def test_what_a_record_says(
    data: dict[str, Any], model: type[Record], field: str, expected: str | None
) -> None:
    assert code_in(data, model, field) == expected


@pytest.mark.parametrize("field", ["comparision", "", "comparator_risk.valu", "comparator_risk.", "key.x.y"])
def test_a_field_that_is_not_there_is_refused(field: str) -> None:
    with pytest.raises(KeyError):
        code_in({}, Outcome, field)


def test_what_came_later_was_not_coded_twice() -> None:
    def of(first: str | None, second: str | None, settled: str | None) -> DoubleCode:
        return DoubleCode("study", "a", None, "bias", first, second, settled)

    assert not of(None, None, "low").coded_twice
    assert of(None, None, None).coded_twice
    assert of(None, "low", "low").coded_twice


def test_what_both_passes_said_stands_or_says_why_not(frozen: EvidenceBase) -> None:
    unexplained = [
        one for one in frozen.coding if one.agreed and not one.why and parts(one.first) != parts(one.settled)
    ]
    assert unexplained == []


def test_a_difference_has_its_reason(frozen: EvidenceBase) -> None:
    assert [one for one in frozen.coding if not one.agreed and not one.why] == []
