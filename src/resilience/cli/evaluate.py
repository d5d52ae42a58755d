"""`resilience places evaluate`: difference-in-differences from a file of households."""

import json

import click
import pandas as pd

from resilience.cli.csv_input import NUMBER, Problems, read_input, read_rows, tell, twice_faults, width_fault
from resilience.cli.difference import as_object, as_table
from resilience.cli.options import PROBLEMS_FOUND
from resilience.places.evaluation import difference_in_differences
from resilience.places.microdata import COLUMNS, LINE, OUTCOME, PLACEBO, MicrodataError

READ = (*COLUMNS, PLACEBO)
NUMBERS = ("wave", OUTCOME, PLACEBO)


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

    A column placebo, filled in like outcome, holds an outcome that the activity can't have changed. It is
    analysed the same way.

    Three estimates are printed: from the change of area means, which leads, and from households with errors
    clustered by area and with a wild cluster bootstrap. Each group needs four areas, each with both waves.

    Ends with 0 where a result is printed, 1 where the file is wrong, 2 where the command was not understood.
    """
    name, content = read_input(households)
    try:
        found = difference_in_differences(read_households(content))
    except (MicrodataError, Problems) as error:
        tell(name, [line for text in error.args for line in text.splitlines()])
        raise SystemExit(PROBLEMS_FOUND) from None
    click.echo(json.dumps(as_object(found), indent=2) if as_json else as_table(found))


def read_households(content: bytes) -> pd.DataFrame:
    """Read the columns of microdata, with the numbers of lines as index; raises `Problems`."""
    rows = read_rows(content)
    if not rows:
        raise Problems(f"The file is empty. Its first line must name the columns {', '.join(COLUMNS)}.")
    heading = [cell.strip() for cell in rows[0][1]]
    twice = twice_faults(heading, READ)
    faults = [fault for line, row in rows[1:] if (fault := width_fault(line, heading, row))]
    if twice or faults:
        raise Problems(*twice, *faults)
    index = pd.Index([line for line, _ in rows[1:]], name=LINE)
    places = {name: heading.index(name) for name in READ if name in heading}
    columns = {name: [_value(name, row[place]) for _, row in rows[1:]] for name, place in places.items()}
    return pd.DataFrame(columns, index=index)


def _value(name: str, cell: str) -> str | float | None:
    cell = cell.strip()
    if name in NUMBERS and NUMBER.fullmatch(cell):
        return float(cell)
    return cell or None
