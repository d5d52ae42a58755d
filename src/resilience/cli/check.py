"""`resilience check`: report every problem in the evidence in one run."""

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from resilience.checks import Problem, Severity, catalogue, find_asks
from resilience.checks import check as find_problems
from resilience.cli import reports
from resilience.cli.options import PROBLEMS_FOUND, json_option, open_evidence, paths_argument
from resilience.evidence.saving import bring_into_form


@contextmanager
def _memory_kept() -> Iterator[None]:
    """Have no memory searched for what could be freed: all stays, and that took a quarter of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@click.command()
@paths_argument
@json_option
@click.option("--fix", is_flag=True, help="Bring files into the house's form first.")
@click.option("--asks", is_flag=True, help="List what to ask of records again, instead of problems.")
@click.option("--explain", metavar="CODE", help="Say what a code means and how to mend it.")
@_memory_kept()
def check(paths: tuple[Path, ...], as_json: bool, fix: bool, asks: bool, explain: str | None) -> None:
    """Check the evidence, or only the files and folders in PATHS.

    Ends with 0 where no error was found, 1 where one was, 2 where the command was not understood.
    """
    if explain:
        click.echo(_explained(explain))
        return
    folder = open_evidence(paths[0] if paths else Path()).folder
    places = [_below(path, folder) for path in paths] or [folder]
    if asks:
        _list_asks(folder, places, as_json)
        return
    wanted = _files(places)
    if fix:
        tell = partial(click.echo, err=as_json)
        for path in bring_into_form(folder, wanted, lambda word: tell(reports.visible(word))):
            shown = path.relative_to(folder.parent).as_posix()
            tell(reports.visible(f"Brought into form: {shown}"))
    problems = [problem for problem in find_problems(folder) if _is_in(problem.path, folder, places)]
    _print(problems, len(wanted), as_json)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise SystemExit(PROBLEMS_FOUND)


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


def _explained(code: str) -> str:
    known = {item.code: item for item in catalogue()}
    if code.upper() not in known:
        raise click.BadParameter(f"{code} is no code. The page 'Checks' of the book lists all.")
    item = known[code.upper()]
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
