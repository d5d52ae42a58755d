"""English Indices of Deprivation, File 7: all ranks, deciles and scores, and population denominators.

Editions 2019 (LSOAs of 2011) and 2025 (LSOAs of 2021), MHCLG. The files themselves were not seen. The column
names were seen in public code that reads them: for 2019 in a model of the whole header row, for 2025 in a
script that stops when the header differs from its list (File_7_IoD2025_All_Ranks_Scores_Deciles_Population_
Denominators.csv; there one name, of a sub-domain that is not read here, is cut off at 80 characters).
"""

from decimal import Decimal
from typing import NamedTuple

from resilience.official.cells import Kind, NoFigure, figure
from resilience.official.faults import CannotImport, Fault
from resilience.official.sheet import Row, Sheet
from resilience.official.sources import Area, Areas, Council, Figure, Vintage, by_code, missing_columns

SCORE = "Index of Multiple Deprivation (IMD) Score"
RANK = "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)"
DECILE = "{} Decile (where 1 is most deprived 10% of LSOAs)"
DOMAINS = {
    "income": "Income",
    "employment": "Employment",
    "education": "Education, Skills and Training",
    "health": "Health Deprivation and Disability",
    "crime": "Crime",
    "housing_access": "Barriers to Housing and Services",
    "environment": "Living Environment",
}


class Edition(NamedTuple):
    """What differs between editions of the file."""

    year: int
    vintage: Vintage
    council_year: int
    people_year: int
    people: str
    workers: str

    @property
    def code(self) -> str:
        """The column of codes."""
        return f"LSOA code ({self.vintage})"

    @property
    def name(self) -> str:
        """The column of names."""
        return f"LSOA name ({self.vintage})"

    @property
    def council_code(self) -> str:
        """The column of codes of councils."""
        return f"Local Authority District code ({self.council_year})"

    @property
    def council_name(self) -> str:
        """The column of names of councils."""
        return f"Local Authority District name ({self.council_year})"


EDITIONS = (
    Edition(
        2019,
        2011,
        2019,
        2015,
        "Total population: mid 2015 (excluding prisoners)",
        "Working age population 18-59/64: for use with Employment Deprivation Domain (excluding prisoners)",
    ),
    Edition(
        2025,
        2021,
        2024,
        2022,
        "Total population: mid 2022",
        "Working age population 18-66 (for use with Employment Deprivation Domain): mid 2022",
    ),
)


def is_deprivation(sheet: Sheet) -> bool:
    """Tell whether a file is one of the Indices of Deprivation."""
    return any(sheet.has(edition.code) for edition in EDITIONS)


def read_deprivation(sheet: Sheet) -> Areas:
    """Read File 7 of either edition; raises CannotImport with every fault."""
    edition = next(
        (one for one in EDITIONS if sheet.has(one.code, one.council_code)),
        next(one for one in EDITIONS if sheet.has(one.code)),
    )
    figures = figures_of(edition)
    needed = [edition.code, edition.name, edition.council_code, edition.council_name]
    needed += [one.header for one in figures]
    called = f"the Indices of Deprivation {edition.year}, File 7"
    if faults := missing_columns(sheet, needed, called):
        raise CannotImport([*sheet.faults, *faults])
    faults = list(sheet.faults)

    def area(row: Row) -> Area:
        council = Council(sheet.cell(row, edition.council_code), sheet.cell(row, edition.council_name))
        return Area(sheet.cell(row, edition.name), council, values(sheet, row, figures, faults))

    rows = by_code(sheet, edition.code, faults, area)
    if faults:
        raise CannotImport(faults)
    council_column = f"ltla{edition.council_year % 100}"
    named = f"Indices of Deprivation {edition.year}"
    return Areas(sheet.file, named, edition.vintage, council_column, figures, rows)


def figures_of(edition: Edition) -> tuple[Figure, ...]:
    """List the figures that are read from an edition, with their columns in the table."""
    start = f"imd{edition.year}"
    people = f"population_{edition.people_year}"
    workers = f"working_age_population_{edition.people_year}"
    return (
        Figure(f"{start}_score", SCORE, Kind.SCORE, people),
        Figure(f"{start}_rank", RANK, Kind.RANK),
        Figure(f"{start}_decile", DECILE.format("Index of Multiple Deprivation (IMD)"), Kind.DECILE),
        *(
            Figure(f"{start}_{slug}_decile", DECILE.format(name), Kind.DECILE)
            for slug, name in DOMAINS.items()
        ),
        Figure(f"{start}_income_deprived_pct", "Income Score (rate)", Kind.RATE, people),
        Figure(f"{start}_employment_deprived_pct", "Employment Score (rate)", Kind.RATE, workers),
        Figure(people, edition.people, Kind.COUNT),
        Figure(workers, edition.workers, Kind.COUNT),
    )


def values(sheet: Sheet, row: Row, figures: tuple[Figure, ...], faults: list[Fault]) -> dict[str, Decimal]:
    """Read the figures of a row, without those that are missing; what is wrong is added to the faults."""
    found = {}
    for one in figures:
        try:
            value = figure(sheet.cell(row, one.header), one.kind)
        except NoFigure as fault:
            faults.append(Fault(sheet.file, row.line, one.header, fault.what, fault.mend))
        else:
            if value is not None:
                found[one.column] = value
    return found
