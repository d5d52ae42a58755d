"""Effects and their variances from a table, with all that is wrong with it in one run."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import click

from resilience.cli.csv_input import NUMBER, Problems, read_rows, separator_of, twice_faults, width_fault
from resilience.synthesis import CannotPool, Effects, Reported, comparable, effect_fault, variance_fault
from resilience.tables import Quotes

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


LOGARITHMS = "If these are ratios, give their logarithms and those of their limits."


class Table(NamedTuple):
    """What was read."""

    effects: Effects
    notes: tuple[str, ...]


class _Reader:
    """Reads rows, and gathers what is wrong with them."""

    def __init__(self, heading: list[str], columns: Columns, separator: str) -> None:
        self.heading = heading
        self.columns = columns
        self.takes_commas = separator != ","
        self.problems: list[str] = []
        self.is_lopsided = False
        self.marks: dict[str, int] = {}
        """The marks between whole numbers and decimals, each with the first line that has it."""

    def pair(self, line: int, row: Sequence[str]) -> tuple[float, float]:
        """Give the effect and the variance of a row; what is wrong with it is added to the problems."""
        if fault := width_fault(line, self.heading, row):
            self.problems.append(fault)
            return 0, 1
        effect = self._effect(line, row)
        parts = [self._number(line, row, name) for name in self.columns.spread]
        known = [part for part in parts if part is not None]
        variance = self._variance(line, effect, known) if len(known) == len(parts) else None
        return effect or 0, variance or 1

    def _effect(self, line: int, row: Sequence[str]) -> float | None:
        effect = self._number(line, row, self.columns.effect)
        if effect is None or not (fault := effect_fault(effect)):
            return effect
        self.problems.append(f"{line} {self.columns.effect}: {fault}.")
        return None

    def _number(self, line: int, row: Sequence[str], name: str) -> float | None:
        cell = row[self.heading.index(name)].strip()
        plain = cell.replace(",", ".", 1) if self.takes_commas else cell
        if NUMBER.fullmatch(plain):
            for mark in set(re.findall("[.,]", cell)):
                self.marks.setdefault(mark, line)
            return float(plain)
        no_number = f"{cell!r} is not a number" if cell else "a number is missing"
        self.problems.append(f"{line} {name}: {no_number}.")
        return None

    def _variance(self, line: int, effect: float | None, parts: Sequence[float]) -> float | None:
        kind, name = self.columns.kind, self.columns.spread[0]
        if kind == ("ci_low", "ci_high"):
            return self._from_limits(line, effect, *parts)
        (part,) = parts
        variance = part if kind == ("vi",) else part * part
        fault = variance_fault(variance)
        if kind == ("sei",) and part <= 0:
            fault = "a standard error must be above zero"
        if fault:
            self.problems.append(f"{line} {name}: {fault}.")
        return variance

    def _from_limits(self, line: int, effect: float | None, low: float, high: float) -> float | None:
        if effect is None:
            return None
        try:
            return comparable(Reported("yi", False, effect, low, high)).vi
        except CannotPool as reason:
            self.problems.append(f"{line}: {reason}")
            self.is_lopsided = self.is_lopsided or "middle" in str(reason)
            return None

    def all_problems(self) -> list[str]:
        """Give what is wrong with the rows, and what is wrong with all of them together."""
        found = list(self.problems)
        if len(self.marks) > 1:
            found.append(
                f"{self.marks[',']}: there is a decimal comma here, and a decimal point on line "
                f"{self.marks['.']}; write them alike."
            )
        return [*found, LOGARITHMS] if self.is_lopsided else found


def read_effects(content: bytes, given: Mapping[str, str | None], quotes: Quotes | None = None) -> Table:
    """Read effects from a table with commas, semicolons or tabs; `given` names its columns, by ours.

    Numbers may have a decimal comma where commas do not separate cells. Raises `Problems` with all that is
    wrong, and `CannotPool` where the effects could not be pooled whatever the method.
    """
    separator = separator_of(content)
    rows = read_rows(content, separator, quotes)
    if not rows:
        raise Problems("The file is empty. Its first line must name the columns, such as yi and vi.")
    heading = [cell.strip() for cell in rows[0][1]]
    columns = choose(heading, given)
    reader = _Reader(heading, columns, separator)
    pairs = [reader.pair(line, row) for line, row in rows[1:]]
    problems = reader.all_problems()
    if not pairs:
        problems.append("There is no effect below the first line.")
    if problems:
        raise Problems(*problems)
    effects = Effects.of([effect for effect, _ in pairs], [variance for _, variance in pairs])
    return Table(effects, (columns.note,) if columns.note else ())
