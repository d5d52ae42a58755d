"""`resilience pool` prints what R metafor would, and says all that is wrong with a file in one run."""

import csv
import io
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from tests.tables.zipped import zipped

from resilience.cli import main

REFERENCE = Path(__file__).parents[1] / "synthesis/reference"
PLAIN = "If quotation marks are plain characters in it, say --quotes plain."
GOOD = "yi,vi\n0.1,0.02\n-0.3,0.04\n0.5,0.03\n"


def pool(content: str | bytes, *words: str) -> Result:
    return CliRunner().invoke(main, ["pool", "-", *words], input=content, catch_exceptions=False)


def effects_of(name: str) -> str:
    with (REFERENCE / "effects.csv").open(encoding="utf-8") as lines:
        rows = [f"{row['yi']},{row['vi']}" for row in csv.DictReader(lines) if row["id"] == name]
    return "\n".join(["yi,vi", *rows])


@pytest.mark.parametrize(
    ("name", "method", "test"),
    [
        ("bcg", "REML", "z"),
        ("bcg", "DL", "knha"),
        ("bcg", "REML", "adhoc"),
        ("molloy2014", "PM", "knha"),
        ("normand1999", "FE", "z"),
    ],
)
def test_an_object_is_the_row_of_the_reference(name: str, method: str, test: str) -> None:
    with (REFERENCE / "pooled.csv").open(encoding="utf-8") as lines:
        (row,) = (
            row
            for row in csv.DictReader(lines)
            if (row.pop("id"), row["method"], row["test"]) == (name, method, test)
        )
    result = pool(effects_of(name), "--method", method, "--test", test, "--json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert found.pop("notes") == []
    assert (found.pop("method"), found.pop("test")) == (row.pop("method"), row.pop("test"))
    assert found == {key: float(value) if value else None for key, value in row.items()} | {
        key: pytest.approx(float(value), rel=1e-9) for key, value in row.items() if value
    }


def test_reml_and_z_are_meant_where_nothing_is_said() -> None:
    assert pool(GOOD, "--json").stdout == pool(GOOD, "--json", "--method", "reml", "--test", "z").stdout


def test_a_table_for_people() -> None:
    # The prediction interval is t(1) = 12.706 times the root of tau2 = 0.5 and of 1 / 3.
    assert pool("yi,vi\n-1,0.5\n0,0.5\n1,0.5\n", "--method", "DL").stdout == (
        "Method DL, interval z\n"
        "effects                  3\n"
        "estimate                 0\n"
        "standard error           0.57735\n"
        "95% interval             -1.1316 to 1.1316\n"
        "p                        1\n"
        "tau2                     0.5\n"
        "I2                       50%\n"
        "Q                        4 (p 0.13534)\n"
        "95% prediction interval  -11.599 to 11.599\n"
    )


def test_two_effects_say_nothing_of_a_new_study() -> None:
    result = pool("yi,vi\n-1,0.5\n1,0.5\n")
    assert "95% prediction interval  not defined\n" in result.stdout
    assert "show them side by side" in result.stdout
    found = json.loads(pool("yi,vi\n-1,0.5\n1,0.5\n", "--json").stdout)
    assert (found["new_low"], found["new_high"]) == (None, None)
    assert "side by side" in found["notes"][0]


def test_an_interval_narrower_than_that_of_a_common_effect_is_named() -> None:
    content = "yi,vi\n0.10,0.04\n0.11,0.05\n0.12,0.03\n0.105,0.04\n"
    plain, modified = (pool(content, "--test", test).stdout for test in ("knha", "adhoc"))
    assert "95% interval             0.09509 to 0.1241\n" in plain
    assert plain.splitlines()[-1].startswith("The Knapp-Hartung interval is narrower than the Wald interval")
    assert "95% interval             -0.20347 to 0.42267\n" in modified
    assert "narrower" not in modified


def test_what_is_not_defined_is_said() -> None:
    result = pool("yi,vi\n0.4,0.04\n")
    assert result.exit_code == 0
    assert "tau2                     not defined\n" in result.stdout
    assert result.stdout.endswith(
        "One study says nothing of differences between studies: its own effect and interval are given.\n"
    )
    found = json.loads(pool("yi,vi\n0.4,0.04\n", "--json").stdout)
    assert [found[key] for key in ("tau2", "i2", "pi_low", "pi_high")] == [None] * 4


@pytest.mark.parametrize(
    "content",
    [
        GOOD.replace("\n", "\r\n"),
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.rstrip("\n"),
        GOOD.replace("\n-0.3", "\n\n,\n-0.3"),
        GOOD.replace(",", " , "),
        'study,vi,yi\n"Smith, 2001",0.02,0.1\n"two\nlines",0.04,-0.3\n\x1b[2J,3e-2,+.5\n',
        "yi,sei\n0.1,0.1414213562373095\n-0.3,0.2\n0.5,0.17320508075688772\n",
        GOOD.replace(",", "\t"),
        GOOD.replace(",", ";"),
        GOOD.replace(",", ";").replace(".", ","),
        GOOD.replace(",", "\t").replace(".", ","),
        'study\tyi\tvi\n"Warm" homes\t0.1\t0.02\n"The Friends\t-0.3\t0.04\nC, D; E\t0.5\t0.03\n',
        '"a;b;c",yi,vi\nx,0.1,0.02\nx,-0.3,0.04\nx,0.5,0.03\n',
        "ci_high;yi;ci_low\n0,37718;0,1;-0,17718\n0,09199;-0,3;-0,69199\n0,83948;0,5;0,16052\n",
    ],
)
def test_many_forms_of_a_file_say_the_same(content: str | bytes) -> None:
    found, wanted = (json.loads(pool(text, "--json").stdout) for text in (content, GOOD))
    assert found["estimate"] == pytest.approx(wanted["estimate"], rel=1e-4)
    assert found["tau2"] == pytest.approx(wanted["tau2"], rel=1e-4)


def test_quotation_marks_can_be_plain() -> None:
    content = 'study,yi,vi\n"Warm" homes,0.1,0.02\n"The Friends,-0.3,0.04\nC,0.5,0.03\n'
    assert pool(content, "--json", "--quotes", "plain").stdout == pool(GOOD, "--json").stdout


def test_a_workbook_is_to_be_saved_as_csv() -> None:
    result = pool(zipped(xl_workbook=""))
    assert (result.exit_code, result.stderr) == (
        1,
        "standard input: This is a workbook, not a table. Open it, save the sheet as CSV, and give that.\n",
    )


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("TE,var,x", ["--yi", "TE", "--vi", "var"]),
        ("vi,yi,x", ["--yi", "vi", "--vi", "yi"]),
        ("yi,var,sei", ["--vi", "var"]),
    ],
)
def test_columns_can_be_named(heading: str, words: list[str]) -> None:
    content = "\n".join([heading, "0.1,0.02,7", "-0.3,0.04,8", "0.5,0.03,9"])
    assert pool(content, *words, "--json").stdout == pool(GOOD, "--json").stdout


