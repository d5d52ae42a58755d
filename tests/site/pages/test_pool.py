"""A set's page: a pooled number only where one may be, votes in words, and what is left out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from resilience.evidence import load
from resilience.records.vocabulary import PoolUse
from resilience.site.pages.blocks import (
    Block,
    Box,
    Bullets,
    Drawing,
    Facts,
    Inlines,
    Link,
    Live,
    Page,
    Paragraph,
    Section,
    Table,
)
from resilience.site.pages.catalogue import page_of
from resilience.site.pages.common import Pages

BASE = load(Path(__file__).parents[3])
PAGES = Pages(BASE)
TWO = ("energy-poverty-depression-or", "warmth-selfrated-health-or", "warmth-respiratory-symptoms-or")


def blocks(found: Page | Block) -> Iterator[Block]:
    inner = found.blocks if isinstance(found, Page | Section | Box) else ()
    for block in inner:
        yield block
        yield from blocks(block)


def plain(content: Inlines) -> str:
    return "".join(part.text for part in content)


def words(page: Page) -> str:
    """Give all words of a page, but for those of its figures."""
    lines: list[str] = []
    for block in blocks(page):
        if isinstance(block, Paragraph):
            lines.append(plain(block.content))
        elif isinstance(block, Bullets):
            lines += map(plain, block.items)
        elif isinstance(block, Facts):
            lines += [f"{term}: {plain(value)}" for term, values in block.entries for value in values]
        elif isinstance(block, Table):
            lines += [" | ".join(map(plain, row)) for row in block.rows]
    return "\n".join(lines)


def forest(page: Page) -> Drawing:
    return next(block for block in blocks(page) if isinstance(block, Drawing) and block.kind == "pooled")


def page(slug: str) -> Page:
    return page_of(PAGES, f"pools/{slug}")


@pytest.mark.parametrize("slug", TWO)
def test_two_results_stand_side_by_side_without_a_pooled_number(slug: str) -> None:
    shown = page(slug)
    assert "pooled" not in {row[2] for row in forest(shown).rows}
    assert not any(isinstance(block, Live) for block in blocks(shown))
    for never in ("Pooled effect", "prediction interval", "sign test p"):
        assert never not in words(shown)
    assert "Shown side by side." in words(shown)


def test_the_modified_interval_leads_and_says_that_it_includes_no_difference() -> None:
    shown = page("womens-groups-neonatal-mortality")
    line = "0.788 (95% interval 0.568 to 1.09, which includes no difference)"
    assert f"Pooled effect: {line}" in words(shown)
    assert forest(shown).sentence.startswith(f"6 results together give {line}.")
    assert "0.351 to 1.77 (95% prediction interval, which includes no difference)" in words(shown)
    assert "5 better, 1 worse" in words(shown)
    assert "sign test p = 0.22" in words(shown)
    assert not any(isinstance(block, Drawing) and block.kind == "funnel" for block in blocks(shown))


def test_the_robust_interval_leads_where_samples_give_several_effects() -> None:
    shown = page("nature-depressive-mood-smd")
    assert "Robust (CR1), as some samples give several effects: 40 effects from 34 samples" in words(shown)
    assert "−1.45 to 0.854 (95% prediction interval" in words(shown)
    (funnel,) = (block for block in blocks(shown) if isinstance(block, Drawing) and block.kind == "funnel")
    assert "With one effect for all studies, which large ones lead, it would be −0.4" in funnel.sentence


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
    assert "1 of 6 intervals includes no difference." in forest(page("loneliness-smd-reviews")).sentence


def test_what_people_live_with_goes_with_something() -> None:
    shown = words(page("energy-poverty-depression-or"))
    assert "0 go with better, 2 go with worse" in shown
    assert "not what an activity would change" in shown


@pytest.mark.parametrize("slug", BASE.pools)
def test_every_set_says_what_it_leaves_out(slug: str) -> None:
    (found,) = (
        block for block in blocks(page(slug)) if isinstance(block, Section) and block.anchor == "left-out"
    )
    assert found.blocks
    assert "No reason is on record." not in words(page(slug))


def test_a_result_in_another_set_is_linked_there() -> None:
    links = [
        part.docname
        for block in blocks(page("loneliness-smd-reviews"))
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        for part in cell
        if isinstance(part, Link)
    ]
    assert "pools/dejong-gierveld-md" in links


def test_a_study_of_the_opposite_is_turned_over_where_it_is_left_out() -> None:
    row = next(
        line for line in words(page("gambling-supply-limits-spend-pct")).splitlines() if "Stevens" in line
    )
    assert "| Better |" in row
    assert "Limits were loosened there" in row


def linked(section: str) -> dict[str, set[str]]:
    """Give the sets that the activity pages link to from one of their sections, by activity."""
    found: dict[str, set[str]] = {}
    for slug in BASE.types:
        shown = page_of(PAGES, f"activities/{slug}")
        part = [one for one in shown.blocks if isinstance(one, Section) and one.anchor == section]
        found[slug] = {
            inline.docname.partition("/")[2]
            for one in part
            for block in blocks(one)
            if isinstance(block, Bullets)
            for item in block.items
            for inline in item
            if isinstance(inline, Link) and inline.docname and inline.docname.startswith("pools/")
        }
    return found


def test_sets_of_what_people_live_with_are_apart_on_activity_pages() -> None:
    of_activity, living = linked("evidence"), linked("living")
    assert "energy-poverty-depression-or" in living["fuel-poverty"]
    assert {"warmth-selfrated-health-or", "warmth-respiratory-symptoms-or"} <= of_activity["fuel-poverty"]
    exposures = {one.pool for study in BASE.studies.values() if study.of_exposure for one in study.outcomes}
    assert not any(sets & exposures for sets in of_activity.values())
    assert all(sets <= exposures for sets in living.values())


def test_womens_groups_are_on_no_activity_page() -> None:
    for section in ("evidence", "living"):
        assert not any("womens-groups-neonatal-mortality" in sets for sets in linked(section).values())


def test_no_set_of_two_is_called_pooled() -> None:
    assert {one.slug for one in BASE.pools.values() if one.use is PoolUse.POOLED}.isdisjoint(TWO)
