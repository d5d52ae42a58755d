"""`resilience pool`: pool the effects in a table, as R metafor would."""

import json
from collections.abc import Sequence
from dataclasses import asdict

import click

from resilience.cli.csv_input import Problems, read_input, tell
from resilience.cli.options import PROBLEMS_FOUND, There, quotes_option
from resilience.cli.pool_input import columns_asked, read_effects
from resilience.cli.reports import lined_up, visible
from resilience.synthesis import FEWEST, CannotPool, IntervalMethod, Method, Pooled, pool
from resilience.tables import Quotes

TWO = (
    "Two effects can't show how much effects differ, so nobody can say where that of a new study would lie: "
    "show them side by side."
)


@click.command("pool")
@click.argument("effects", metavar="EFFECTS.csv", type=There(dir_okay=False, allow_dash=True))
@click.option("--yi", metavar="COLUMN", help="The column of effects; without it, yi.")
@click.option("--vi", metavar="COLUMN", help="The column of variances; without it, vi.")
@click.option("--sei", metavar="COLUMN", help="The column of standard errors, in place of variances.")
@click.option("--ci-low", metavar="COLUMN", help="The column of lower limits of 95% intervals, likewise.")
@click.option("--ci-high", metavar="COLUMN", help="The column of upper limits.")
@click.option(
    "--method",
    type=click.Choice([method.value for method in Method], case_sensitive=False),
    default=Method.REML.value,
    show_default=True,
    help="How heterogeneity is estimated; FE assumes that there is none.",
)
@click.option(
    "--test",
    type=click.Choice([interval.value for interval in IntervalMethod], case_sensitive=False),
    default=IntervalMethod.Z.value,
    show_default=True,
    help="How the interval is made: Wald (z), Knapp-Hartung (knha), or modified Knapp-Hartung, which is "
    "never narrower than that of a common effect (adhoc).",
)
@quotes_option
@click.option("--json", "as_json", is_flag=True, help="Print an object for programs.")
def pool_command(
    effects: str, method: str, test: str, quotes: Quotes | None, as_json: bool, **given: str | None
) -> None:
    """Pool the effects in a table, one a row.

    The first line has the names of the columns.

    Columns may be separated by commas, semicolons or tabs. They are found by R's names: yi (effect), and vi
    (variance), sei (standard error) or ci_low and ci_high; or name them with the options. Ratios must stand
    there as logarithms. `-` reads standard input. All intervals are 95% intervals. The prediction interval is
    by t with k - 2 degrees of freedom; the object has R's usual one too (pi_low, pi_high).

    Ends with 0 where a result is printed, 1 where the file is wrong or pooling is, 2 where the command was
    not understood.
    """
    columns_asked(given)
    name, content = read_input(effects)
    try:
        table = read_effects(content, given, quotes)
        result = pool(table.effects, Method(method), IntervalMethod(test))
    except (CannotPool, Problems) as error:
        tell(name, error.args)
        raise SystemExit(PROBLEMS_FOUND) from None
    notes = [*table.notes, *result.notes, *([TWO] if result.k == FEWEST - 1 else [])]
    click.echo(json.dumps(_object(result, notes), indent=2) if as_json else _table(result, notes))


def _object(result: Pooled, notes: Sequence[str]) -> dict[str, object]:
    fields = asdict(result) | {"notes": list(notes)}
    fields["test"] = fields.pop("interval")
    return fields


def _table(result: Pooled, notes: Sequence[str]) -> str:
    rows = [
        ("effects", str(result.k)),
        ("estimate", _number(result.estimate)),
        ("standard error", _number(result.se)),
        ("95% interval", _span(result.ci_low, result.ci_high)),
        ("p", _number(result.p)),
        ("tau2", _number(result.tau2)),
        ("I2", f"{_number(result.i2)}%" if result.i2 is not None else _number(None)),
        ("Q", f"{_number(result.q)} (p {_number(result.q_p)})"),
        ("95% prediction interval", _span(result.new_low, result.new_high)),
    ]
    title = f"Method {result.method}, interval {result.interval}"
    return "\n".join([title, *lined_up(rows), *map(visible, notes)])


def _span(low: float | None, high: float | None) -> str:
    return "not defined" if low is None else f"{_number(low)} to {_number(high)}"


def _number(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.5g}"
