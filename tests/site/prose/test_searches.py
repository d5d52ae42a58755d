"""Searches stand by activity and log by log, and the page of an activity says when it was last looked for."""

import pytest
from tests.frozen import book
from tests.site.reading import captions, linked, piece, rows, section, text, tree

from resilience.site.pages.common import Pages
from resilience.site.prose.protocol import PARTS, protocol
from resilience.site.prose.searches import reasons, searches

LOG = "searches/2026-11-28-befriending"


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(book())


@pytest.fixture(scope="module")
def without_logs() -> Pages:
    pages = Pages(book())
    pages.base.searches = {}
    return pages


def test_every_activity_has_a_row(pages: Pages) -> None:
    shown = piece(searches(pages, "studies"))
    found = {row[0]: row[1:] for row in rows(shown)}
    assert list(found) == [type_.label for type_ in pages.base.types.values()]
    assert found["Befriending"] == ["28 November 2026", "2", "4", "1", "0", "2", "28 November 2026"]
    assert found["Living wage"] == ["Not since a log is kept", "0", "0", "0", "0", "0", "None"]
    assert LOG in linked(shown)


def test_without_a_log_a_sentence_stands_there(without_logs: Pages) -> None:
    assert text(piece(searches(without_logs, "studies"))) == "No search for studies is on record yet."
    assert text(piece(reasons(without_logs, "policies"))) == ""


def test_reasons_are_counted(pages: Pages) -> None:
    assert rows(piece(reasons(pages, "studies"))) == [
        ["Another activity", "1"],
        ["Not a study, nor a review of studies", "1"],
        ["Still under way", "1"],
    ]


@pytest.mark.parametrize("kind", ["", "leads"])
def test_other_kinds_are_refused(pages: Pages, kind: str) -> None:
    for show in (searches, reasons, protocol):
        with pytest.raises(KeyError):
            show(pages, kind)


def test_the_page_of_a_log_shows_its_words_and_what_came_of_each_work(pages: Pages) -> None:
    page = tree(pages, LOG)
    assert rows(section(page, "searches"))[1] == [
        "A bibliographic database or index: Made-up Index",
        "befriend* AND (lonel* OR depress*)",
        "from 2015",
        "3",
    ]
    assert captions(page) == ["Searches", "Kept", "On record already", "Turned down"]
    assert "studies/kahlon-2021-empathy-telephone-calls" in linked(page)
    assert [
        "Calls to lonely people, protocol of a trial",
        "Still under way: Results are expected in 2028",
    ] in rows(page)
    assert "example.org" not in text(page)


def test_a_log_that_kept_nothing_says_so(pages: Pages) -> None:
    assert "Nothing was kept." in text(tree(pages, "searches/2026-11-29-food-security"))


def test_an_activity_says_when_it_was_last_looked_for(pages: Pages, without_logs: Pages) -> None:
    studied, empty = (
        text(section(tree(pages, f"activities/{slug}"), "evidence"))
        for slug in ("befriending", "food-security")
    )
    assert "Studies of it were last looked for on 28 November 2026: 2 searches on record" in studied
    assert "No study of this activity is on record." in empty
    assert "1 work screened, nothing kept" in empty
    never, before = (
        text(section(tree(without_logs, f"activities/{slug}"), "evidence"))
        for slug in ("food-security", "befriending")
    )
    assert "No study of this activity is on record, and no search for one." in never
    assert "These studies were gathered before a log of searches was kept." in before


@pytest.mark.parametrize("part", PARTS)
def test_each_part_of_the_protocol_can_be_shown(pages: Pages, part: str) -> None:
    assert text(piece(protocol(pages, part)))


def test_the_protocol_says_that_it_came_late_and_is_not_registered(pages: Pages) -> None:
    said = text(piece(protocol(pages, "standing")))
    assert "Not registered." in said
    assert "written after most studies" in said
