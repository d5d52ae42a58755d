"""Sub-regional fuel poverty, the table of LSOAs, DESNZ (before 2023: BEIS).

The layout is that of the published workbooks of 2019 and 2022: the header in the third row of the sheet
`Table 3`, below a title that ends with the year of the figures, then a row for each LSOA of England. The foot
is a row with only "England" in one of the last columns (what is left of a total), an empty row, and notes.
Names of columns may end in a footnote: `Number of households1`. In 2019 the last column has no name.
Of other editions (2018 to 2026, the last with `Table 4`) the layout was seen in public code that reads them.
"""

import re

from resilience.official.cells import Kind
from resilience.official.deprivation import values
from resilience.official.faults import CannotImport, Fault
from resilience.official.sheet import Row, Sheet
from resilience.official.sources import Area, Areas, Council, Figure, Vintage, by_code

CODE = ("LSOA Code",)
NAME = ("LSOA Name",)
COUNCIL_CODE = ("LA Code", "Local Authority Code")
COUNCIL_NAME = ("LA Name", "Local Authority Name")
HOUSEHOLDS = ("Number of households", "Estimated number of households")
FUEL_POOR = (
    "Number of households in fuel poverty",
    "Estimated number of fuel poor households",
)
LSOAS_IN_ENGLAND: dict[int, Vintage] = {32_844: 2011, 33_755: 2021}
"""How many LSOAs England has, by which a whole table says of which census they are."""
FIRST_LILEE_YEAR = 2019
"""Figures of earlier years are by another measure: low income, high costs."""
FOOTNOTE = re.compile(r"(\s*\[notes?\b[^\]]*\]|\d)$", re.ASCII | re.IGNORECASE)
"""The number of a footnote, or "[Note 3]", behind the name of a column."""
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)", re.ASCII)
DATA_YEAR = re.compile(r"(?<!\d)(20\d\d)[ -]data", re.ASCII)


def read_fuel_poverty(sheet: Sheet, year: int | None, vintage: Vintage | None) -> Areas:
    """Read the table; `year` and `vintage` where the file itself does not tell them.

    Raises CannotImport with every fault.
    """
    faults = list(sheet.faults)
    code, name, council_code, council_name, households, fuel_poor = (
        _column(sheet, names, faults)
        for names in (CODE, NAME, COUNCIL_CODE, COUNCIL_NAME, HOUSEHOLDS, FUEL_POOR)
    )
    if faults:
        raise CannotImport(faults)
    year = year or _year(sheet, faults)
    vintage = vintage or _vintage(sheet, faults)
    figures = (
        Figure(f"households_{year}", households, Kind.COUNT),
        Figure(f"fuel_poor_households_{year}", fuel_poor, Kind.COUNT),
    )

    def area(row: Row) -> Area:
        found = values(sheet, row, figures, faults)
        if found.get(figures[1].column, 0) > found.get(figures[0].column, float("inf")):
            what = "More households are fuel poor than there are households."
            faults.append(Fault(sheet.file, row.line, fuel_poor, what, "Look at the official file again."))
        council = Council(sheet.cell(row, council_code), sheet.cell(row, council_name))
        return Area(sheet.cell(row, name), council, found)

    rows = by_code(sheet, code, faults, area)
    if faults:
        raise CannotImport(faults)
    return Areas(sheet.file, f"fuel poverty {year}", vintage, "", figures, rows)


def _column(sheet: Sheet, names: tuple[str, ...], faults: list[Fault]) -> str:
    """Give the name that a column has in this edition, footnote and all; none is a fault."""
    wanted = {name.lower() for name in names}
    for name in sheet.header:
        if FOOTNOTE.sub("", name).lower() in wanted:
            return name
    what = "The file looks like the fuel poverty table of LSOAs, but has no such column."
    called = " or ".join(f"`{name}`" for name in names)
    mend = f"The editions call it {called}; give the sheet as it was published."
    faults.append(Fault(sheet.file, sheet.header_line, names[0], what, mend))
    return names[0]


def _year(sheet: Sheet, faults: list[Fault]) -> int:
    """Read the year of the figures from the titles; where they leave a doubt, that is a fault."""
    titles = " ".join(sheet.titles)
    found = set(DATA_YEAR.findall(titles)) or set(YEAR.findall(titles))
    if len(found) == 1:
        return int(found.pop())
    what = "The titles above the header do not say of which year the figures are."
    faults.append(Fault(sheet.file, 0, "", what, "Say it with --fuel-year, such as --fuel-year 2019."))
    return 0


def _vintage(sheet: Sheet, faults: list[Fault]) -> Vintage:
    """Tell the census of the LSOAs by how many there are; a table of a part of England is a fault."""
    lsoas = len(sheet.rows)
    if lsoas not in LSOAS_IN_ENGLAND:
        what = f"The table has {lsoas:,} LSOAs, not all of England, so their census is not told."
        mend = "Say it with --fuel-lsoas 2011 or --fuel-lsoas 2021; the notes of the workbook tell."
        faults.append(Fault(sheet.file, 0, "", what, mend))
    return LSOAS_IN_ENGLAND.get(lsoas, 2011)
