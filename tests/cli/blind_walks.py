"""Walks through a blind sample, as a person takes them."""

from pathlib import Path

from click.testing import CliRunner, Result

from resilience.cli import main
from resilience.evidence import load
from resilience.records.sample import Sample

ANN = ("--reviewer", "Ann Reviewer", "--blind")
DRAW = (*ANN, "--sample", "5")
NAME = "ann-reviewer-1"
LAST = "That was the last text."


def run(*words: str, keys: tuple[str, ...] = ()) -> Result:
    lines = "".join(f"{key}\n" for key in keys)
    return CliRunner().invoke(main, ["review", *words], input=lines, catch_exceptions=False)


def walked(*keys: str, words: tuple[str, ...] = DRAW) -> str:
    result = run(*words, keys=keys)
    assert result.exit_code == 0, result.output
    return result.output


def refused(*words: str) -> str:
    result = run(*words)
    assert result.exit_code == 2
    return " ".join(result.output.split())


def kept(book: Path, name: str = NAME) -> Sample:
    return load(book).samples[name]


def types(book: Path, name: str = NAME) -> list[tuple[str, str | None] | None]:
    """List the answers in the order of the draw."""
    return [(one.answer.type, one.answer.also) if one.answer else None for one in kept(book, name).texts]


def asked(output: str) -> list[str]:
    whole = " ".join(output.split())
    return [part.partition("”")[0] for part in whole.split("> “")[1:]]
