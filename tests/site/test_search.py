"""The search index: what a page says, what a hit shows, and the files that the browser reads."""

import json
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from docutils.core import publish_doctree
from tests.frozen import book
from tests.site.conftest import STUDIES, Build, write_home

from resilience.records.search import Stands
from resilience.site.pages.common import Pages
from resilience.site.search.hits import BOOSTS, Found, Hit, hits
from resilience.site.search.index import FEWEST_ALIKE, write_index
from resilience.site.search.text import first_sentences, folded, words_in, words_of

PAGE = """
Cite
====

Damp homes and mould.

.. code:: python

   secret()

.. list-table::

   * - in the table

.. _provenance:

Provenance
----------

Coded twice.
"""


@pytest.fixture(scope="module")
def found() -> dict[str, Hit]:
    names = [
        "activities/fuel-poverty", "activities/food-security", "book/data", "book/contribute/index",
        "councils/oldham-council", "neighbourhoods/worsley-haslingden",
        "policies/warm-homes-oldham-2013", "studies/howel-2019-do-well", "pools/nature-depressive-mood-smd",
        "outcomes/mental-health",
    ]  # fmt: skip
    listed = hits(Pages(book()), dict.fromkeys(names, "Title"), dict.fromkeys(names, "It says."))
    return {hit.docname: hit for hit in listed.hits}


def test_a_page_says_its_words_but_not_its_code_or_where_it_comes_from() -> None:
    page = publish_doctree(PAGE, settings_overrides={"doctitle_xform": False})
    assert words_of(page, tables=False) == {"cite", "damp", "homes", "and", "mould"}
    assert {"table", "damp"} <= words_of(page, tables=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Men’s Sheds", "mens sheds"),
        ("Men's Sheds", "mens sheds"),
        ("Comhairle nan Eilean Siar, Café", "comhairle nan eilean siar, cafe"),
    ],
)
def test_case_accents_and_apostrophes_are_folded(text: str, expected: str) -> None:
    assert folded(text) == expected


def test_words_are_long_enough_and_begin_with_a_letter() -> None:
    assert words_in("20mph in PHQ-9 of E141 a12 x") == {"phq", "e141", "a12"}


def test_a_hit_shows_whole_sentences() -> None:
    page = publish_doctree("First  of all. Second one? Third.")
    assert first_sentences("", page) == "First of all. Second one? Third."
    long = "A" * 200 + "."
    assert first_sentences(f"{long} {long}", page) == long
    assert first_sentences("B" * 400 + ". And more.", page) == "B" * 400 + "."


def test_a_hit_says_its_kind_level_place_and_year(found: dict[str, Hit]) -> None:
    shown = {name: (hit.kind, hit.facts) for name, hit in found.items()}
    assert shown["activities/fuel-poverty"] == ("Activity", "Home: may help (early evidence)")
    assert shown["activities/food-security"] == ("Activity", "no study on record of what it is for")
    assert shown["policies/warm-homes-oldham-2013"] == ("Policy", "Oldham Council · from 2013")
    assert shown["councils/oldham-council"] == ("Council", "North West, England · 1 policy")
    assert shown["studies/howel-2019-do-well"][0] == "Study"
    assert shown["studies/howel-2019-do-well"][1].startswith("Howel and others, 2019 · Randomised")
    assert shown["neighbourhoods/worsley-haslingden"][1].endswith("North West England")
    assert shown["book/data"][0] == "Page"
    assert shown["book/contribute/index"][0] == "For contributors"


def test_a_page_is_found_by_the_words_of_its_record_and_of_readers(found: dict[str, Hit]) -> None:
    assert {"cold homes", "leccy bill", "affordable warmth", "fuel poverty"} <= set(
        found["activities/fuel-poverty"].words
    )
    assert "Oldham" in found["councils/oldham-council"].words
    assert {"Rossendale", "Worsley", "Haslingden"} <= set(found["neighbourhoods/worsley-haslingden"].words)
    assert found["book/contribute/index"].boost == BOOSTS[Stands.LAST]


def test_the_files_hold_who_says_what(tmp_path: Path) -> None:
    pages = [Hit(f"studies/{n}", f"Study {n}", "Study", "", "Damp homes.", 1.0) for n in range(8)]
    (tmp_path / "left-over.json").write_text("{}")
    for _ in range(2):
        write_index(tmp_path, Found(pages, []), [["mould", "damp"], [], ["mould", "every"], *[[]] * 5])
        names = sorted(path.name for path in tmp_path.iterdir())
        assert names == ["d.json", "e.json", "h.json", "m.json", "pages.json", "says-0.json"]
    soon, later = json.loads((tmp_path / "d.json").read_text())["damp"]
    assert (list(accumulate(soon)), later) == ([*range(8)], None)
    assert json.loads((tmp_path / "e.json").read_text())["every"] == [[], [2]]
    assert json.loads((tmp_path / "says-0.json").read_text()) == ["Damp homes."] * 8
    listed = json.loads((tmp_path / "pages.json").read_text())
    assert listed["letters"] == "dehm"
    assert listed["pages"][0][:2] == ["studies/0", "Study 0"]


def test_words_of_a_template_say_nothing_of_one_page(tmp_path: Path) -> None:
    pages = [Hit(f"studies/{n}", "", "Study", "", "", 1.0) for n in range(FEWEST_ALIKE)]
    pages.append(Hit("book/data", "", "Page", "", "", 1.0))
    words = [["template"] for _ in range(FEWEST_ALIKE)] + [["template"]]
    write_index(tmp_path, Found(pages, []), words)
    assert json.loads((tmp_path / "t.json").read_text())["template"] == [[], [FEWEST_ALIKE]]


def test_words_for_a_page_that_is_not_there_are_a_warning(small_book: Path, build: Build) -> None:
    write_home(small_book, "Hello.")
    path = small_book / "evidence/search.yml"
    path.write_text(path.read_text("utf-8").replace("page: book/data", "page: book/dat"), "utf-8")
    app = build(small_book, suppress_warnings=["live"], warningiserror=False)
    assert "search.yml has words for the page 'book/dat'" in app.warnings  # type: ignore[attr-defined]


def test_the_index_is_made_only_where_a_page_or_a_record_says_something_else(
    small_book: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []

    def write(folder: Path, *content: Any) -> None:
        made.append(folder)
        write_index(folder, *content)

    monkeypatch.setattr("resilience.site.search.write_index", write)
    build(small_book)
    build(small_book)
    assert len(made) == 1
    write_home(small_book, "A word that nobody knew: xylophone.")
    build(small_book)
    assert len(made) == 2
    record = small_book / f"evidence/studies/{STUDIES[0]}.yml"
    record.write_text(record.read_text("utf-8") + "\n", "utf-8")
    build(small_book)
    assert len(made) == 3
    pages = small_book / "_build/html/_static/search/pages.json"
    pages.unlink()
    build(small_book)
    assert pages.is_file()
