"""What changed, day by day, and the reviews that are due on the day of the newest change."""

import re
import shutil
from pathlib import Path

import pytest
from tests.changes.history.repository import STUDY, Repository, repository, warmer_no_more
from tests.frozen import BOOK
from tests.site.reading import lines, linked, piece, text

from resilience.evidence import load
from resilience.site.pages.common import Pages
from resilience.site.prose import history


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    made = repository(tmp_path_factory.mktemp("book"))
    made.replace(f"{STUDY}.yml", "sample_size: 4407", "sample_size: 4408")
    warmer_no_more(made)
    made.commit("2026-01-02T10:00:00+00:00")
    return made


def of(book: Repository) -> Pages:
    return Pages(load(book.folder))


def test_days_stand_with_the_newest_first_and_lead_to_records(book: Repository) -> None:
    shown = piece(history.what_changed(of(book), ""))
    said = text(shown)
    assert said.index("2 January 2026") < said.index("1 January 2026")
    assert "Reducing fuel poverty: Home: was “May help (early evidence)”, is now" in said
    assert "Howden-Chapman and others, 2007: number of people and results" in said
    assert {STUDY, "activities/fuel-poverty"} <= set(linked(shown))
    assert "Levels and sizes that moved are told since 2 January 2026" in said


def test_long_lists_and_long_histories_are_counted(book: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "SHOWN", 1)
    assert re.search(r"and \d+ more", text(piece(history.what_changed(of(book), ""))))
    monkeypatch.setattr(history, "DAYS", 1)
    assert "Git has 1 earlier day with a change." in text(piece(history.what_changed(of(book), "")))


def test_a_record_that_is_gone_is_named_without_a_link(book: Repository, tmp_path: Path) -> None:
    shutil.copytree(book.folder, tmp_path / "book")
    later = Repository(tmp_path / "book")
    (later.evidence / f"{STUDY}.yml").unlink()
    later.commit("2026-01-03T10:00:00+00:00")
    shown = piece(history.what_changed(of(later), ""))
    assert "1 study no longer on record" in text(shown)
    assert STUDY in text(shown)
    assert STUDY not in linked(shown)


def overdue(book: Repository) -> str:
    return text(piece(history.overdue(of(book), "")))


def test_reviews_that_are_due_are_counted_on_the_day_of_the_newest_change(
    book: Repository, tmp_path: Path
) -> None:
    assert re.fullmatch(
        r"On 2 January 2026, the day of the newest change, no review was due among \d+ records\.",
        overdue(book),
    )
    shutil.copytree(book.folder, tmp_path / "book")
    later = Repository(tmp_path / "book")
    later.change(f"{STUDY}.yml", lambda said: re.sub("review_by: .*", "review_by: '2026-06-01'", said))
    later.commit("2026-06-01T10:00:00+00:00")
    assert "no review was due" in overdue(later)
    later.change(f"{STUDY}.yml", lambda said: re.sub("review_by: .*", "review_by: '2026-06-02'", said))
    later.commit("2026-06-03T10:00:00+00:00")
    said = overdue(later)
    assert "On 3 June 2026, the day of the newest change, the review of 1 of" in said
    assert "Howden-Chapman and others, 2007, due on 2 June 2026" in said


def test_a_copy_without_its_history_says_so_and_counts_by_the_newest_day_on_record(tmp_path: Path) -> None:
    shutil.copytree(BOOK / "evidence", tmp_path / "evidence")
    pages = Pages(load(tmp_path))
    (said,) = lines(piece(history.what_changed(pages, "")))
    assert said.startswith("This copy of the book was made without the git history of its evidence")
    newest = max(one.provenance.added for one in pages.base.all_studies.values())
    assert history.day_of(pages) >= newest


def test_a_shallow_clone_says_how_to_get_the_rest(book: Repository, tmp_path: Path) -> None:
    book.git("clone", "--quiet", "--depth", "1", book.folder.as_uri(), str(tmp_path / "clone"))
    said = text(piece(history.what_changed(of(Repository(tmp_path / "clone")), "")))
    assert "(a shallow clone)" in said
    assert "git fetch --unshallow" in said
