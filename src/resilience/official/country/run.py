"""An import of all places: from official files to the tables of `evidence/places`, and a report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from resilience.evidence.country import COUNCILS, FITS, NEIGHBOURS, packed, table_of
from resilience.evidence.outlines import COUNCILS as OUTLINED
from resilience.evidence.outlines import OUTLINES
from resilience.official.country.borders import (
    read_centres,
    read_neighbours,
    read_outlined,
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
    with _keeping(faults):
        figures = read_figures(files, dictionary, grounds)
    with _keeping(faults):
        centres = read_centres(files)
    with _keeping(faults):
        neighbours = read_neighbours(files)
    with _keeping(faults):
        outlined, outlines = read_outlined(files, councils), read_outlines(files)
    with _keeping(faults):
        fitted = fits(files, {**grounds[Nation.ENGLAND], **grounds[Nation.WALES]}, small_areas)
    if faults:
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
        OUTLINED: as_csv(outlined),
        OUTLINES: outlines,
    }
    return Made(
        {name: packed(text) if name.endswith(".gz") else text.encode() for name, text in texts.items()},
        tuple(_report(dictionary, tables, files)),
    )


@contextmanager
def _keeping(faults: list[Fault]) -> Iterator[None]:
    """Keep the faults of a part, so that one run tells those of the other parts too."""
    try:
        yield
    except CannotImport as error:
        faults += error.faults


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
