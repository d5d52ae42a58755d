"""All rules and all codes, and a run of them."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from types import ModuleType

from resilience.checks import (
    amends,
    answers,
    authors,
    bibliography,
    coding,
    decisions,
    directions,
    duplicates,
    effects,
    files,
    identifiers,
    learnt,
    names,
    numbers,
    other_neighbourhoods,
    own_words,
    place_tables,
    plain_words,
    pools,
    provenance,
    references,
    rule_files,
    samples,
    schema,
    search_log,
    slips,
    tables,
    taxonomy,
    text,
    types,
    votes,
    work_fields,
    yaml_traps,
)
from resilience.checks.corpus import Corpus
from resilience.checks.one_slip import first_causes
from resilience.checks.problem import Code, Problem
from resilience.evidence.shared import Shared

_FAMILIES: tuple[ModuleType, ...] = (
    schema,
    names,
    slips,
    references,
    duplicates,
    numbers,
    effects,
    directions,
    identifiers,
    provenance,
    types,
    own_words,
    votes,
    decisions,
    samples,
    search_log,
    pools,
    rule_files,
    coding,
    text,
    plain_words,
    taxonomy,
    bibliography,
    work_fields,
    authors,
    tables,
    place_tables,
    other_neighbourhoods,
    learnt,
    answers,
    amends,
)
RULES: tuple[Callable[[Corpus], Iterable[Problem]], ...] = tuple(family.check for family in _FAMILIES)
"""One function a family."""


def catalogue() -> tuple[Code, ...]:
    """Give all codes, sorted by their numbers."""
    families = (files, yaml_traps, *_FAMILIES)
    # A family may use a code of another one, so the same code can turn up twice.
    codes = {
        value.code: value for family in families for value in vars(family).values() if isinstance(value, Code)
    }
    return tuple(sorted(codes.values(), key=lambda code: code.code[1:]))


def check(folder: Path, today: date | None = None, shared: Shared | None = None) -> list[Problem]:
    """Give every problem in an evidence folder, sorted by file and line; `today` tells what lies ahead.

    Reviews that are due are listed by `overdue` alone. `shared` holds what was made from the files of another
    state of the evidence.
    """
    corpus = Corpus(folder, today or date.today(), shared)
    found = [problem for rule in RULES for problem in rule(corpus)]
    return first_causes([*corpus.unread, *found])


def overdue(folder: Path, today: date | None = None) -> list[Problem]:
    """Give the records whose review is due by a day, the one that has waited longest first."""
    found = provenance.overdue(Corpus(folder, today or date.today()))
    return sorted(found, key=lambda problem: (problem.message, problem))
