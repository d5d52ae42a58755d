"""What the pages on data show: the sheets of the data package, and the columns of each."""

from dataclasses import dataclass
from typing import Any

from resilience.datapackage import FOLDER, Sheet
from resilience.datapackage.sheet import Field
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Link, Passage

TEMPLATE = "prose/data_sheets"


@dataclass(frozen=True)
class SheetRow:
    """A sheet of the package, with its files."""

    name: str
    holds: str
    rows: int
    csv: Link
    parquet: Link


@dataclass(frozen=True)
class FieldRow:
    """A column of a sheet, in words."""

    name: str
    type: str
    meaning: str
    values: str
    """Every value that it may have, with its meaning; empty where it may have any."""


def data_sheets(pages: Pages, folder: str) -> Passage:
    """List all sheets; `folder` leads from the page to the top of the site, such as `../`."""
    rows = tuple(
        SheetRow(
            sheet.name,
            sheet.holds,
            len(sheet.rows),
            Link(f"{sheet.name}.csv", url=f"{folder}{FOLDER}/{sheet.name}.csv"),
            Link(f"{sheet.name}.parquet", url=f"{folder}{FOLDER}/{sheet.name}.parquet"),
        )
        for sheet in pages.data_sheets
    )
    return Passage(TEMPLATE, rows, "overview")


def data_fields(pages: Pages, name: str) -> Passage:
    """List the columns of a sheet; raises KeyError where there is none of that name."""
    sheet = {one.name: one for one in pages.data_sheets}[name]
    return Passage(
        TEMPLATE, (sheet.name, sheet.holds, _leads(sheet), tuple(map(_row, sheet.fields))), "fields"
    )


def _leads(sheet: Sheet[Any]) -> tuple[str, ...]:
    return tuple(
        f"{' and '.join(one.fields)} is {' and '.join(one.to)} in {one.sheet}" for one in sheet.references
    )


def _row(field: Field) -> FieldRow:
    unit = f" It counts {field.unit}." if field.unit else ""
    values = "; ".join(value if value == label else f"{value}: {label}" for value, label in field.values)
    return FieldRow(field.name, field.type, f"{field.description.replace('`', '')}{unit}", values)
