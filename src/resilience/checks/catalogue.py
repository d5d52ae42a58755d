"""All rules and all codes."""

from collections.abc import Callable, Iterable
from types import ModuleType

from . import (
    appraisal,
    bibliography,
    decisions,
    directions,
    duplicates,
    files,
    identifiers,
    intervals,
    links,
    names,
    numbers,
    pools,
    provenance,
    references,
    schema,
    tables,
    taxonomy,
    text,
    types,
    yaml_traps,
)
from .corpus import Corpus
from .problem import Code, Problem

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
    provenance,
    types,
    decisions,
    pools,
    appraisal,
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
