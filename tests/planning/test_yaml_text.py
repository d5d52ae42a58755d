"""Every text comes back from the YAML as it was, whoever reads it."""

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from resilience.evidence.yaml_reader import parse
from resilience.planning.yaml_text import in_yaml

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    [
        "no",
        "on",
        "null",
        "2026-11-30",
        "a: b",
        "- a",
        "#",
        '"',
        "\\",
        "'",
        "1_000",
        "~",
        "{",
        "befriending",
        "",
    ]
)
KEYS = st.sampled_from(["name", "place", "set_out_to", "seen"])
VALUES = st.recursive(
    TEXTS | st.booleans() | st.none() | st.integers(0, 10_000),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
).filter(lambda value: not has_list_in_list(value))


def has_list_in_list(value: Any) -> bool:
    """No record has a list in a list, and the writer need not know them."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    both = isinstance(value, list) and any(isinstance(one, list) and one for one in value)
    return both or any(map(has_list_in_list, inside))


@given(st.dictionaries(KEYS, VALUES, min_size=1))
def test_what_is_written_is_read_again(data: dict[str, Any]) -> None:
    text = in_yaml(data)
    assert parse(text) == data
    assert yaml.safe_load(text) == data


def test_words_of_lists_stand_plain_and_texts_in_quotes() -> None:
    assert in_yaml({"type": "befriending", "text": "A walk: daily", "on": ["no"], "none": []}) == (
        'type: befriending\ntext: "A walk: daily"\non:\n  - "no"\nnone: []\n'
    )
