"""`resilience places evaluate`: difference-in-differences from a file of households."""

import json

import click
import pandas as pd

from ..places.evaluation import Difference, difference_in_differences
from ..places.microdata import COLUMNS, LINE, MicrodataError
from .csv_input import NUMBER, Problems, read_input, read_rows, tell, twice_faults, width_fault
from .options import PROBLEMS_FOUND
from .reports import lined_up

NUMBERS = ("wave", "outcome")


@click.command("evaluate")
@click.argument(
    "households", metavar="HOUSEHOLDS.csv", type=click.Path(exists=True, dir_okay=False, allow_dash=True)
)
@click.option("--json", "as_json", is_flag=True, help="Print an object for programs.")
def evaluate_command(households: str, as_json: bool) -> None:
    """Estimate how much more an outcome changed in programme areas than in comparison areas.

    HOUSEHOLDS.csv has a row for each answer and the columns area, group (programme or comparison), wave (1 or
    2) and outcome (0 or 1, or a number; empty where nobody answered). `-` reads standard input.
    Nothing leaves your machine.

    Ends with 0 where a result is printed, 1 where the file is wrong, 2 where the command was not understood.
    """
    name, content = read_input(households)
    try:
        found = difference_in_differences(read_households(content))
    except (MicrodataError, Problems) as error:
        tell(name, [line for text in error.args for line in text.splitlines()])
        raise SystemExit(PROBLEMS_FOUND) from None
    except RuntimeError as error:
        raise click.ClickException(str(error)) from None
    click.echo(json.dumps(_object(found), indent=2) if as_json else _table(found))


def read_households(content: bytes) -> pd.DataFrame:
    """Read the columns of microdata, with the numbers of lines as index; raises `Problems`."""
    rows = read_rows(content)
    if not rows:
        raise Problems(f"The file is empty. Its first line must name the columns {', '.join(COLUMNS)}.")
    heading = [cell.strip() for cell in rows[0][1]]
    twice = twice_faults(heading, COLUMNS)
    faults = [fault for line, row in rows[1:] if (fault := width_fault(line, heading, row))]
    if twice or faults:
        raise Problems(*twice, *faults)
    index = pd.Index([line for line, _ in rows[1:]], name=LINE)
    places = {name: heading.index(name) for name in COLUMNS if name in heading}
    columns = {name: [_value(name, row[place]) for _, row in rows[1:]] for name, place in places.items()}
    return pd.DataFrame(columns, index=index)


def _value(name: str, cell: str) -> str | float | None:
    cell = cell.strip()
    if name in NUMBERS and NUMBER.fullmatch(cell):
        return float(cell)
    return cell or None


def _object(found: Difference) -> dict[str, object]:
    numbers = {
        name: getattr(found, name) for name in ("estimate", "se", "ci_low", "ci_high", "p", "areas", "people")
    }
    return {**numbers, "means": found.means.to_dict("records"), "notes": list(found.notes)}


def _table(found: Difference) -> str:
    rows = [
        ("difference in change", f"{found.estimate:.5g}"),
        ("standard error", f"{found.se:.5g}"),
        ("95% interval", f"{found.ci_low:.5g} to {found.ci_high:.5g}"),
        ("p", f"{found.p:.5g}"),
        ("areas", str(found.areas)),
        ("answers", str(found.people)),
        *(
            (f"mean, {row['group']}, wave {row['wave']:g}", f"{row['mean']:.5g} ({row['n']} answers)")
            for row in found.means.to_dict("records")
        ),
    ]
    return "\n".join([*lined_up(rows), *found.notes])
