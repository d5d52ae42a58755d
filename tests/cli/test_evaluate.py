"""`resilience places evaluate` gives what Python gives, and says all that is wrong with a file in one run."""

import json

import pytest
from click.testing import CliRunner, Result
from tests.frozen import BOOK

from resilience.cli import main
from resilience.places.evaluation import difference_in_differences
from resilience.places.synthetic import synthetic_households

FRAME = synthetic_households(0.075, areas=4, households=20)
GOOD = FRAME.to_csv(index=False)


def evaluate(content: str | bytes, *words: str) -> Result:
    return CliRunner().invoke(
        main, ["places", "evaluate", "-", *words], input=content, catch_exceptions=False
    )


def test_it_gives_what_python_gives() -> None:
    expected = difference_in_differences(FRAME)
    found = json.loads(evaluate(GOOD, "--json").stdout)
    given = [found, *found["beside"]]
    assert [one["method"] for one in given] == ["area-means", "households", "wild-bootstrap"]
    for one, python in zip(given, expected.estimates, strict=True):
        assert (one["estimate"], one["ci_low"], one["ci_high"], one["p"]) == pytest.approx(
            (python.estimate, python.ci_low, python.ci_high, python.p)
        )
    assert [row["n"] for row in found["means"]] == [80] * 4
    assert found["trend"]["to_none"] == found["estimate"]
    assert found["placebo"] is None
    assert found["notes"] == list(expected.notes)


def test_a_table_for_people() -> None:
    lines = evaluate(GOOD).stdout.splitlines()
    expected = difference_in_differences(FRAME)
    assert lines[0].split() == ["difference", "in", "change", f"{expected.leading.estimate:.5g}"]
    named = [line.split("  ")[0] for line in lines]
    assert named.index("beside it: households, CR1, t") > named.index("p")
    assert "beside it: households, wild bootstrap" in named
    assert ["areas", "8"] in [line.split() for line in lines]
    assert lines[-1] == expected.notes[-1]
    assert any(line.startswith("A drift of ") for line in lines)


def test_a_placebo_outcome_stands_beside_it() -> None:
    frame = FRAME.assign(placebo=synthetic_households(0, areas=4, households=20, seed=2)["outcome"])
    content = frame.to_csv(index=False)
    expected = difference_in_differences(frame).placebo
    assert expected is not None
    found = json.loads(evaluate(content, "--json").stdout)["placebo"]
    assert found["estimate"] == pytest.approx(expected.leading.estimate)
    said = evaluate(content).stdout
    assert "\nplacebo: change of area means, t" in said
    assert "Difference in change of the placebo outcome: " in said


def test_who_did_not_answer_is_left_out_and_other_columns_are_no_matter() -> None:
    lines = GOOD.splitlines()
    rows = [f"{line},note" for line in [*lines, "programme area 1,programme,1,"]]
    assert json.loads(evaluate("\n".join(rows), "--json").stdout)["people"] == len(FRAME)


@pytest.mark.parametrize("sign", ["\t", ";"])
def test_tabs_and_semicolons_are_read_too(sign: str) -> None:
    assert evaluate(GOOD.replace(",", sign), "--json").stdout == evaluate(GOOD, "--json").stdout


def test_quotation_marks_can_be_plain() -> None:
    heading, *lines = GOOD.splitlines()
    content = "\n".join([f"{heading},note", *(f'{line},"A" and B' for line in lines)])
    (told,) = evaluate(content).stderr.splitlines()
    assert told.endswith("say --quotes plain.")
    assert evaluate(content, "--json", "--quotes", "plain").stdout == evaluate(GOOD, "--json").stdout


@pytest.mark.parametrize("content", ["<html>", "%PDF-1.7"])
def test_what_is_no_table_is_told(content: str) -> None:
    result = evaluate(content)
    assert result.exit_code == 1
    assert ", not a table. " in result.stderr


@pytest.mark.parametrize(
    ("change", "sentences"),
    [
        (("", ""), ["standard input: The file is empty. Its first line must name"]),
        (("area,", "place,"), ["standard input: The table lacks the column area. It needs area, group"]),
        (
            ("programme area 1,programme,1", ",treated,x"),
            [
                "area: 20 rows (the first is line 2) have no value.",
                "an unknown value (treated)",
                "an unknown value (x)",
            ],
        ),
        (
            ("wave,outcome", "wave,outcome,area"),
            ["standard input:1 area: there are two columns of this name."],
        ),
        (
            ("programme area 2,programme", "programme area 2,x,programme"),
            ["standard input:42: the number of"],
        ),
        (
            ("programme area 4,programme,2", "programme area 4,programme,1"),
            [
                "area: programme area 4 (from line 122) has no answer in wave 2.",
                "group: programme has 3 areas with answers in both waves.",
            ],
        ),
    ],
)
def test_what_is_wrong_is_said(change: tuple[str, str], sentences: list[str]) -> None:
    content = GOOD.replace(*change) if change[0] else ""
    result = evaluate(content)
    assert (result.exit_code, result.stdout) == (1, "")
    for sentence in sentences:
        assert sentence in result.stderr


def test_one_odd_answer_is_found() -> None:
    lines = GOOD.splitlines()
    lines[6] = "programme area 1,programme,1,yes"
    result = evaluate("\n".join(lines))
    assert result.stderr.startswith("standard input: outcome: 1 row (line 7) has no number.")


def test_a_file_that_is_no_text_is_refused() -> None:
    assert evaluate(b"\xff\xfe").stderr == "standard input: The file is not text in UTF-8.\n"


def test_the_plan_of_a_link_stands_beside_the_result(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BOOK)
    link = "https://example.org/book/programme/plan-evaluation.html?areas=4&comparison_areas=4&households=25"
    lines = evaluate(GOOD, "--plan", link).stdout.splitlines()
    assert any(
        line.startswith("areas to compare, planned and there") and line.endswith("4 and 4") for line in lines
    )
    assert any(line.startswith("the interval that came out") for line in lines)
    assert "An area of the programme group has 20 answers in a wave, and 25 were planned." in lines
    found = json.loads(evaluate(GOOD, "--json", "--plan", "areas=4&comparison_areas=4&households=20").stdout)
    assert found["plan"]["warnings"] == []
    assert found["plan"]["rows"]["planned design"] == "Compare areas before and after"


def test_what_of_a_link_cannot_be_used_is_told_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BOOK)
    found = evaluate(GOOD, "--plan", "?areas=4&comparison_areas=4&activities=golf&place=nowhere")
    assert "golf" in found.stderr
    assert "not on record (nowhere)" in found.stderr
    assert found.exit_code == 0


def test_a_link_without_a_plan_is_refused_with_what_to_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BOOK)
    found = evaluate(GOOD, "--plan", "https://example.org/book/plan/share.html")
    assert found.exit_code == 2
    assert "the link holds no plan" in " ".join(found.stderr.split())
