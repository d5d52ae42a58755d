"""The JSON beside each record page says what the record says."""

import json
from pathlib import Path

from tests.frozen import book

from resilience.records.study import Study
from resilience.site.downloads.record_files import has_file, record_files, write_record_files
from resilience.site.pages.catalogue import docnames
from resilience.site.pages.common import Pages

PAGES = Pages(book())
FILES = dict(record_files(PAGES))


def test_each_file_stands_beside_a_page() -> None:
    pages = {docname for docname, _ in docnames(PAGES.base)}
    assert set(FILES) <= pages
    assert {docname for docname in pages if has_file(docname)} == set(FILES)


def test_a_study_can_be_read_back_from_its_file() -> None:
    for key, study in PAGES.base.all_studies.items():
        told = json.loads(json.dumps(FILES[f"studies/{key}"]))
        assert Study.model_validate_json(json.dumps({**told["record"], "key": key})) == study
        assert told["work"]["id"] == key


def test_an_activity_has_its_levels() -> None:
    for slug in PAGES.base.types:
        levels = FILES[f"activities/{slug}"]["levels"]
        assert {group: one["level"] for group, one in levels.items()} == {
            group: cell.level.value for group, cell in PAGES.ratings.of(slug).cells.items()
        }


def test_files_are_written_where_pages_stand(tmp_path: Path) -> None:
    write_record_files(PAGES, tmp_path)
    written = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.json")}
    assert written == {f"{docname}.json" for docname in FILES}


def test_the_file_of_a_record_that_is_no_more_goes_with_its_page(tmp_path: Path) -> None:
    gone = tmp_path / "studies/gone-2020.json"
    gone.parent.mkdir()
    gone.write_text("{}")
    write_record_files(PAGES, tmp_path)
    assert not gone.exists()


def test_no_other_page_has_a_file() -> None:
    assert not has_file("book/data")
    assert not has_file("neighbourhoods/claremont-plan")
