"""The tables of searches have each search and each work once a log, and no address."""

from csv import DictReader
from io import StringIO
from pathlib import Path

from tests.frozen import book

from resilience.site.downloads.searches import OF_SCREENED, OF_SEARCHES, screened_csv, searches_csv

BASE = book()


def rows(text: str) -> list[dict[str, str]]:
    return list(DictReader(StringIO(text)))


def test_each_search_is_a_row() -> None:
    found = rows(searches_csv(BASE))
    assert len(found) == sum(len(log.searches) for log in BASE.searches.values())
    assert found[1] == {
        "log": "2026-11-28-befriending",
        "date": "2026-11-28",
        "of": "studies",
        "types": "befriending",
        "by": "model",
        "source": "database",
        "name": "Made-up Index",
        "words": "befriend* AND (lonel* OR depress*)",
        "limits": "from 2015",
        "hits": "3",
    }


def test_each_work_is_a_row() -> None:
    found = rows(screened_csv(BASE))
    assert [row["decision"] for row in found] == [
        "kept",
        "known",
        "turned-down",
        "turned-down",
        "turned-down",
    ]
    assert found[2]["reason"] == "under-way"
    assert found[2]["note"] == "results are expected in 2028"
    assert found[0]["record"] == "kahlon-2021-empathy-telephone-calls"


def test_addresses_stay_in_the_audit_trail() -> None:
    assert "example.org" not in screened_csv(BASE)


def test_without_a_log_the_heads_stand_alone() -> None:
    base = book()
    base.searches = {}
    assert rows(searches_csv(base)) == rows(screened_csv(base)) == []
    assert searches_csv(base).startswith(
        '"log","date","of","types","by","source","name","words","limits","hits"'
    )


def test_the_book_explains_each_column() -> None:
    page = (Path(__file__).parents[3] / "book/data.md").read_text("utf-8")
    assert all(f"`{column.name}`" in page for column in (*OF_SEARCHES, *OF_SCREENED))
