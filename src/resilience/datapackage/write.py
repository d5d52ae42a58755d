"""The package written: a CSV and a Parquet file a sheet, what describes them, and all of it as one archive.

Frictionless Data, Data Package 1, https://specs.frictionlessdata.io/data-package/.
"""

import hashlib
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from resilience.datapackage.sheet import Sheet, Value
from resilience.evidence.saving import write_if_other
from resilience.tables.for_spreadsheets import csv_text
from resilience.tables.typed_parquet import parquet_bytes

FOLDER = "data"
"""Where the package stands below the address of the site."""
DESCRIPTOR = "datapackage.json"
ARCHIVE = "evidence.zip"
_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""An archive tells no time, so that the same evidence gives the same bytes."""
ABOUT = (
    "What councils and residents in the United Kingdom do about the causes of ill health, "
    "what studies found, and how it was coded."
)
_DESCRIPTION = (
    f"{ABOUT} An empty cell means not seen, never zero. "
    "Codes are those of a language model unless a person is named."
)
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def write_package(
    found: Sequence[Sheet[Any]], folder: Path, *, title: str, version: str, address: str = ""
) -> None:
    """Write all files of the package into a folder that may hold those of an earlier one.

    `address` is that of the site, where it is known. A file that would say the same is left alone.
    """
    files = {f"{sheet.name}.csv": csv_of(sheet).encode() for sheet in found}
    resources = [_resource(sheet, files[f"{sheet.name}.csv"]) for sheet in found]
    told = descriptor(resources, title=title, version=version, address=address)
    files[DESCRIPTOR] = f"{json.dumps(told, indent=2, ensure_ascii=False)}\n".encode()
    files |= {f"{sheet.name}.parquet": parquet_bytes(_types(sheet), sheet.rows) for sheet in found}
    for name, content in files.items():
        write_if_other(folder / name, content)
    _archive(folder / ARCHIVE, files)


def csv_of(sheet: Sheet[Any]) -> str:
    """Write a sheet as CSV: text in quotes, dates as 2026-11-30, true and false in small letters."""
    return csv_text(
        [field.name for field in sheet.fields], [[_in_csv(cell) for cell in row] for row in sheet.rows]
    )


def _in_csv(cell: Value) -> str | int | float | None:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell if cell is None or isinstance(cell, (str, int, float)) else cell.isoformat()


def _types(sheet: Sheet[Any]) -> Sequence[tuple[str, str]]:
    return [(field.name, field.type) for field in sheet.fields]


def _resource(sheet: Sheet[Any], content: bytes) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "title": sheet.title,
        "description": sheet.holds,
        "path": f"{sheet.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "parquet": f"{sheet.name}.parquet",
        "rows": len(sheet.rows),
        "schema": sheet.schema(),
    }


def descriptor(
    resources: Sequence[Mapping[str, Any]], *, title: str, version: str, address: str
) -> dict[str, Any]:
    """Describe the package; `parquet`, `rows`, `unit` and `values` are properties of our own."""
    return {
        "profile": "tabular-data-package",
        "name": "neighbourhood-resilience-evidence",
        "title": title,
        "version": version,
        **({"homepage": address} if address else {}),
        "description": _DESCRIPTION,
        "licenses": [LICENCE],
        "keywords": [
            "public health",
            "neighbourhoods",
            "local government",
            "United Kingdom",
            "evidence synthesis",
        ],
        "resources": list(resources),
    }


def _archive(path: Path, files: Mapping[str, bytes]) -> None:
    part = path.with_suffix(".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(f"evidence/{name}", _NO_TIME), content, zipfile.ZIP_DEFLATED)
    part.replace(path)
