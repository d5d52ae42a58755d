"""The pack has four pages whatever a group answered; each fits its side, and says day, plan and link."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.frozen import book
from tests.planning.walks import WORDS, random_links

from resilience.findings import Findings
from resilience.planning.answer import answer
from resilience.planning.blocks import Said, Section, Source, Step, Table
from resilience.planning.fitting import KEPT, LONGEST_TEXT, MOST, Fixed, fitted, length_of
from resilience.planning.from_records.plans import Plans
from resilience.planning.given import Given
from resilience.planning.measures import LINES, NAMED
from resilience.planning.pack import LONGEST_LINK, STEP_BY_NAME, Printed, pages_of
from resilience.planning.walk import STEPS, Walk

DAY, ADDRESS = "2026-11-30", "https://example.org/book/plan/share.html"
ASKED_OF = 25


@cache
def plans() -> Plans:
    return Plans(Findings(book()))


def places() -> list[str]:
    country = book().country
    first = {place.nation: place for place in country.places.values()}
    return ["claremont", *(f"{place.council}.{place.code}" for place in first.values()), "nowhere"]


def links() -> list[str]:
    return random_links(plans().facts, places(), ASKED_OF)


def asked(link: str) -> dict[str, Any]:
    return plans().answer(link, day=DAY, address=ADDRESS)


def made(**steps: Step) -> dict[str, Step]:
    return {name: steps.get(name, Step(name)) for name in STEPS}


def pages(**steps: Step) -> list[Any]:
    return pages_of(Given(plans().facts, Walk()), made(**steps), Printed("30 November 2026", ADDRESS))


def test_the_steps_of_the_pack_are_those_of_the_path() -> None:
    assert tuple(STEP_BY_NAME) == STEPS


@pytest.mark.parametrize("link", links(), ids=range(ASKED_OF))
def test_every_walk_gives_four_pages_that_fit_with_day_and_link(link: str) -> None:
    found = asked(link)
    assert [page["number"] for page in found["pages"]] == [1, 2, 3, 4]
    for page in found["pages"]:
        assert (page["of"], page["head"]["day"], page["title"] != "") == (4, "30 November 2026", True)
        assert page["head"]["link"].startswith(f"{ADDRESS}?place=")
        used = {number for number in numbers(page)}
        assert used == {note["number"] for note in page["notes"]} == set(range(1, len(used) + 1))
        for missing in page["missing"]:
            assert missing["step"] in STEPS
    assert found["markdown"].count("30 November 2026. The plan opens again at") == 4
    assert [page["missing"] for page in found["pages"]].count([]) <= 4


def numbers(page: dict[str, Any]) -> list[int]:
    cells = [cell for one in page["sections"] if one["table"] for row in one["table"]["rows"] for cell in row]
    said = [*page["answer"], *(said for one in page["sections"] for said in one["said"]), *cells]
    return [number for one in said for number in one["notes"]]


def test_what_is_missing_stands_on_the_page_of_its_step() -> None:
    found = pages(options=Step("options", missing=("No activity is chosen.",)))
    assert [[one.text for one in page.missing] for page in found] == [[], ["No activity is chosen."], [], []]
    assert found[1].missing[0].step == "options"


def test_a_source_has_one_number_on_a_page_and_starts_anew_on_the_next() -> None:
    one, two = Source("One", page="studies/one"), Source("Two", url="https://example.org")
    answer = (Said("A.", (one, two), "quite sure"), Said("B.", (two, two)))
    first, second, *_ = pages(place=Step("place", answer), options=Step("options", (Said("C.", (two,)),)))
    assert [said.notes for said in first.answer] == [(1, 2), (2,)]
    assert [(note.number, note.text, note.page, note.url) for note in first.notes] == [
        (1, "One", "studies/one", ""),
        (2, "Two", "", "https://example.org"),
    ]
    assert [said.notes for said in second.answer] == [(1,)]


def test_a_long_link_is_printed_without_own_words_and_says_so() -> None:
    page = asked("place=claremont&outcomes=mind&aim=" + "a" * LONGEST_LINK)["pages"][0]["head"]
    assert "outcomes=mind" in page["link"]
    assert "aaa" not in page["link"]
    assert "lacks the group’s own words" in page["about_link"]


def test_a_place_that_is_not_on_record_is_said() -> None:
    assert any("a place that is not on record (nowhere)" in one for one in asked("place=nowhere")["lost"])


def test_only_one_step_is_worked_out_where_one_is_asked_for() -> None:
    request = {"link": "", "standing": None, "only": "adapt"}
    assert list(answer(request, plans().facts, None)) == ["steps", "lost"]


LONG = Section(
    "Long",
    tuple(Said(f"Sentence {n}, " + "with so many words " * 8 + ".") for n in range(30)),
    Table("Rows", ("A", "B"), tuple((Said(f"Row {n}"), Said("words " * 25)) for n in range(40))),
)


def test_what_does_not_fit_is_left_out_from_the_end_and_counted() -> None:
    (cut,) = fitted(Fixed(), [LONG])
    assert cut.size == (MOST, MOST)
    assert cut.left == (30 - MOST, 40 - MOST)
    page = pages(options=Step("options", sections=(LONG,) * 3))[1]
    shown = page.sections[0]
    left = (30 - len(shown.said), 40 - len(shown.table.rows))
    assert shown.more == f"And {left[0]} sentences and {left[1]} rows more: see step 3 of the path, Options."
    assert page.left_out == ""


def test_where_even_the_least_does_not_fit_sections_go_and_some_are_named() -> None:
    sections = [replace(LONG, heading=f"Part {n}", kept=n == 10) for n in range(12)]
    cuts = fitted(Fixed(), sections)
    assert length_of(Fixed(), cuts) <= LINES
    assert cuts[10].size >= (KEPT, KEPT)
    assert [cut.is_gone for cut in cuts] == [*sorted(cut.is_gone for cut in cuts[:10]), False, True]
    page = pages(options=Step("options", sections=tuple(sections)))[1]
    gone = 12 - len(page.sections)
    assert page.left_out.count("“") == NAMED
    assert page.left_out.endswith(f" and {gone - NAMED} other parts: see step 3 of the path, Options.")


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 12), st.booleans()), max_size=9))
def test_whatever_there_is_fits_or_is_gone(sizes: list[tuple[int, int, bool]]) -> None:
    table = LONG.table
    assert table is not None
    sections = [
        Section("S", LONG.said[:said], replace(table, rows=table.rows[:rows]) if rows else None, kept=kept)
        for said, rows, kept in sizes
    ]
    cuts = fitted(Fixed(), sections)
    assert length_of(Fixed(), cuts) <= LINES
    for cut, one in zip(cuts, sections, strict=True):
        assert cut.size <= (MOST, MOST)
        assert cut.whole == one


def test_what_is_folded_on_a_page_is_not_printed() -> None:
    page = pages(options=Step("options", sections=(replace(LONG, folded=True),)))[1]
    assert (page.sections, page.left_out) == ((), "")


def test_only_a_text_of_the_group_is_cut() -> None:
    (cut,) = fitted(Fixed(), [Section("Own", (Said("a" * (LONGEST_TEXT + 1)), Said("b" * LONGEST_TEXT)))])
    long, short = cut.shown.said
    assert long.text.endswith("a … (the link of the plan holds the rest)")
    assert short.text == "b" * LONGEST_TEXT


def test_words_of_the_group_stay_text() -> None:
    found = asked(f"place=claremont&aim={WORDS[1]}")
    assert "<b>" not in found["markdown"].replace("\\<", "")
