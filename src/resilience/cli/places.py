"""`resilience places`: tables of small areas from official files, and evaluations."""

import os
from pathlib import Path
from typing import Literal, cast

import click

from resilience.cli.evaluate import evaluate_command
from resilience.cli.options import PROBLEMS_FOUND, There, known_encoding, open_evidence
from resilience.cli.reports import visible
from resilience.evidence import EvidenceError
from resilience.evidence.saving import write_together, write_whole
from resilience.official import CannotImport, FuelPoverty, Wanted, as_csv, import_places, read_files, report
from resilience.official.country import make_country
from resilience.official.faults import sentences
from resilience.official.sources import Vintage

PLACE = "place"
CENSUS = click.Choice(["2011", "2021"])


@click.group()
def places() -> None:
    """Make tables of small areas, and evaluate what was done there."""


places.add_command(evaluate_command)


@places.command("import")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=There(dir_okay=False, path_type=Path),
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help="Write here; without it, to standard output. With --by place, the folder to write into.",
)
@click.option(
    "--by",
    type=click.Choice(["lsoa", "ward", PLACE]),
    default="lsoa",
    show_default=True,
    help="One row for each LSOA or ward, or the tables of all places of the United Kingdom.",
)
@click.option(
    "--council",
    "councils",
    multiple=True,
    metavar="NAME",
    help="Keep only this council, by name or code; can be said again.",
)
@click.option(
    "--lsoas",
    type=CENSUS,
    help="The census whose LSOAs the table has; without it, that of the files, and 2011 where they differ.",
)
@click.option(
    "--fuel-year",
    type=click.IntRange(2000, 2099),
    help="The year of the fuel poverty figures, where the file's titles do not say it.",
)
@click.option(
    "--fuel-lsoas",
    type=CENSUS,
    help="The census of the fuel poverty table's LSOAs, where it does not cover all England.",
)
@click.option(
    "--encoding",
    default="utf-8",
    show_default=True,
    callback=known_encoding,
    help="How the files are encoded. What is written is UTF-8.",
)
def import_command(
    files: tuple[Path, ...],
    out: Path | None,
    by: Literal["lsoa", "ward", "place"],
    councils: tuple[str, ...],
    lsoas: str | None,
    fuel_year: int | None,
    fuel_lsoas: str | None,
    encoding: str,
) -> None:
    """Join official files into one table of small areas.

    Give these files together, in any order, as CSV or as workbooks (.xlsx);
    each is known by its header:

    \b
    - English Indices of Deprivation 2019 or 2025, File 7 (MHCLG)
    - Sub-regional fuel poverty, the workbook or its LSOAs as CSV (DESNZ)
    - Look-up from LSOA to ward and local authority (ONS)
    - Exact-fit look-up of LSOAs 2011 to 2021 (ONS)

    Figures pass between LSOAs of 2011 and 2021 only with the exact-fit look-up, and only where it says that
    an LSOA is unchanged or made of whole ones; else their cells stay empty. A missing figure is never zero.

    With --by ward, figures are means over the LSOAs of a ward, weighted by the households that the fuel
    poverty file gives.

    With --by place, the files are those of all four nations, and the tables of evidence/places are written
    into the folder --out: a table a nation, councils, bordering wards, outlines, and the wards of the
    neighbourhoods. evidence/place-figures.yml says which figure comes from which column. Files that are not
    needed are named in the report. The page Figures of places lists the files.

    A report goes to standard error. Ends with 0 where the table is written, 1 where a file is wrong or can't
    be joined (every problem is told), 2 where the command was not understood.
    """
    if by == PLACE:
        if councils or lsoas or fuel_year or fuel_lsoas:
            raise click.UsageError(
                "--by place makes the whole tables: it takes no option but --out and --encoding."
            )
        _import_country(files, out, encoding)
        return
    _can_be_written(out, files)
    try:
        given = read_files(files, encoding, FuelPoverty(fuel_year, _census(fuel_lsoas)))
        done = import_places(given, Wanted("ward" if by == "ward" else "lsoa", _census(lsoas), councils))
    except CannotImport as error:
        raise _refused(error) from None
    text = as_csv(done.table)
    if out is None:
        click.echo(text, nl=False)
    else:
        write_whole(out.resolve(), text)
    for line in report(done):
        click.echo(visible(line), err=True)


def _import_country(files: tuple[Path, ...], out: Path | None, encoding: str) -> None:
    """Write the tables of all places into a folder, all of them or none."""
    if out is None or out.is_file():
        raise click.UsageError("Say with --out into which folder, such as --out evidence/places.")
    base = open_evidence(Path())
    try:
        made = make_country(files, base.place_figures, base.small_areas, encoding)
    except EvidenceError as error:
        raise click.UsageError(str(error)) from None
    except CannotImport as error:
        raise _refused(error) from None
    write_together(out.resolve(), made.files)
    for line in made.report:
        click.echo(visible(line), err=True)


def _refused(error: CannotImport) -> SystemExit:
    """Tell every fault, and give what ends the command."""
    for sentence in sentences(error.faults):
        click.echo(visible(sentence.rstrip()), err=True)
    return SystemExit(PROBLEMS_FOUND)


def _census(year: str | None) -> Vintage | None:
    return cast(Vintage, int(year)) if year else None


def _can_be_written(out: Path | None, files: tuple[Path, ...]) -> None:
    if out is None:
        return
    if out.is_dir():
        raise click.UsageError(f"{visible(str(out))} is a folder. Name a file in it.")
    if not out.resolve().parent.is_dir():
        raise click.UsageError(f"There is no folder {visible(str(out.parent))}. Make it first.")
    if out.exists() and any(os.path.samefile(out, file) for file in files):
        raise click.UsageError("The output is one of the files that are read. Say --out with another name.")
