"""Whatever stands in a file, bringing it into form loses nothing and ends."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from resilience.evidence.form import to_form
from resilience.evidence.yaml_reader import comments, parse
from resilience.records.study import Study

WORDS = ("design: ", "outcomes:", "summary: ", "a", "no", "1_0", "~", "One. Two.", "# x", " # y")
SIGNS = (": ", "- ", "  - ", "? ", "[", "]", "{", "}", ",", "'", '"', "|", ">-", "---", "...", "%")
SPACES = ("\n", "\n", "\n", "  ", "\t", "\r\n", "\u2028", "\x85")
TEXTS = st.lists(st.sampled_from((*WORDS, *SIGNS, *SPACES)) | st.text(max_size=3), max_size=25).map("".join)


@given(TEXTS)
def test_nothing_is_lost(text: str) -> None:
    try:
        said, remarks = parse(text), comments(text)
    except yaml.YAMLError:
        return
    formed = to_form(text, Study)
    assert parse(formed) == said
    assert sorted(comments(formed)) == sorted(remarks)


def test_what_one_library_writes_and_the_other_cannot_read_stays() -> None:
    assert to_form("? |\n\n", Study) == "? |\n\n"


@pytest.mark.parametrize("text", ["{design: rct}\n", "{}\n"])
def test_a_record_in_braces_gets_no_directive(text: str) -> None:
    assert to_form(text, Study) == text
