"""One JSON file beside the page of each record: the record as it is, and what the page adds to it."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from resilience.datapackage.write import LICENCE
from resilience.evidence.csl import csl_item
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType
from resilience.site.pages.common import Pages

ENDING = ".json"


def write_record_files(pages: Pages, folder: Path) -> None:
    """Write the files into the folders of their pages; one that would say the same is left alone."""
    for docname, told in record_files(pages):
        path = folder / f"{docname}{ENDING}"
        content = f"{json.dumps(told, indent=2, ensure_ascii=False)}\n".encode()
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def record_files(pages: Pages) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the docname of each page that has a file, with what the file says."""
    for folder, (records, more) in _kinds(pages).items():
        for slug, record in records.items():
            yield (
                f"{folder}/{slug}",
                {
                    "id": slug,
                    "licence": LICENCE["path"],
                    **more(record),
                    "record": record.model_dump(mode="json"),
                },
            )


def has_file(docname: str) -> bool:
    """Say whether a page has a file beside it."""
    return docname.partition("/")[0] in _FOLDERS and not docname.endswith("-plan")


_FOLDERS = ("studies", "policies", "neighbourhoods", "activities", "pools", "councils")


def _kinds(pages: Pages) -> Mapping[str, tuple[Mapping[str, Any], Callable[[Any], dict[str, Any]]]]:
    base = pages.base
    nothing: Callable[[Any], dict[str, Any]] = lambda _: {}  # noqa: E731
    return {
        "studies": (base.all_studies, lambda study: _of_study(pages, study)),
        "policies": (base.policies, nothing),
        "neighbourhoods": (base.all_neighbourhoods, nothing),
        "activities": (base.types, lambda type_: _of_activity(pages, type_)),
        "pools": (base.pools, nothing),
        "councils": (base.councils, nothing),
    }


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
