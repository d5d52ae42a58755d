"""One JSON file beside the page of each record: the record as it is, and what the page adds to it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from resilience.datapackage.write import LICENCE
from resilience.evidence.csl import csl_item
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType
from resilience.site.beside_pages import write_beside
from resilience.site.pages.catalogue import KINDS, is_first_page
from resilience.site.pages.common import Pages

ENDING = ".json"
FOLDERS = ("studies", "policies", "neighbourhoods", "activities", "pools", "councils")
"""Of the kinds of pages that have a file each."""


def write_record_files(pages: Pages, folder: Path) -> None:
    """Write the files into the folders of their pages; one that would say the same is left alone."""
    texts = (
        (docname, json.dumps(told, indent=2, ensure_ascii=False)) for docname, told in record_files(pages)
    )
    write_beside(folder, FOLDERS, ENDING, {docname: f"{text}\n".encode() for docname, text in texts})


def record_files(pages: Pages) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the docname of each page that has a file, with what the file says."""
    for folder in FOLDERS:
        more = _MORE.get(folder)
        for slug, record in KINDS[folder].records(pages.base).items():
            yield (
                f"{folder}/{slug}",
                {
                    "id": slug,
                    "licence": LICENCE["path"],
                    **(more(pages, record) if more else {}),
                    "record": record.model_dump(mode="json"),
                },
            )


def has_file(docname: str) -> bool:
    """Say whether a page has a file beside it."""
    return docname.partition("/")[0] in FOLDERS and is_first_page(docname)


def _of_study(pages: Pages, study: Study) -> dict[str, Any]:
    return {"work": csl_item(pages.base.references[study.key])}


def _of_activity(pages: Pages, type_: ActivityType) -> dict[str, Any]:
    answer = pages.base.answers.get(type_.slug)
    cells = pages.ratings.of(type_.slug).cells
    return {
        "answer": answer.activity.says if answer else None,
        "levels": {
            group: {"level": cell.level.value, "size": pages.size_of(cell).says}
            for group, cell in cells.items()
        },
    }


_MORE: dict[str, Callable[[Pages, Any], dict[str, Any]]] = {"studies": _of_study, "activities": _of_activity}
"""What the page of a record adds to it."""
