"""An import of all places: from official files to the tables of `evidence/places`, and a report."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from resilience.evidence.country import COUNCILS, FITS, NEIGHBOURS, packed, table_of
from resilience.evidence.outlines import COUNCILS as OF_OUTLINES
from resilience.evidence.outlines import OUTLINES
from resilience.official.country.borders import (
    read_centres,
    read_councils_of_outlines,
    read_neighbours,
    read_outlines,
)
from resilience.official.country.councils import read_councils
from resilience.official.country.figures import read_figures
from resilience.official.country.fits import fits
from resilience.official.country.grounds import read_grounds
from resilience.official.country.layouts import layouts_for
from resilience.official.country.reading import Files, read_all
from resilience.official.country.tables import places_of
from resilience.official.faults import CannotImport, Fault
from resilience.official.tables import Table, as_csv
from resilience.records.area import SmallArea
from resilience.records.english import listing
from resilience.records.place_figures import PlaceFigures
from resilience.records.vocabulary import Nation

T = TypeVar("T")


@dataclass(frozen=True)
class Made:
    """The files of the folder `places/`, by name, and what went into them."""

    files: Mapping[str, bytes]
    report: Sequence[str]


def make_country(
    paths: Sequence[Path],
    dictionary: PlaceFigures,
    small_areas: Iterable[SmallArea],
    encoding: str = "utf-8",
) -> Made:
    """Make the tables of all places from official files, given in any order.

    `small_areas` are those of the programme's neighbourhoods. The same files give the same bytes.
    Raises CannotImport with every fault that a run can tell.
    """
    files = read_all(paths, layouts_for(dictionary), encoding)
    councils = read_councils(files)
    grounds = read_grounds(files, councils)
    faults: list[Fault] = []
    figures = _kept(faults, lambda: read_figures(files, dictionary, grounds))
    centres = _kept(faults, lambda: read_centres(files))
    neighbours = _kept(faults, lambda: read_neighbours(files))
    outlines = _kept(faults, lambda: read_outlines(files))
    lie_in = _kept(faults, lambda: read_councils_of_outlines(files))
    wards = {**grounds[Nation.ENGLAND], **grounds[Nation.WALES]}
    fitted = _kept(faults, lambda: fits(files, wards, small_areas))
    if figures is None or centres is None or neighbours is None or fitted is None:
        raise CannotImport(faults)
    if outlines is None or lie_in is None:
        raise CannotImport(faults)
    tables = {
        one.nation: places_of(
            one, grounds[one.nation], figures.by_nation[one.nation], figures.tenths[one.nation], centres
        )
        for one in dictionary.nations
    }
    texts = {
        **{table_of(nation): as_csv(table) for nation, table in tables.items()},
        COUNCILS: as_csv(councils.table),
        NEIGHBOURS: as_csv(neighbours),
        FITS: as_csv(fitted),
        OUTLINES: outlines,
        OF_OUTLINES: as_csv(lie_in),
    }
    return Made(
        {name: packed(text) if name.endswith(".gz") else text.encode() for name, text in texts.items()},
        tuple(_report(dictionary, tables, files)),
    )


def _kept(faults: list[Fault], read: Callable[[], T]) -> T | None:
    """Read something; where that fails, keep its faults so that one run tells those of other files too."""
    try:
        return read()
    except CannotImport as error:
        faults += error.faults
        return None


def _report(dictionary: PlaceFigures, tables: Mapping[Nation, Table], files: Files) -> Iterator[str]:
    for nation in dictionary.nations:
        table = tables[nation.nation]
        areas = sum(int(row["areas"]) for row in table.rows)
        yield f"{nation.nation.value}: {len(table.rows):,} {nation.places}, from {areas:,} small areas."
        if empty := table.empty_cells():
            cells = ", ".join(f"{name} {number:,}" for name, number in empty.items())
            yield f"- Cells left empty, for nothing is known: {cells}."
    if files.not_needed:
        yield f"Not needed: {listing(files.not_needed)}."
