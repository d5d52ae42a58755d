"""`resilience places evaluate` gives what Python gives, and says all that is wrong with a file in one run."""

import json

import pytest
from click.testing import CliRunner, Result

from resilience.cli import main
from resilience.places.evaluation import difference_in_differences
from resilience.places.synthetic import synthetic_households

FRAME = synthetic_households(0.075, areas=3, households=20)
GOOD = FRAME.to_csv(index=False)


def evaluate(content: str | bytes, *words: str) -> Result:
    return CliRunner().invoke(
        main, ["places", "evaluate", "-", *words], input=content, catch_exceptions=False
    )


def test_it_gives_what_python_gives() -> None:
    expected = difference_in_differences(FRAME)
    found = json.loads(evaluate(GOOD, "--json").stdout)
    assert found["estimate"] == pytest.approx(expected.estimate)
    assert (found["ci_low"], found["ci_high"]) == pytest.approx((expected.ci_low, expected.ci_high))
    assert [row["n"] for row in found["means"]] == [60] * 4
    assert found["notes"] == list(expected.notes)


def test_a_table_for_people() -> None:
    lines = evaluate(GOOD).stdout.splitlines()
    expected = difference_in_differences(FRAME)
    assert lines[0] == f"difference in change      {expected.estimate:.5g}"
    assert "areas                     6" in lines
    assert lines[-1] == expected.notes[0]


def test_who_did_not_answer_is_left_out_and_other_columns_are_no_matter() -> None:
    lines = GOOD.splitlines()
    rows = [f"{line},note" for line in [*lines, "programme area 1,programme,1,"]]
    assert json.loads(evaluate("\n".join(rows), "--json").stdout)["people"] == len(FRAME)


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
