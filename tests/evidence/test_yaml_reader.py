"""YAML is read as YAML 1.2, and nothing is lost or changed on the way."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from resilience.evidence.yaml_reader import comments, parse

FOLDER = Path(__file__).parent / "cases"
CASES = yaml.safe_load((FOLDER / "yaml.yml").read_text())
WORDS = yaml.safe_load((FOLDER / "yaml_words.yml").read_text())
READ = [case for case in CASES if "expect" in case]
REFUSED = [case for case in CASES if "fails" in case]
# PyYAML's own writer loses the three line ends that it does not put in quotes.
PLAIN_DATA = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029")).filter(
        # PyYAML writes YAML 1.1, where these are words and need no quotes.
        lambda text: not re.fullmatch(r"[-+.\d]+e[-+]?\d+", text, re.IGNORECASE)
    ),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="ascii")), inner),
    max_leaves=12,
)


@pytest.mark.parametrize("case", WORDS, ids=lambda case: str(case["id"]))
def test_word(case: dict[str, Any]) -> None:
    word = parse(f"a: {case['input']}")["a"]
    assert (word, type(word)) == (case["expect"], type(case["expect"])), case["note"]


@pytest.mark.parametrize("case", READ, ids=lambda case: case["id"])
def test_read(case: dict[str, Any]) -> None:
    assert json.dumps(parse(case["input"])) == case["expect"], case["note"]


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["id"])
def test_refused(case: dict[str, Any]) -> None:
    with pytest.raises(yaml.YAMLError) as error:
        parse(case["input"])
    assert case["fails"] in str(error.value), case["note"]


@given(PLAIN_DATA)
def test_what_is_written_is_read(data: Any) -> None:
    assert parse(yaml.safe_dump(data, allow_unicode=True)) == data


@given(st.text(st.sampled_from(list("ab:-#&*!|>[]{},'\"%@?\n\t 01\ud800\x00\x85\ufeff")) | st.characters()))
def test_nothing_else_is_raised(text: str) -> None:
    try:
        parse(text)
    except yaml.YAMLError:
        return


def test_depth_is_bounded() -> None:
    for text in ("[" * 100_000, "- " * 100_000, "{a: " * 100_000, "[" * 500 + "]" * 500):
        with pytest.raises(yaml.YAMLError):
            parse(text)


def test_comments() -> None:
    text = "# top\na: 'b # c' # tail\nd: |\n  # text\n# end\n"
    assert comments(text) == ["# top", "# tail", "# end"]
