"""What groups outside the programme plan and did is a table, and only once there is such a group."""

import csv
import io
from pathlib import Path

from tests.frozen import book

from resilience.findings import Findings
from resilience.site.downloads import write_downloads
from resilience.site.downloads.groups import COLUMNS, FILE, groups_csv
from resilience.site.pages.common import Pages

BASE = book()
(PLACE,) = BASE.other_neighbourhoods.values()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_what_was_done_stands_before_what_is_planned() -> None:
    found = rows(groups_csv(Findings(BASE)))
    assert [row["what"] for row in found] == ["done", "planned", "planned"]
    assert [row["text"] for row in found] == [one.text for one in (*PLACE.activities, *PLACE.planned)]
    assert found[1]["type"] == PLACE.planned[0].type
    assert found[0]["type"] == ""


def test_a_record_with_neither_has_a_row_too() -> None:
    base = book()
    base.other_neighbourhoods = {
        PLACE.slug: PLACE.model_copy(update={"activities": (), "planned": (), "set_out_to": None})
    }
    (row,) = rows(groups_csv(Findings(base)))
    assert (row["neighbourhood"], row["what"], row["set_out_to"]) == (PLACE.slug, "", "")


def test_the_book_explains_each_column() -> None:
    page = (Path(__file__).parents[3] / "book/data.md").read_text("utf-8")
    assert all(f"`{column.name}`" in page for column in COLUMNS)


def test_there_is_no_file_without_a_group(tmp_path: Path) -> None:
    base = book()
    base.other_neighbourhoods = {}
    write_downloads(Pages(base), tmp_path)
    assert not (tmp_path / FILE).exists()
    write_downloads(Pages(book()), tmp_path)
    assert (tmp_path / FILE).exists()


def test_a_second_type_has_a_column_of_its_own() -> None:
    base = book()
    done = PLACE.activities[0].model_copy(update={"coded": "green-space", "also": "befriending"})
    base.other_neighbourhoods = {PLACE.slug: PLACE.model_copy(update={"activities": (done,)})}
    found = rows(groups_csv(Findings(base)))
    assert (found[0]["type"], found[0]["also"]) == ("green-space", "befriending")
    assert {row["also"] for row in found[1:]} == {""}
