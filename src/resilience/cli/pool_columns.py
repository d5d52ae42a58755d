"""Which columns of a table hold effects, and which say how exact they are."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import click

from resilience.cli.csv_input import Problems, twice_faults

SPREADS = (("vi",), ("sei",), ("ci_low", "ci_high"))
"""What may say how exact an effect is; where a table has several, the first of these counts."""
ANY_SPREAD = "--vi, --sei, or --ci-low with --ci-high"
MOST_NAMED = 12


class Columns(NamedTuple):
    """The columns of a table that are read."""

    effect: str
    spread: tuple[str, ...]
    """Names of the one or two columns, in the order of `kind`."""
    kind: tuple[str, ...]
    """One of `SPREADS`."""
    note: str | None
    """Which column counts, where several could."""


def columns_asked(given: Mapping[str, str | None]) -> tuple[str, ...] | None:
    """Say which of `SPREADS` the options name, None for none; ends the command where they contradict."""
    asked = [kind for kind in SPREADS if any(given[part] for part in kind)]
    if len(asked) > 1:
        raise click.UsageError("Say one of --vi, --sei, or --ci-low with --ci-high.")
    if asked and not all(given[part] for part in asked[0]):
        raise click.UsageError("--ci-low and --ci-high belong together.")
    return asked[0] if asked else None


def choose(heading: Sequence[str], given: Mapping[str, str | None]) -> Columns:
    """Find the columns in the first line of a table; raises `Problems` with all that is wrong."""
    effect = given["yi"] or "yi"
    asked = columns_asked(given)
    there = [kind for kind in SPREADS if all(part in heading for part in kind)]
    kind = asked or (there[0] if there else ("vi",))
    spread = tuple(given[part] or part for part in kind)
    wanted = [(effect, "--yi"), *((name, _option(part)) for name, part in zip(spread, kind, strict=True))]
    missing = [(name, option) for name, option in wanted if name not in heading]
    faults = [f"1 {name}: there is no column of this name." for name, _ in missing]
    if missing:
        faults[-1] += f" {_instead(heading, missing, asked)}"
    faults += twice_faults(heading, [name for name, _ in wanted])
    if faults:
        raise Problems(*faults)
    return Columns(effect, spread, kind, None if asked else _note(there))


def _option(part: str) -> str:
    return f"--{part.replace('_', '-')}"


def _instead(heading: Sequence[str], missing: Sequence[tuple[str, str]], asked: object) -> str:
    """Say how to name the columns that there are."""
    shown = ", ".join(heading[:MOST_NAMED])
    more = f" and {len(heading) - MOST_NAMED} more" if len(heading) > MOST_NAMED else ""
    options = [option for _, option in missing]
    spread = " and ".join(option for option in options if option != "--yi")
    wanted = [
        "--yi for effects" if "--yi" in options else "",
        f"{spread if asked else ANY_SPREAD} for how exact they are" if spread else "",
    ]
    return f"The columns are {shown}{more}; name the right ones: {', and '.join(filter(None, wanted))}."


def _note(there: Sequence[tuple[str, ...]]) -> str | None:
    """Say which column counts where several are there."""
    if len(there) < 2:
        return None
    counts, other = there[0], there[1]
    named = " ".join(f"{_option(part)} {part}" for part in other)
    return f"Taken from {counts[0]}; {' and '.join(other)} is there too (say {named} to take that)."
