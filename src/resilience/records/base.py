"""What every record shares: frozen, closed to unknown fields, and small text types used throughout."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN)]
"""A permanent name in kebab-case: never renamed, never used again for something else."""

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Plain text: nothing in it is ever read as markup."""

Year = Annotated[int, Field(ge=1800, le=2100)]
"""A calendar year in four digits."""

Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]
"""An address that a page may link to: never a mirror (see `evidence/mirrors.yml`)."""


class Record(BaseModel):
    """A frozen record; an unknown field is an error, so that a slip of the pen is never lost."""

    model_config = ConfigDict(extra="forbid", frozen=True)
