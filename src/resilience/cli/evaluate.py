"""`resilience places evaluate`: difference-in-differences from a file of households."""

import json
from pathlib import Path

import click
import pandas as pd

from resilience.cli.csv_input import (
    NUMBER,
    Problems,
    read_input,
    read_rows,
    separator_of,
    tell,
    twice_faults,
    width_fault,
)
from resilience.cli.options import PROBLEMS_FOUND, There, open_findings, quotes_option
from resilience.cli.reports import lined_up, visible
from resilience.places.estimate import LABELS, Estimate
from resilience.places.evaluation import Difference, difference_in_differences
from resilience.places.microdata import COLUMNS, GROUPS, LINE, OUTCOME, PLACEBO, MicrodataError
from resilience.places.report import placebo_in_words, trend_in_words, undoing
from resilience.planning.evaluating.as_planned import Beside, Came, beside
from resilience.planning.from_records.plans import Plans
from resilience.planning.walk import Walk
from resilience.tables import Quotes

AS_PLANNED = "Nothing differs from what the plan says."
NO_PLAN = (
    "--plan: the link holds no plan. Copy the whole address of a page of the plan, with what stands after its"
    " question mark, and put it in quotation marks."
)
READ = (*COLUMNS, PLACEBO)
NUMBERS = ("wave", OUTCOME, PLACEBO)


@click.command("evaluate")
@click.argument("households", metavar="HOUSEHOLDS.csv", type=There(dir_okay=False, allow_dash=True))
@click.option("--plan", "link", metavar="LINK", help="The link of the plan; says where the data differ.")
@quotes_option
@click.option("--json", "as_json", is_flag=True, help="Print an object for programs.")
def evaluate_command(households: str, link: str | None, quotes: Quotes | None, as_json: bool) -> None:
    """Estimate a change in programme areas beside comparison areas.

    HOUSEHOLDS.csv has a row for each answer and the columns area, group (programme or comparison), wave (1 or
    2) and outcome (0 or 1, or a number; empty where nobody answered). Commas, semicolons or tabs stand
    between them. `-` reads standard input.
    Nothing leaves your machine.

    A column placebo, filled in like outcome, holds an outcome that the activity can't have changed. It is
    analysed the same way.

    Three estimates are printed: from the change of area means, which leads, and from households with errors
    clustered by area and with a wild cluster bootstrap. Each group needs four areas, each with both waves.

    With --plan, the plan of a link (or its part after the question mark) stands beside the result: which
    places were to be compared with, how many areas and households were planned and came, and the smallest
    change that was planned beside the interval that came out.

    Ends with 0 where a result is printed, 1 where the file is wrong, 2 where the command was not understood.
    """
    name, content = read_input(households)
    try:
        frame = read_households(content, quotes)
        found = difference_in_differences(frame)
    except (MicrodataError, Problems) as error:
        tell(name, [line for text in error.args for line in text.splitlines()])
        raise SystemExit(PROBLEMS_FOUND) from None
    planned = beside_plan(link, frame, found) if link else None
    if as_json:
        plan = {"rows": dict(planned.rows), "warnings": list(planned.warnings)} if planned else None
        click.echo(json.dumps({**as_object(found), "plan": plan}, indent=2))
        return
    click.echo(as_table(found))
    if planned:
        click.echo("\n".join(["", *lined_up(planned.rows), *(planned.warnings or [AS_PLANNED])]))


def beside_plan(link: str, frame: pd.DataFrame, found: Difference) -> Beside:
    """Set the plan of a link beside what came; what of the link can't be used is told on standard error."""
    query = link.partition("?")[2] or link
    given, lost = Plans(open_findings(Path())).given(query)
    for sentence in lost:
        click.echo(visible(sentence), err=True)
    if given.walk == Walk():
        raise click.UsageError(NO_PLAN)
    answered = frame.dropna(subset=[OUTCOME])
    areas = {group: set(answered.loc[answered["group"] == group, "area"]) for group in GROUPS}
    each = answered.groupby(["group", "area", "wave"]).size().groupby("group").min()
    came = Came(
        programme_areas=areas[GROUPS[0]],
        comparison_areas=areas[GROUPS[1]],
        answers={group: int(each[group]) for group in GROUPS},
        ci_low=found.leading.ci_low,
        ci_high=found.leading.ci_high,
        is_share=bool(answered[OUTCOME].isin((0, 1)).all()),
    )
    return beside(given, came)


def read_households(content: bytes, quotes: Quotes | None = None) -> pd.DataFrame:
    """Read the columns of microdata, with the numbers of lines as index; raises `Problems`."""
    rows = read_rows(content, separator_of(content), quotes)
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


def as_object(found: Difference) -> dict[str, object]:
    """Write it for programs: the leading estimate at the top, the others under `beside`."""
    leading = _estimate(found.leading)
    rest = {
        "areas": found.areas,
        "people": found.people,
        "beside": [_estimate(one) for one in found.estimates[1:]],
        "means": found.means.to_dict("records"),
        "trend": undoing(found.leading)._asdict(),
        "placebo": as_object(found.placebo) if found.placebo else None,
        "notes": list(found.notes),
    }
    return {**leading, **rest}


def _estimate(one: Estimate) -> dict[str, object]:
    names = ("method", "estimate", "se", "df", "ci_low", "ci_high", "p")
    return {name: getattr(one, name) for name in names}


def as_table(found: Difference) -> str:
    """Write it for people: numbers by name, then what they mean and the rules."""
    said = [trend_in_words(found, _signed), *found.notes]
    if found.placebo:
        said.insert(0, placebo_in_words(found.placebo, _signed))
    return "\n".join([*lined_up(_rows(found)), *said])


def _rows(found: Difference) -> list[tuple[str, str]]:
    leading = found.leading
    return [
        ("difference in change", f"{leading.estimate:.5g}"),
        ("by", _label(leading)),
        ("standard error", f"{leading.se:.5g}"),
        ("95% interval", _interval(leading)),
        ("p", f"{leading.p:.5g}"),
        *((f"beside it: {_label(one)}", _short(one)) for one in found.estimates[1:]),
        ("areas", str(found.areas)),
        ("answers", str(found.people)),
        *(
            (
                f"mean of areas, {row['group']}, wave {row['wave']:g}",
                f"{row['mean']:.5g} ({row['areas']} areas, {row['n']} answers)",
            )
            for row in found.means.to_dict("records")
        ),
        *((f"placebo: {_label(one)}", _short(one)) for one in _placebo(found)),
    ]


def _placebo(found: Difference) -> tuple[Estimate, ...]:
    return found.placebo.estimates if found.placebo else ()


def _label(one: Estimate) -> str:
    label = LABELS[one.method]
    return label[0].lower() + label[1:]


def _short(one: Estimate) -> str:
    return f"{one.estimate:.5g} ({_interval(one)}), p {one.p:.5g}"


def _interval(one: Estimate) -> str:
    return f"{one.ci_low:.5g} to {one.ci_high:.5g}"


def _signed(number: float) -> str:
    return f"{number:+.3g}"
