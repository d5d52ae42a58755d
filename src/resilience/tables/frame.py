"""Rows as a data frame."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def frame(rows: "Iterable[Mapping[str, Any]]") -> "pd.DataFrame":
    """Lay out rows by their columns, in the order of the first row."""
    # It takes a quarter of a second to import, and a build that draws nothing needs none of it.
    import pandas as pd

    return pd.DataFrame(list(rows))
