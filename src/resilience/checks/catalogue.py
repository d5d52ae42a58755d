"""All rules and all codes."""

from collections.abc import Callable, Iterable
from types import ModuleType

from resilience.checks import (
    appraisal,
    bibliography,
    coding,
    decisions,
    directions,
    duplicates,
    files,
    identifiers,
    intervals,
    joined,
    links,
    magnitudes,
    metrics,
    names,
    numbers,
    own_words,
    policy_words,
    pools,
    provenance,
    references,
    remarks,
    scales,
    schema,
    seen,
    tables,
    taxonomy,
    text,
    types,
    votes,
    yaml_traps,
)
from resilience.checks.corpus import Corpus
from resilience.checks.problem import Code, Problem

_FAMILIES: tuple[ModuleType, ...] = (
    schema,
    names,
    references,
    duplicates,
    numbers,
    intervals,
    directions,
    identifiers,
    links,
    magnitudes,
    metrics,
    provenance,
    remarks,
    seen,
    types,
    own_words,
    policy_words,
    joined,
    votes,
    decisions,
    pools,
    appraisal,
    scales,
    coding,
    text,
    taxonomy,
    bibliography,
    tables,
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
