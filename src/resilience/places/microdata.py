"""Household microdata of a survey with two waves: what a table looks like."""

import pandas as pd

COLUMNS = ("area", "group", "wave", "outcome")
OUTCOME = "outcome"
PLACEBO = "placebo"
"""A column that a table may have: an outcome that the activity can't have changed."""
GROUPS = ("programme", "comparison")
WAVES = (1, 2)
LINE = "line"
"""The name of an index that holds the numbers of lines in a file."""


class MicrodataError(ValueError):
    """What is wrong with a table of microdata, one sentence a line."""


def place_of(frame: pd.DataFrame, row: int) -> str:
    """Name a row by its line in the file, where the table knows it, else by its number from 1."""
    return f"line {frame.index[row]}" if frame.index.name == LINE else f"row {row + 1}"
