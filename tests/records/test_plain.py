"""The one list of characters that nobody sees."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.records.plain import HIDDEN, UNSEEN, first_hidden, refuse_hidden, visible

FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
LET_THROUGH = {"\t", "\n", "\r", "\u00ad", "\u200c", "\u200d"}
"""Line ends and tabs, and what the check tells as a warning, for some scripts need it."""


def _is_unseen(letter: str) -> bool:
    kind = unicodedata.category(letter)
    return kind in ("Cc", "Co", "Zl", "Zp") or letter in FILLERS


@given(st.characters(exclude_categories=["Cs"]))
def test_a_character_is_hidden_where_nobody_sees_it(letter: str) -> None:
    if _is_unseen(letter) and letter not in LET_THROUGH:
        assert HIDDEN.fullmatch(letter)
    elif unicodedata.category(letter)[0] in "LMNPSZ" and letter not in FILLERS:
        # Variants that only symbols of other scripts carry are marks that nobody sees.
        assert not HIDDEN.fullmatch(letter) or "VARIATION SELECTOR" in unicodedata.name(letter)


@pytest.mark.parametrize(
    "code",
    [
        0x1B,
        0x07,
        0x85,
        0x61C,
        0x180E,
        0x200B,
        0x202E,
        0x2066,
        0x2800,
        0x3164,
        0xE000,
        0xFEFF,
        0xFFF9,
        0xE01EF,
        0x10FFFF,
        0xE0001,
        0xE007F,
    ],
)
def test_what_reviewers_found_to_pass_is_refused(code: int) -> None:
    with pytest.raises(ValueError, match=f"U\\+{code:04X} can't be seen"):
        refuse_hidden(f"warm{chr(code)}homes")


@pytest.mark.parametrize(
    "text", ["Caerffili – £1,200", "Dùn Èideann", "naïve 'quotes' “curly”", "H₂O ≤ 5 μg/m³", "👩‍👧 ✔️"]
)
def test_ordinary_text_passes(text: str) -> None:
    refuse_hidden(text)


@given(st.text())
def test_what_goes_to_a_terminal_holds_nothing_hidden(text: str) -> None:
    shown = visible(text)
    assert not HIDDEN.search(shown)
    assert "\n" not in shown


def test_no_character_is_on_both_lists() -> None:
    assert not any(HIDDEN.fullmatch(chr(code)) and UNSEEN.fullmatch(chr(code)) for code in range(0x3100))


def test_each_character_that_nobody_sees_is_found_the_quick_way_too() -> None:
    every = "".join(map(chr, range(0x110000)))
    hidden = HIDDEN.findall(every)
    assert len(hidden) > 100_000
    assert [one for one in hidden if first_hidden(f"a{one}") is None] == []
    assert first_hidden(HIDDEN.sub("", every)) is None
