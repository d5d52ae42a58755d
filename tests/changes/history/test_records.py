"""What a commit did to records is told in a reader's words; what no reader would notice is not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.changes.history.repository import ANSWER, STUDY, Repository, repository

from resilience.changes.history import Event, Happening, evidence_history

LATER = "2026-01-02T10:00:00+00:00"
NOTICE = (
    "status: retracted\nnotice:\n  on: '2026-01-01'\n  url: https://example.org/n\n  says: Data were lost.\n"
)
CORRECTION = f"""corrections:
  - record: {STUDY}
    field: outcomes[0].effect.value
    expected: 0.5
    was: '0.05'
    reason: a digit was lost
    by: Ann Reader
    on: '2026-01-02'
"""
OLD = """names:
  - folder: studies
    old: howden-chapman-2007-insulation
    new: insulation-in-winter
    on: '2026-01-02'
"""


@pytest.fixture
def book(tmp_path: Path) -> Repository:
    return repository(tmp_path)


def told(book: Repository) -> list[Event]:
    """Give what the newest commit did to records."""
    book.commit(LATER)
    newest = evidence_history(book.evidence).entries[0]
    assert newest.at.isoformat() == LATER
    return [event for event in newest.events if event.span is None]


def test_the_first_commit_brings_all_records(book: Repository) -> None:
    (entry,) = evidence_history(book.evidence).entries
    new = [event.page for event in entry.events if event.kind is Happening.NEW]
    assert len(new) == len(set(new))
    assert STUDY in new
    assert {page.partition("/")[0] for page in new} == {
        "studies",
        "policies",
        "neighbourhoods",
        "pools",
        "searches",
    }


def test_a_changed_record_tells_its_fields_and_whom_it_is_about(book: Repository) -> None:
    book.replace(f"{STUDY}.yml", "sample_size: 4407", "sample_size: 4408")
    (event,) = told(book)
    assert (event.kind, event.page, event.said) == (Happening.CHANGED, STUDY, "number of people")
    assert event.details == ("number of people was 4407, is now 4408",)
    assert event.about == ("activities/healthy-homes", "activities/fuel-poverty")


def test_of_provenance_it_is_only_told_that_it_differs(book: Repository) -> None:
    book.change(f"{STUDY}.yml", lambda text: f"{text}  notes: seen on a mirror, ask Bob\n")
    (event,) = told(book)
    assert (event.said, event.details) == ("how it was read and checked", ())


@pytest.mark.parametrize(
    ("name", "change"),
    [
        (f"{STUDY}.yml", lambda text: text.replace("polarity: as-activity", "polarity: reversed")),
        (f"{STUDY}.yml", lambda text: f"# A remark.\n{text}"),
        ("places/README.md", lambda text: f"{text}More.\n"),
        ("words.yml", lambda text: f"# A remark.\n{text}"),
        (ANSWER, lambda text: text.replace("drafts: 2", "drafts: 1")),
    ],
    ids=["for coders", "another form", "about the folder", "for the matcher", "how it was written"],
)
def test_what_no_reader_would_notice_is_not_told(
    book: Repository, name: str, change: Callable[[str], str]
) -> None:
    book.change(name, change)
    book.commit(LATER)
    history = evidence_history(book.evidence)
    assert len(history.entries) == 1
    assert history.newest_at
    assert history.newest_at.isoformat() == LATER


def test_a_record_that_goes(book: Repository) -> None:
    (book.evidence / f"{STUDY}.yml").unlink()
    (event,) = told(book)
    assert (event.kind, event.page) == (Happening.GONE, STUDY)


def test_a_new_name_is_neither_a_new_record_nor_one_that_went(book: Repository) -> None:
    (book.evidence / f"{STUDY}.yml").rename(book.evidence / "studies/insulation-in-winter.yml")
    (book.evidence / "old-names.yml").write_text(OLD, "utf-8")
    (event,) = told(book)
    assert (event.kind, event.page) == (Happening.RENAMED, "studies/insulation-in-winter")
    assert (event.said, event.about) == (f"it was {STUDY}", (STUDY,))


def test_a_correction_and_a_notice_come_first(book: Repository) -> None:
    (book.evidence / "corrections.yml").write_text(CORRECTION, "utf-8")
    book.replace(f"{STUDY}.yml", "provenance:\n", f"{NOTICE}provenance:\n")
    correction, notice, change = told(book)
    assert correction.kind is Happening.CORRECTION
    assert correction.said == "outcomes[0].effect.value is now 0.5 and was 0.05: a digit was lost"
    assert (notice.kind, notice.said) == (Happening.NOTICE, "retracted: Data were lost.")
    assert (change.kind, change.said) == (Happening.CHANGED, "status and notice")
    assert {one.page for one in (correction, notice, change)} == {STUDY}


def test_an_answer_that_says_something_else(book: Repository) -> None:
    book.replace(ANSWER, "No study on record", "Not one study")
    (event,) = told(book)
    assert (event.kind, event.page, event.said) == (
        Happening.ANSWER,
        "activities/food-security",
        "says something else",
    )
    assert event.details[0].startswith("as a whole was “No study on record")
    assert "{councils}" not in " ".join(event.details)


def test_rules_and_tables_that_many_pages_rest_on(book: Repository) -> None:
    book.change("protocol.yml", lambda text: f"{text}\n# A remark.\n")
    (book.evidence / "places/councils.csv").write_text("code\n", "utf-8")
    assert [event.said for event in told(book)] == ["The figures of places", "The protocol"]


def test_a_merge_tells_what_it_brought_once(book: Repository) -> None:
    book.git("switch", "--quiet", "-c", "mine")
    book.replace(f"{STUDY}.yml", "sample_size: 4407", "sample_size: 4408")
    book.commit("2026-01-02T08:00:00+00:00")
    book.git("switch", "--quiet", "main")
    book.replace(ANSWER, "No study on record", "Not one study")
    book.commit("2026-01-02T09:00:00+00:00")
    book.git(
        "merge", "--quiet", "--no-ff", "-m", "m", "mine", GIT_COMMITTER_DATE=LATER, GIT_AUTHOR_DATE=LATER
    )
    merged, before, _ = evidence_history(book.evidence).entries
    assert [event.page for event in merged.events] == [STUDY]
    assert merged.at.isoformat() == LATER
    assert [event.page for event in before.events] == ["activities/food-security"]


def test_what_was_no_record_once_is_told_without_fields(book: Repository) -> None:
    path = book.evidence / f"{STUDY}.yml"
    whole = path.read_text("utf-8")
    path.write_text("<<<<<<< a\nx: [\n", "utf-8")
    book.commit("2026-01-02T09:00:00+00:00")
    path.write_text(whole, "utf-8")
    (event,) = told(book)
    assert event.kind is Happening.CHANGED
    assert "results" in event.fields