def test_limits_and_standard_errors_can_be_named_too() -> None:
    errors = pool("a,b\n0.1,0.2\n0.2,0.3\n0.4,0.1\n", "--yi", "a", "--sei", "b", "--json")
    variances = pool("yi,vi\n0.1,0.04\n0.2,0.09\n0.4,0.01\n", "--json")
    found, wanted = (json.loads(one.stdout) for one in (errors, variances))
    assert found["estimate"] == pytest.approx(wanted["estimate"], rel=1e-9)
    assert found["tau2"] == pytest.approx(wanted["tau2"], rel=1e-9)
    limits = pool(
        "a,b,c\n0.1,-0.1,0.3\n0.2,0,0.4\n", "--yi", "a", "--ci-low", "b", "--ci-high", "c", "--json"
    )
    assert json.loads(limits.stdout)["se"] == pytest.approx(0.2 / 1.959964 / 2**0.5, rel=1e-6)


def test_where_two_columns_could_count_it_says_which_does() -> None:
    content = "yi,sei,vi\n0.03,0.125,0.0156\n0.12,0.147,0.0216\n0.3,0.1,0.01\n"
    both, alone = pool(content), pool(content, "--vi", "vi")
    assert both.exit_code == 0
    assert both.stdout == f"{alone.stdout}Taken from vi; sei is there too (say --sei sei to take that).\n"
    assert "Taken" not in pool(content, "--sei", "sei").stdout


