"""The column that must be there, and the names that must be free."""

from collections.abc import Sequence
from shlex import quote

from rapidfuzz import process

from resilience.tables.fault import TableFault
from resilience.tables.table import NewColumn, Table

MOST_NAMED = 12
LONGEST_SHOWN = 60
LIKE_ENOUGH = 60


def require(table: Table, column: str) -> None:
    """Raise a `TableFault` where a table does not have just one column of a name."""
    found = table.columns.count(column)
    if found > 1:
        raise TableFault(f"There are {found} columns named `{column}`. Rename all but one.")
    if not found:
        raise TableFault(f"There is no column `{column}`. {_instead(table.columns, column)}")


def require_distinct(table: Table) -> None:
    """Raise a `TableFault` where two columns have one name, of which JSON and Parquet would lose one."""
    for name in table.columns:
        require(table, name)


def leave_free(table: Table, new: Sequence[NewColumn]) -> None:
    """Raise a `TableFault` where a table has a column of a name that is to be added."""
    taken = [f"`{column.name}`" for column in new if column.name in table.columns]
    if taken:
        raise TableFault(
            f"There already is a column {' and a column '.join(taken)}. "
            "Say --prefix matched_ (or another word) to name the new columns apart."
        )


def _instead(columns: Sequence[str], column: str) -> str:
    if len(columns) == 1 and (mark := next((mark for mark in ";\t|" if mark in columns[0]), "")):
        name = {";": "semicolons", "\t": "tabs (say --format tsv)", "|": "bars"}[mark]
        return f"The first line looks as if it were separated by {name}: save it with commas."
    near = process.extractOne(
        column, columns, processor=lambda name: name.strip().lower(), score_cutoff=LIKE_ENOUGH
    )
    shown = ", ".join(f"`{_shorten(name)}`" for name in columns[:MOST_NAMED])
    more = f" and {len(columns) - MOST_NAMED} more" if len(columns) > MOST_NAMED else ""
    nearest = (
        f"Say --column {quote(_shorten(near[0]))}, which is nearest"
        if near
        else "Say --column with one of them"
    )
    return f"The columns are {shown}{more}. {nearest}."


def _shorten(name: str) -> str:
    """Cut a name that would fill the screen."""
    return name if len(name) <= LONGEST_SHOWN else f"{name[:LONGEST_SHOWN]}…"
