"""A place is told in sentences that say what the numbers say, with what they rest on."""

from dataclasses import replace

import pytest

from resilience.planning.from_records.telling import DEPRIVED as BANDS
from resilience.planning.place_words import (
    DEPRIVED,
    Figure,
    Names,
    beside,
    best,
    deprivation,
    of_hundred,
    shown,
    small,
    worst,
)

NAMES = Names("Claremont", "Blackpool", "England", "wards")
WORK = Figure("People kept out of work", "% of working age", 1, True, "Index 2025", 99.7, 44.1, 25.7, 13.5)
HOMES = Figure("Poor homes", "score", 2, True, "Homes 2024", 12.0, -0.2, 0.1, 0.0)


def test_each_band_of_deprivation_has_its_sentence() -> None:
    assert set(DEPRIVED) == {band for _, band in BANDS}


def test_how_deprived_a_place_is_stands_first() -> None:
    assert deprivation(NAMES, "most", WORK) == (
        "Claremont is among the most deprived tenth of the wards of England:"
        " of 100, more than 99 are less deprived.",
        ["Index 2025"],
    )
    assert deprivation(NAMES, None, None) == ("How deprived Claremont is, we do not know.", [])


def test_what_stands_out_is_named_with_shares_of_a_hundred() -> None:
    assert worst(NAMES, [WORK, replace(HOMES, better=95.2)]) == (
        "What stands out as worst: people kept out of work"
        " (more than 99 of 100 wards of England are better off), then poor homes (95).",
        ["Index 2025", "Homes 2024"],
    )
    assert best(NAMES, [HOMES]) == (
        "What is better than in most places: poor homes (88 of 100 wards of England are worse off).",
        ["Homes 2024"],
    )


def test_where_nothing_stands_out_the_sentence_says_so_and_rests_on_nothing() -> None:
    assert worst(NAMES, []) == (
        "No figure that we know puts it in the worse off third of the wards of England.",
        [],
    )
    assert best(NAMES, [])[1] == []


def test_the_comparison_that_tells_most_names_council_and_nation() -> None:
    assert beside(NAMES, WORK) == (
        "The comparison that tells most is people kept out of work (% of working age): 44.1 in Claremont,"
        " on average 25.7 in Blackpool and 13.5 in England. So Claremont is worse off than both.",
        ["Index 2025"],
    )


@pytest.mark.parametrize(
    ("values", "high", "said"),
    [
        ((20, 30, 10), True, "better off than its council but worse off than its nation"),
        ((20, 30, 10), False, "worse off than its council but better off than its nation"),
        ((20, 20, 10), True, "level with its council and worse off than its nation"),
        ((20, 30, 25), True, "better off than both"),
        ((20, 20, 20), True, "level with both"),
    ],
)
def test_which_end_is_worse_decides_who_is_worse_off(
    values: tuple[float, float, float], high: bool, said: str
) -> None:
    place, council, nation = values
    one = replace(WORK, is_worse_high=high, place=place, council=council, nation=nation)
    told = beside(NAMES, one)
    assert told is not None
    assert told[0].endswith(f"So Claremont is {said}.")


def test_what_is_not_known_is_set_beside_nothing() -> None:
    assert beside(NAMES, None) is None
    assert beside(NAMES, replace(WORK, council=None)) is None


@pytest.mark.parametrize(
    ("share", "said"),
    [(100, "more than 99"), (99.5, "more than 99"), (98.5, "99"), (0.4, "fewer than 1"), (0.5, "1")],
)
def test_a_share_is_never_all_or_none_by_rounding(share: float, said: str) -> None:
    assert of_hundred(share) == said


def test_values_and_labels_are_written_as_in_a_sentence() -> None:
    assert [shown(None, 1), shown(-1234.5, 2), shown(7, 0)] == ["not known", "\N{MINUS SIGN}1,234.50", "7"]
    assert [small("Crime"), small("GP visits")] == ["crime", "GP visits"]
