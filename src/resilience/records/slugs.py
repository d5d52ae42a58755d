"""Slugs that point at something: each says at what, so that checks look for it and editors offer it."""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from typing import Annotated, Any, NamedTuple, get_args

from pydantic import Field
from pydantic.fields import FieldInfo

from resilience.records.base import Slug


class Named(StrEnum):
    """What a slug can point at."""

    TYPE = "activity type"
    THEME = "theme"
    DOMAIN = "domain"
    OUTCOME = "outcome category"
    GROUP = "outcome group"
    COUNCIL = "council"
    NEIGHBOURHOOD = "neighbourhood"
    STUDY = "study"
    SCALE = "scale"
    WORK = "cited work"


POINTS_AT = "x-points-at"
"""The key in a field's JSON schema that says at what its slug points."""
OR_ELSE = "x-or-else"
"""The key in a field's JSON schema with the words that may stand there instead of a slug."""

NO_TYPE = "none"
"""What a coder writes where no activity type fits."""

_WHOLE_SETS = ("studies", "policies", "programme", "survey", "places", "pools")


def _points_at(named: Named, *or_else: str) -> Any:
    return Field(json_schema_extra={POINTS_AT: named.value, OR_ELSE: list(or_else)})


TypeSlug = Annotated[Slug, _points_at(Named.TYPE)]
CodedSlug = Annotated[Slug, _points_at(Named.TYPE, NO_TYPE)]
GapSubject = Annotated[Slug, _points_at(Named.TYPE, *_WHOLE_SETS)]
ThemeSlug = Annotated[Slug, _points_at(Named.THEME)]
DomainSlug = Annotated[Slug, _points_at(Named.DOMAIN)]
GroupSlug = Annotated[Slug, _points_at(Named.GROUP)]
OutcomeSlug = Annotated[Slug, _points_at(Named.OUTCOME)]
CouncilSlug = Annotated[Slug, _points_at(Named.COUNCIL)]
NeighbourhoodSlug = Annotated[Slug, _points_at(Named.NEIGHBOURHOOD)]
StudyKey = Annotated[Slug, _points_at(Named.STUDY)]
ScaleSlug = Annotated[Slug, _points_at(Named.SCALE)]
WorkKey = Annotated[Slug, _points_at(Named.WORK)]


def as_slug(text: str) -> str:
    """Write a text in small letters, digits and single hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", re.sub("['’]", "", text.casefold())))


class Pointer(NamedTuple):
    """What a field of slugs points at."""

    named: Named
    or_else: tuple[str, ...]
    """Words that may stand there instead."""


def pointer_of(field: FieldInfo) -> Pointer | None:
    """Give what a field of a record points at, be it one slug or a list of them; None for other fields."""
    return next(chain(_pointers(field), _pointers(field.annotation)), None)


def _pointers(part: Any) -> Iterator[Pointer]:
    extra = getattr(part, "json_schema_extra", None)
    if isinstance(extra, dict) and POINTS_AT in extra:
        yield Pointer(Named(extra[POINTS_AT]), tuple(extra[OR_ELSE]))
    for inner in get_args(part):
        yield from _pointers(inner)
