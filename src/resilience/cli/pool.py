"""`resilience pool`: pool the effects in a CSV file, as R metafor would."""

import json
from dataclasses import asdict

import click

from ..synthesis import (
    CannotPool,
    Effects,
    IntervalMethod,
    Method,
    Pooled,
    effect_fault,
    pool,
    variance_fault,
)
from .csv_input import NUMBER, Problems, read_input, read_rows, tell, twice_faults, width_fault
from .options import PROBLEMS_FOUND
from .reports import lined_up


@click.command("pool")
@click.argument(
    "effects", metavar="EFFECTS.csv", type=click.Path(exists=True, dir_okay=False, allow_dash=True)
)
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
    help="How the interval is made: Wald (z) or Knapp-Hartung (knha).",
)
@click.option("--json", "as_json", is_flag=True, help="Print an object for programs.")
def pool_command(effects: str, method: str, test: str, as_json: bool) -> None:
    """Pool the effects in EFFECTS.csv, which has the columns yi (effect) and vi (variance) or sei (its root).

    `-` reads standard input. Ratios must stand there as logarithms. All intervals are 95% intervals.

    Ends with 0 where a result is printed, 1 where the file is wrong or pooling is, 2 where the command was
    not understood.
    """
    name, content = read_input(effects)
    try:
        result = pool(read_effects(content), Method(method), IntervalMethod(test))
    except (CannotPool, Problems) as error:
        tell(name, error.args)
        raise SystemExit(PROBLEMS_FOUND) from None
    click.echo(json.dumps(_object(result), indent=2) if as_json else _table(result))


def read_effects(content: bytes) -> Effects:
    """Read the columns yi and vi, or yi and sei; raises `Problems` with all that is wrong."""
    rows = read_rows(content)
    if not rows:
        raise Problems("The file is empty. Its first line must name the columns yi and vi.")
    heading = [cell.strip() for cell in rows[0][1]]
    spread = _column_of_spread(heading)
    problems: list[str] = []
    pairs = [_pair(line, heading, row, spread, problems) for line, row in rows[1:]]
    if not pairs:
        problems.append("There is no effect below the first line.")
    if problems:
        raise Problems(*problems)
    return Effects.of([effect for effect, _ in pairs], [variance for _, variance in pairs])


def _column_of_spread(heading: list[str]) -> str:
    """Say which column tells how exact an effect is."""
    found = [name for name in ("vi", "sei") if name in heading]
    faults = twice_faults(heading, ("yi", *found))
    if "yi" not in heading:
        faults.append("1 yi: there is no column of this name. Columns are separated by commas.")
    if len(found) != 1:
        faults.append(f"1 vi: there must be {'only ' if found else ''}one of the columns vi and sei.")
    if faults:
        raise Problems(*faults)
    return found[0]


def _pair(
    line: int, heading: list[str], row: list[str], spread: str, problems: list[str]
) -> tuple[float, float]:
    """Read an effect and its variance from a row; what is wrong with it is added to the problems."""
    if fault := width_fault(line, heading, row):
        problems.append(fault)
        return 0, 0
    numbers = []
    for name in ("yi", spread):
        cell = row[heading.index(name)].strip()
        is_number = NUMBER.fullmatch(cell) is not None
        numbers.append(float(cell) if is_number else 0.0)
        no_number = f"{cell!r} is not a number" if cell else "a number is missing"
        if fault := _fault(name, numbers[-1]) if is_number else no_number:
            problems.append(f"{line} {name}: {fault}.")
    effect, width = numbers
    return effect, width if spread == "vi" else width * width


def _fault(name: str, number: float) -> str | None:
    if name == "yi":
        return effect_fault(number)
    if name == "sei":
        return "a standard error must be above zero" if number <= 0 else variance_fault(number * number)
    return variance_fault(number)


def _object(result: Pooled) -> dict[str, object]:
    fields = asdict(result)
    fields["test"] = fields.pop("interval")
    return fields


def _table(result: Pooled) -> str:
    rows = [
        ("effects", str(result.k)),
        ("estimate", _number(result.estimate)),
        ("standard error", _number(result.se)),
        ("95% interval", _span(result.ci_low, result.ci_high)),
        ("p", _number(result.p)),
        ("tau2", _number(result.tau2)),
        ("I2", f"{_number(result.i2)}%" if result.i2 is not None else _number(None)),
        ("Q", f"{_number(result.q)} (p {_number(result.q_p)})"),
        ("95% prediction interval", _span(result.pi_low, result.pi_high)),
    ]
    title = f"Method {result.method}, interval {result.interval}"
    return "\n".join([title, *lined_up(rows), *result.notes])


def _span(low: float | None, high: float | None) -> str:
    return "not defined" if low is None else f"{_number(low)} to {_number(high)}"


def _number(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.5g}"
