"""Keys by the house's rule."""

import re

from hypothesis import given
from hypothesis import strategies as st

from resilience.records.base import SLUG_PATTERN
from resilience.records.naming import key_for
from resilience.records.reference import Reference

WORK = Reference(
    key="a",
    kind="misc",
    authors=("Østergaard, Åse", "B, C"),
    year=2021,
    title="The effect of warm homes on older people's health",
)


def test_a_key_is_family_name_year_and_telling_words() -> None:
    assert key_for(WORK, ()) == "ostergaard-2021-warm-homes-older"


def test_a_key_that_is_taken_gets_more_words_then_a_number() -> None:
    taken = ["ostergaard-2021-warm-homes-older"]
    taken.append(key_for(WORK, taken))
    taken.append(key_for(WORK, taken))
    taken.append(key_for(WORK, taken))
    assert taken[1:] == [
        "ostergaard-2021-warm-homes-older-peoples",
        "ostergaard-2021-warm-homes-older-peoples-health",
        "ostergaard-2021-warm-homes-older-2",
    ]


def test_what_was_not_seen_is_left_out_of_a_key() -> None:
    assert key_for(Reference(key="a", kind="misc", title="Warm homes"), ()) == "warm-homes"
    assert key_for(Reference(key="a", kind="misc", authors=("王, 小",), title="暖"), ()) == "work"


@given(st.text(min_size=1, max_size=200), st.text(min_size=1, max_size=80))
def test_every_key_can_be_an_address(title: str, author: str) -> None:
    work = Reference.model_construct(key="a", kind="misc", authors=(author,), year=2020, title=title)
    first = key_for(work, ())
    second = key_for(work, {first})
    assert re.match(SLUG_PATTERN, first)
    assert re.match(SLUG_PATTERN, second)
    assert first != second
