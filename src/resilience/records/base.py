"""What every record shares: frozen, closed to unknown fields, and small text types used throughout."""

from typing import Annotated, Any, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

LONGEST_SLUG = 100
LONGEST_TEXT = 2_000
LONGEST_URL = 500

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=LONGEST_SLUG)]
"""A permanent name in kebab-case: never renamed, never used again for something else."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT, strip_whitespace=True)]
"""Plain text: nothing in it is ever read as markup."""

Year = Annotated[int, Field(ge=1800, le=2100)]
"""A calendar year in four digits."""

URL_PATTERN = r"^https?://[^\s<>\"]+$"

Url = Annotated[str, StringConstraints(pattern=URL_PATTERN, max_length=LONGEST_URL)]
"""An address that a page may link to: never a mirror (see `evidence/mirrors.yml`)."""


class Record(BaseModel):
    """A frozen record; an unknown field is an error, so that a slip of the pen is never lost."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        allow_inf_nan=False,
        defer_build=True,  # a start needs few of the models
        use_attribute_docstrings=True,  # they are the descriptions in the JSON Schemas
    )


def record_in(annotation: Any) -> type[Record] | None:
    """Find the model inside a field's annotation such as `tuple[Outcome, ...]` or `Effect | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for found in map(record_in, get_args(annotation)) if found), None)
