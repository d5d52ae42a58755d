"""How commands print what was found: for people, for programs, and for the lines of a pull request."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from resilience.checks import Ask, Problem, Severity
from resilience.evidence import EvidenceError
from resilience.records.english import one_or_more

# Line ends need no code of GitHub's: they are shown, like all characters that act.
_IN_TEXT = str.maketrans({"%": "%25"})
_IN_PROPERTIES = str.maketrans({"%": "%25", ":": "%3A", ",": "%2C"})


def for_people(problem: Problem) -> str:
    """Write a problem as one line; control characters from a record can't act on the terminal."""
    return visible(str(problem))


def for_programs(found: Sequence[Problem] | Sequence[Ask]) -> str:
    """Write problems, or questions, as a JSON list."""
    return json.dumps([asdict(one) for one in found], indent=2, ensure_ascii=True)


def for_github(problem: Problem) -> str:
    """Write a problem as an annotation of GitHub Actions; text from a record can't become a command."""
    level = "error" if problem.severity is Severity.ERROR else "warning"
    path = visible(problem.path).translate(_IN_PROPERTIES)
    title = visible(f"{problem.code} {problem.field}").translate(_IN_PROPERTIES)
    # The log shows the text alone, so it says the place again.
    text = visible(str(problem)).translate(_IN_TEXT)
    return f"::{level} file={path},line={problem.line},title={title}::{text}"


def in_sum(problems: Sequence[Problem], files: int) -> str:
    """Sum up a run in one sentence."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    checked = f"Checked {files} {one_or_more(files, 'file', 'files')}"
    return f"{checked}: {_count(errors, 'error')}, {_count(warnings, 'warning')}."


def lined_up(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Write pairs of a name and a value as lines, with the values below each other."""
    width = max(len(name) for name, _ in rows)
    return [f"{name:{width}}  {value}" for name, value in rows]


def visible(text: str) -> str:
    """Show control, direction and line characters as codes instead of letting them act."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {one_or_more(number, noun, f'{noun}s')}"


def asks_for_people(asks: Sequence[Ask]) -> list[str]:
    """Write each question with its count and its files as lines."""
    lines = []
    for ask in asks:
        lines.append(f"{ask.title}: {len(ask.paths)}")
        if ask.paths:
            lines += [f"  {ask.do}", *(f"  {visible(path)}" for path in ask.paths)]
    return lines


def broken(error: EvidenceError) -> str:
    """Say what can't be read and what to do, without the lines of a library between them."""
    lines = str(error).splitlines()
    return "\n".join(visible(line) for line in dict.fromkeys((lines[0], lines[-1])))
