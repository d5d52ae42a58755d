import pytest

from resilience.matching.normalise import Speller

SPELLER = Speller(["insulat", "budget", "garden", "warden", "participatori", "loan"])


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("insluat", "insulat"),
        ("bugdet", "budget"),
        ("partcipatri", "participatori"),
        ("gardn", "garden"),
        ("garden", None),
        ("harden", None),
        ("laon", None),
        ("zzzzzz", None),
        ("12345", None),
        ("", None),
    ],
)
def test_a_slip_is_mended_and_a_stranger_is_not(word: str, meant: str | None) -> None:
    assert SPELLER.mend(word) == meant


def test_ties_fall_the_same_way_whatever_the_order() -> None:
    words = ["marker", "market"]
    assert Speller(words).mend("markeq") == Speller(words[::-1]).mend("markeq") == "marker"
