"""A set's page: a pooled number only where one may be, votes in words, and what is left out."""

from typing import Any

import pytest
from docutils import nodes
from tests.frozen import book, sets
from tests.site.reading import facts, figures, lines, linked, rows, section, tree

from resilience.records.vocabulary import PoolUse
from resilience.site.pages.common import Pages
from resilience.site.wording.value_nodes import LivePart

BASE = sets()
PAGES = Pages(BASE)
BOOK = Pages(book())
TWO = ("energy-poverty-depression-or", "warmth-selfrated-health-or", "warmth-respiratory-symptoms-or")


def page(slug: str) -> nodes.section:
    return tree(PAGES, f"pools/{slug}")


def words(page: nodes.section) -> str:
    """Give all words of a page, but for those of its figures."""
    said = [f"{term}: {value}" for term, values in facts(page).items() for value in values]
    return "\n".join([*lines(page), *said, *(" | ".join(row) for row in rows(page))])


def figure(page: nodes.section, kind: str) -> dict[str, Any]:
    return next(one for one in figures(page) if one["alt"].startswith(kind))


def forest(page: nodes.section) -> dict[str, Any]:
    return figure(page, "Forest plot")


@pytest.mark.parametrize("slug", TWO)
def test_two_results_stand_side_by_side_without_a_pooled_number(slug: str) -> None:
    shown = page(slug)
    assert "All together" not in {row[0] for row in forest(shown)["table"]["rows"]}
    assert not list(shown.findall(LivePart))
    for never in ("Pooled effect", "prediction interval", "sign test p"):
        assert never not in words(shown)
    assert "Shown side by side." in words(shown)


def test_the_modified_interval_leads_and_says_that_it_includes_no_difference() -> None:
    shown = page("womens-groups-neonatal-mortality")
    line = "0.788 (95% interval 0.568 to 1.09, which includes no difference)"
    assert f"Pooled effect: {line}" in words(shown)
    assert forest(shown)["sentence"].startswith(f"6 results together give {line}.")
    assert "0.351 to 1.77 (95% prediction interval, which includes no difference)" in words(shown)
    assert "5 better, 1 worse" in words(shown)
    assert "sign test p = 0.22" in words(shown)
    assert not any(one["title"].startswith("Funnel plot") for one in figures(shown))


def test_in_a_long_forest_the_pooled_result_comes_first() -> None:
    for slug, is_long in (("womens-groups-neonatal-mortality", False), ("nature-depressive-mood-smd", True)):
        firsts = [row[0] for row in forest(page(slug))["table"]["rows"]]
        assert firsts.index("All together") == (0 if is_long else len(firsts) - 1)


def test_the_robust_interval_leads_where_samples_give_several_effects() -> None:
    shown = page("nature-depressive-mood-smd")
    assert "Robust (CR1), as some samples give several effects: 40 effects from 34 samples" in words(shown)
    assert "−1.45 to 0.854 (95% prediction interval" in words(shown)
    (funnel,) = (one for one in figures(shown) if one["title"].startswith("Funnel plot"))
    assert "With one effect for all studies, which large ones lead, it would be −0.4" in funnel["sentence"]


def test_fewer_than_six_votes_are_not_tested() -> None:
    shown = words(page("participatory-budgeting-infant-mortality"))
    assert "One vote an evaluation, clear of no effect or not: 1 better, 0 worse." in shown
    assert "Fewer than 6 to one side or the other" in shown
    assert "sign test p" not in shown


def test_reviews_that_share_trials_are_counted_without_a_test() -> None:
    shown = words(page("loneliness-smd-reviews"))
    assert "6 better, 0 worse" in shown
    assert "no chance can be given" in shown


def test_intervals_that_include_no_difference_are_counted_side_by_side() -> None:
    assert "1 of 6 intervals includes no difference." in forest(page("loneliness-smd-reviews"))["sentence"]


def test_what_people_live_with_goes_with_something() -> None:
    shown = words(page("energy-poverty-depression-or"))
    assert "0 go with better, 2 go with worse" in shown
    assert "not what an activity would change" in shown


@pytest.mark.parametrize("slug", BASE.pools)
def test_every_set_says_what_it_leaves_out(slug: str) -> None:
    found = section(page(slug), "left-out")
    assert found
    assert len(found) > 1
    assert "No reason is on record." not in words(page(slug))


def test_a_result_in_another_set_is_linked_there() -> None:
    assert "pools/dejong-gierveld-md" in linked(page("loneliness-smd-reviews"))


def test_a_study_of_the_opposite_is_turned_over_where_it_is_left_out() -> None:
    row = next(row for row in rows(page("gambling-supply-limits-spend-pct")) if "Stevens" in row[0])
    assert "Better" in row
    assert "Limits were loosened there" in " ".join(row)


def sets_linked(anchor: str) -> dict[str, set[str]]:
    """Give the sets that the activity pages link to from one of their sections, by activity."""
    found: dict[str, set[str]] = {}
    for slug in BOOK.base.types:
        part = section(tree(BOOK, f"activities/{slug}"), anchor)
        names = linked(part) if part else []
        found[slug] = {name.partition("/")[2] for name in names if name.startswith("pools/")}
    return found


def test_sets_of_what_people_live_with_are_apart_on_activity_pages() -> None:
    of_activity, living = sets_linked("evidence"), sets_linked("living")
    assert "energy-poverty-depression-or" in living["fuel-poverty"]
    assert "befriending-depression-smd" in of_activity["befriending"]
    exposures = {
        one.pool for study in BOOK.base.studies.values() if study.of_exposure for one in study.outcomes
    }
    assert not any(sets & exposures for sets in of_activity.values())
    assert all(sets <= exposures for sets in living.values())


def test_womens_groups_are_on_no_activity_page() -> None:
    for anchor in ("evidence", "living"):
        assert not any("womens-groups-neonatal-mortality" in sets for sets in sets_linked(anchor).values())


def test_no_set_of_two_is_called_pooled() -> None:
    assert {one.slug for one in BASE.pools.values() if one.use is PoolUse.POOLED}.isdisjoint(TWO)