@pytest.mark.parametrize(
    ("content", "sentences"),
    [
        (
            "study,yi,vi\na,x,-1\nb,1\n\n'c\nd,2,\n",
            [
                "2 yi: 'x' is not a number.",
                "2 vi: the variance is negative.",
                "3: the number of values is 2, but the first line names 3 columns.",
                "5: the number of values is 1, but the first line names 3 columns.",
                "6 vi: a number is missing.",
            ],
        ),
        ('yi,vi,a\n1,1,"b\nc"\nNA,1,d\n', ["4 yi: 'NA' is not a number."]),
        ("yi,sei\n1,-0.2\n1,0\n", [f"{line} sei: a standard error must be above zero." for line in (2, 3)]),
        ("yi,vi\n1e999,1_0\n", ["2 yi: the effect is not a number.", "2 vi: '1_0' is not a number."]),
        ("yi,vi\n1,0,5\n", ["2: the number of values is 3, but the first line names 2 columns."]),
        ("yi,vi\n\x1b[2J,1\n", ["2 yi: '\\x1b[2J' is not a number."]),
        ("yi,vi\n", [" There is no effect below the first line."]),
        ("", [" The file is empty. Its first line must name the columns, such as yi and vi."]),
        ("yi,yi,vi\n1,1,1\n", ["1 yi: there are two columns of this name."]),
        (
            "study,TE,seTE\nA,1,1\n",
            [
                "1 yi: there is no column of this name.",
                "1 vi: there is no column of this name. The columns are study, TE, seTE; name the right "
                "ones: --yi for effects, and --vi, --sei, or --ci-low with --ci-high for how exact they are.",
            ],
        ),
        (
            "yi;ci_low;ci_high\n2,5;1,1;5,7\n3.5;3;4\n",
            [
                "2: The effect is not in the middle of its interval, so that the interval gives no "
                "standard error.",
                "2: there is a decimal comma here, and a decimal point on line 3; write them alike.",
                " If these are ratios, give their logarithms and those of their limits.",
            ],
        ),
        ("yi;vi\n1.234,5;1\n", ["2 yi: '1.234,5' is not a number."]),
        ('yi,vi\n"0,5",1\n', ["2 yi: '0,5' is not a number."]),
        (b"yi,vi\n\xff,1\n", [" The file is not text in UTF-8."]),
        ('yi,vi\n"1"x,1\n', [" The file is not a table with commas (',' expected after '\"'). " + PLAIN]),
        ('yi;vi\n"1"x;1\n', [" The file is not a table with semicolons (';' expected after '\"'). " + PLAIN]),
    ],
)
@pytest.mark.parametrize("words", [[], ["--json"]])
def test_all_that_is_wrong_is_said_in_one_run(
    content: str | bytes, sentences: list[str], words: list[str]
) -> None:
    result = pool(content, *words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "".join(f"standard input:{sentence}\n" for sentence in sentences)


def test_a_refusal_says_why() -> None:
    result = pool("yi,vi\n1,1\n", "--test", "knha")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "standard input: The Knapp-Hartung interval needs at least two studies.\n"


def test_a_column_that_was_named_and_is_not_there_is_told() -> None:
    result = pool(GOOD, "--yi", "TE", "--sei", "seTE")
    assert result.exit_code == 1
    assert result.stderr == (
        "standard input:1 TE: there is no column of this name.\n"
        "standard input:1 seTE: there is no column of this name. The columns are yi, vi; name the right "
        "ones: --yi for effects, and --sei for how exact they are.\n"
    )


def test_a_file_is_named_and_cannot_act(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a\x1b[2J.csv").write_text("yi,vi\n1,x\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["pool", "a\x1b[2J.csv"])
    assert (result.exit_code, result.stderr) == (1, "a\\u001b[2J.csv:2 vi: 'x' is not a number.\n")


@pytest.mark.parametrize(
    "words",
    [
        ["missing.csv"],
        [],
        ["-", "--method", "XX"],
        ["-", "--test", "t"],
        [os.curdir],
        ["-", "--vi", "a", "--sei", "b"],
        ["-", "--ci-low", "a"],
    ],
)
def test_what_is_not_understood_ends_with_2(words: list[str]) -> None:
    result = CliRunner().invoke(main, ["pool", *words], input=GOOD)
    assert (result.exit_code, result.stdout) == (2, "")


@given(st.lists(st.lists(st.text(max_size=4), max_size=3), max_size=4))
def test_any_table_gives_a_result_or_sentences(rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([["yi", "vi"], *rows])
    result = pool(text.getvalue().encode("utf-8", "surrogatepass"))
    assert result.exit_code in (0, 1)
    assert (result.exit_code == 0) == bool(result.stdout) != bool(result.stderr)
    assert all(line.isprintable() for line in result.stderr.splitlines())


@given(st.binary(max_size=60))
def test_any_bytes_give_a_result_or_sentences(content: bytes) -> None:
    assert pool(b"yi,vi\n" + content).exit_code in (0, 1)
