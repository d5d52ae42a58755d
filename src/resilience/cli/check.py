"""`resilience check`: report every problem in the evidence in one run."""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from difflib import unified_diff
from functools import partial
from pathlib import Path

import click

from resilience.checks import Code, Problem, Severity, catalogue, find_asks, overdue
from resilience.checks import check as find_problems
from resilience.cli import reports
from resilience.cli.options import PROBLEMS_FOUND, json_option, open_evidence, paths_argument
from resilience.evidence import EvidenceError
from resilience.evidence.changed import Changed, changed_since
from resilience.evidence.saving import bring_into_form, would_change
from resilience.evidence.shared import memory_kept

BASES = ("origin/main", "main", "HEAD")
"""From which a branch is taken to come where none is named; the first that there is."""


@click.command()
@paths_argument
@json_option
@click.option("--fix", is_flag=True, help="First mend what has one reading, and bring files into form.")
@click.option("--diff", is_flag=True, help="With --fix: show what would change, and write nothing.")
@click.option(
    "--changed",
    metavar="[BASE]",
    is_flag=False,
    flag_value="",
    help="Only files that differ from where your branch left BASE (main).",
)
@click.option("--select", metavar="CODE", multiple=True, help="Only problems of this code; may be repeated.")
@click.option("--overdue", "late", is_flag=True, help="List the records whose review is due, instead.")
@click.option("--asks", is_flag=True, help="List what to ask of records again, instead of problems.")
@click.option("--explain", metavar="CODE", help="Say what a code means and how to mend it.")
@memory_kept()
def check(
    paths: tuple[Path, ...],
    as_json: bool,
    fix: bool,
    diff: bool,
    changed: str | None,
    select: tuple[str, ...],
    late: bool,
    asks: bool,
    explain: str | None,
) -> None:
    """Check the evidence, or only the files and folders in PATHS.

    Ends with 0 where no error was found, 1 where one was, 2 where the command was not understood.
    With --fix --diff it ends with 1 where a file would change.
    """
    if explain:
        click.echo(_explained(explain))
        return
    if diff and not fix:
        raise click.UsageError("--diff shows what --fix would change. Give both.")
    # A path behind --changed is no revision.
    if changed and Path(changed).exists():
        paths, changed = (*paths, Path(changed)), ""
    codes = {_known(code).code for code in select}
    folder = open_evidence(paths[0] if paths else Path()).folder
    places = [_below(path, folder) for path in paths] or [folder]
    wanted, touched = _files(places), None
    if changed is not None:
        touched = _touched(folder, changed)
        wanted = [path for path in wanted if _shown(path, folder) in touched.lines]
    if asks:
        _list_asks(folder, places, as_json)
    elif diff:
        _show_diff(folder, wanted)
    else:
        _check(folder, wanted, places, touched, codes, late=late, fix=fix, as_json=as_json)


def _check(
    folder: Path,
    wanted: Sequence[Path],
    places: Sequence[Path],
    touched: Changed | None,
    codes: set[str],
    *,
    late: bool,
    fix: bool,
    as_json: bool,
) -> None:
    if fix:
        tell = partial(click.echo, err=as_json)
        for path in bring_into_form(folder, wanted, lambda word: tell(reports.visible(word))):
            tell(reports.visible(f"Mended: {_shown(path, folder)}"))
    problems = [
        problem
        for problem in (overdue(folder) if late else find_problems(folder))
        if _is_in(problem.path, folder, places)
        and (touched is None or problem.path in touched.lines)
        and (not codes or problem.code in codes)
    ]
    _print(_own_first(problems, folder, touched), len(wanted), as_json)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise SystemExit(PROBLEMS_FOUND)


def _own_first(problems: list[Problem], folder: Path, touched: Changed | None) -> list[Problem]:
    """Put first what stands on lines that the change touches, then what stands in its files.

    GitHub shows ten errors and ten warnings of a step, and those should be the contributor's own.
    """
    if os.environ.get("GITHUB_ACTIONS") == "true" and touched is None:
        with suppress(EvidenceError):
            # Of a pull request a merge is checked out, and its first parent is what the change is made to.
            touched = changed_since(folder, "HEAD^1")
    if touched is None:
        return problems
    own = touched

    def distance(problem: Problem) -> tuple[bool, bool]:
        return not own.holds(problem.path, problem.line), problem.path not in own.lines

    return sorted(problems, key=distance)


def _touched(folder: Path, base: str) -> Changed:
    """Say what has changed since a revision, or since the first of the usual ones that there is."""
    for name in [base] if base else BASES:
        try:
            return changed_since(folder, name)
        except EvidenceError as error:
            last = error
    raise click.UsageError(str(last))


def _show_diff(folder: Path, wanted: Sequence[Path]) -> None:
    """Print what --fix would change as a patch, and end with 1 where there is something."""
    found = False
    for path, before, after in would_change(folder, wanted):
        found, name = True, _shown(path, folder)
        lines = unified_diff(before.splitlines(), after.splitlines(), f"a/{name}", f"b/{name}", lineterm="")
        for line in lines:
            click.echo(reports.visible(line))
    if found:
        raise SystemExit(PROBLEMS_FOUND)
    click.echo("Nothing would change.")


def _shown(path: Path, folder: Path) -> str:
    return path.relative_to(folder.parent).as_posix()


def _is_in(path: str, folder: Path, places: Sequence[Path]) -> bool:
    return any((folder.parent / path).is_relative_to(place) for place in places)


def _list_asks(folder: Path, places: Sequence[Path], as_json: bool) -> None:
    found = [
        replace(ask, paths=tuple(path for path in ask.paths if _is_in(path, folder, places)))
        for ask in find_asks(folder)
    ]
    click.echo(reports.for_programs(found) if as_json else "\n".join(reports.asks_for_people(found)))


def _print(problems: Sequence[Problem], files: int, as_json: bool) -> None:
    if as_json:
        click.echo(reports.for_programs(problems))
        return
    write = reports.for_github if os.environ.get("GITHUB_ACTIONS") == "true" else reports.for_people
    for problem in problems:
        click.echo(write(problem))
    click.echo(reports.in_sum(problems, files))


def _known(code: str) -> Code:
    known = {item.code: item for item in catalogue()}
    if code.upper() not in known:
        raise click.BadParameter(f"{code} is no code. The page 'Checks' of the book lists all.")
    return known[code.upper()]


def _explained(code: str) -> str:
    item = _known(code)
    return f"{item.code}: {item.title}\n\n{item.why}\n{item.mend}\nIt fires on: {item.example}"


def _below(path: Path, folder: Path) -> Path:
    """Give the whole path of a place below the evidence folder; the folder itself for one around it."""
    # A link is a problem of its own: it is named, never followed.
    whole = path.parent.resolve() / path.name if path.is_symlink() else path.resolve()
    if folder.is_relative_to(whole):
        return folder
    if not whole.is_relative_to(folder):
        raise click.UsageError(f"{path} is not below {folder}. Give files of the evidence.")
    return whole


def _files(places: Sequence[Path]) -> list[Path]:
    """List the files in some places, each once."""
    found: dict[Path, None] = {}
    for place in places:
        inside = sorted(place.rglob("*")) if place.is_dir() and not place.is_symlink() else [place]
        found.update(dict.fromkeys(item for item in inside if item.is_symlink() or item.is_file()))
    return list(found)
