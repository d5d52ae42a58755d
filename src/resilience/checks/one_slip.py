"""One message for one slip: what only follows from another problem is left out."""

from collections import defaultdict
from collections.abc import Iterable

from resilience.checks.names import E137
from resilience.checks.problem import Problem, Severity
from resilience.checks.references import E141, E142, E143, E144, E145, E146, E149, E150
from resilience.checks.schema import E123, E124, E125, E136

_OF_WHOLE_FILES = (E136.code, E137.code)
"""Where a whole file is in the wrong place, nothing in it is looked at."""
_FIRST = [code.code for code in (E124, E123, E141, E142, E143, E144, E145, E146, E149, E150, E125)]
"""A value that its field can't take, the most telling first: other rules on it only follow."""


def first_causes(problems: Iterable[Problem]) -> list[Problem]:
    """Give the problems without those that are gone once another one is mended, sorted."""
    found = set(problems)
    misplaced = {problem.path for problem in found if problem.code in _OF_WHOLE_FILES}
    by_field: dict[tuple[str, int, str], list[Problem]] = defaultdict(list)
    for problem in found:
        if problem.path not in misplaced or problem.code in _OF_WHOLE_FILES:
            by_field[problem.path, problem.line, problem.field or problem.code].append(problem)
    return sorted(problem for group in by_field.values() for problem in _first(group))


def _first(group: list[Problem]) -> list[Problem]:
    """Give the cause among problems of one field, or all of them where none is the cause of the others."""
    there = {problem.code for problem in group}
    cause = next((code for code in _FIRST if code in there), None)
    # Warnings ask for a look at something else.
    return [
        problem
        for problem in group
        if cause in (None, problem.code) or problem.severity is not Severity.ERROR
    ]
