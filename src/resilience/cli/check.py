"""`resilience check`: report every problem in the evidence in one run."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from ..checks import Problem, Severity, catalogue
from ..checks import check as find_problems
from ..evidence.rewrite import bring_into_form
from . import reports
from .options import PROBLEMS_FOUND, json_option, open_evidence, paths_argument


@click.command()
@paths_argument
@json_option
@click.option("--fix", is_flag=True, help="Bring files into the house's form first; what they say stays.")
@click.option("--explain", metavar="CODE", help="Say what a code means and how to mend it.")
def check(paths: tuple[Path, ...], as_json: bool, fix: bool, explain: str | None) -> None:
    """Check the evidence, or only the files and folders in PATHS.

    Ends with 0 where no error was found, 1 where one was, 2 where the command was not understood.
    """
    if explain:
        click.echo(_explained(explain))
        return
    folder = open_evidence(paths[0] if paths else Path()).folder
    wanted = _files(paths or (folder,), folder)
    if fix:
        for path in bring_into_form(folder, wanted):
            click.echo(f"Brought into form: {_shown(path, folder)}", err=as_json)
    names = {_shown(path, folder) for path in wanted}
    problems = [problem for problem in find_problems(folder) if problem.path in names]
    _print(problems, len(names), as_json)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise SystemExit(PROBLEMS_FOUND)


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


def _files(paths: Sequence[Path], folder: Path) -> list[Path]:
    """List the files in some paths, each once."""
    found: dict[Path, None] = {}
    for path in paths:
        absolute = Path(os.path.abspath(path))
        if not absolute.is_relative_to(folder):
            raise click.UsageError(f"{path} is not below {folder}. Give files of the evidence.")
        inside = sorted(absolute.rglob("*")) if absolute.is_dir() else [absolute]
        found.update(dict.fromkeys(item for item in inside if item.is_symlink() or item.is_file()))
    return list(found)


def _shown(path: Path, folder: Path) -> str:
    return path.relative_to(folder.parent).as_posix()
