"""What is written into a notebook's front matter."""

import datetime
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st
from myst_nb.core.read import is_myst_markdown_notebook

from resilience.execution.inputs import front_matter, split, with_inputs

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t"), max_size=12)
values = st.recursive(words | st.integers() | st.booleans() | st.none() | st.dates(), st.lists, max_leaves=4)
fronts = st.dictionaries(words.filter(lambda key: key not in {"kernelspec", "mystnb", "jupytext"}), values)


def notebook(front: dict[str, Any]) -> str:
    written = yaml.safe_dump({**front, "file_format": "mystnb"}, allow_unicode=True)
    return f"---\n{written}---\n# Title\n\n---\nend"


@given(fronts)
def test_all_else_stays_and_lines_keep_their_numbers(front: dict[str, Any]) -> None:
    before = notebook(front)
    after = with_inputs(before, "abc", run=True)
    assert is_myst_markdown_notebook(after)
    assert split(after)[1] == split(before)[1]
    assert after.count("\n") == before.count("\n")
    written = front_matter(after)
    assert written.pop("kernelspec")["inputs"] == "abc"
    assert written.pop("mystnb") == {"execution_mode": "cache"}
    assert written == front_matter(before)


def test_what_a_page_says_of_its_kernel_and_display_stays() -> None:
    front = {
        "kernelspec": {"name": "python3", "display_name": "Snake"},
        "mystnb": {"remove_code_source": True, "execution_mode": "force"},
        "date": datetime.date(2026, 1, 2),
    }
    written = front_matter(with_inputs(notebook(front), "abc", run=False))
    assert written["kernelspec"] == {
        "name": "python3",
        "display_name": "Snake",
        "language": "python",
        "inputs": "abc",
    }
    assert written["mystnb"] == {"remove_code_source": True, "execution_mode": "off"}
    assert written["date"] == datetime.date(2026, 1, 2)


def test_front_matter_without_an_end() -> None:
    assert split("---\nfile_format: mystnb\n") == (["file_format: mystnb", ""], [])
