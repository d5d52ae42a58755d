"""The profile of a place: means, ends and counts that can be worked out by hand."""

import pytest
from tests.frozen import book

from resilience.places.measures import CARRIED, ENGLAND_MEAN_TENTH, MEASURES, Measure
from resilience.places.profile import in_words, middle_half, profile
from resilience.records.area import Ward

BASE = book()
WARDS = BASE.wards
SCORE = Measure("a", "Score", "points")
TENTH = Measure("t", "Tenth", "tenth of England", worse="low")


def ward(code: str, a: float, t: float, council: str = "X", place: str = "", households: int = 100) -> Ward:
    return Ward(code, code, council, place, households, -2.9, 53.4, {"a": a, "t": t})


PLACE = [ward("p1", 10, 2, "P", "here", 100), ward("p2", 20, 4, "P", "here", 300)]
OTHERS = [ward("q", 2, 3, "P", households=600), ward("r", 17.5, 8), ward("s", 30, 1), ward("u", 17, 9)]


def test_means_are_weighted_by_households() -> None:
    (found,) = profile("here", [*PLACE, *OTHERS], [SCORE])
    assert found.place == (10 * 100 + 20 * 300) / 400 == 17.5
    assert found.council == (10 * 100 + 20 * 300 + 2 * 600) / 1000
    assert found.region == pytest.approx((1000 + 6000 + 1200 + 1750 + 3000 + 1700) / 1300)


def test_wards_that_are_better_are_counted_without_the_place_and_without_ties() -> None:
    score, tenth = profile("here", [*PLACE, *OTHERS], [SCORE, TENTH])
    assert (score.better, score.others) == (2, 4)
    assert not score.is_among_worse
    # The place stands at (2 x 100 + 4 x 300) / 400 = 3.5; better is higher.
    assert (tenth.better, tenth.others) == (2, 4)


def test_england_is_known_for_tenths_alone_and_is_their_middle() -> None:
    score, tenth = profile("here", [*PLACE, *OTHERS], [SCORE, TENTH])
    assert score.england is None
    assert tenth.england == ENGLAND_MEAN_TENTH == sum(range(1, 11)) / 10


def test_the_middle_half_lies_between_the_quartiles() -> None:
    wards = [ward(str(n), n, 1) for n in (1, 2, 3, 4, 5)]
    assert middle_half(SCORE, wards) == (2, 4)


def test_a_figure_that_no_ward_of_the_place_has_is_not_seen() -> None:
    bare = [Ward("p", "p", "P", "here", 100, None, None, {}), *OTHERS]
    (found,) = profile("here", bare, [SCORE])
    assert (found.place, found.better, found.is_among_worse) == (None, 0, False)


def test_the_sentence_counts_what_is_worse_and_names_the_rest() -> None:
    worse = profile("here", [*PLACE, ward("q", 1, 9), ward("r", 2, 3)], [SCORE, TENTH])
    assert in_words("Here", worse) == "Here is worse than most other wards on 1 of 2 figures; " + (
        "not on these: Tenth."
    )
    assert in_words("Here", worse[:1]) == "Here is worse than most other wards on 1 of 1 figures."
    assert in_words("Here", worse[1:]) == "Here is worse than most other wards on none of 1 figures."


def test_every_measure_is_in_the_table_and_every_place_has_it() -> None:
    for slug in BASE.neighbourhoods:
        standings = profile(slug, WARDS)
        assert [one.measure for one in standings] == list(MEASURES)
        assert all(one.place is not None for one in standings)


def test_what_was_carried_from_other_areas_says_so() -> None:
    carried = {one.column for one in MEASURES if one.areas == CARRIED}
    assert carried == {"imd2025_score", "loneliness_2020_21_pct"}


def test_claremont_is_as_the_table_says() -> None:
    found = {one.measure.column: one for one in profile("claremont", WARDS)}
    assert found["imd2019_score"].place == 78.87
    # One ward, so its figures are the row; one of 39 others is worse.
    assert found["imd2019_score"].better == 38
