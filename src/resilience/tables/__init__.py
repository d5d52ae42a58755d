"""Tables of texts: read and written a chunk at a time, so that memory stays flat however long they are.

What a table says is never changed: a row keeps its own characters where input and output have one format.
"""

from resilience.tables.delimited import Quotes, delimited_records, open_csv
from resilience.tables.formats import (
    Format,
    format_of,
    leave_free,
    nested_columns,
    open_table,
    require,
    writer_for,
)
from resilience.tables.other_files import other_content, other_path
from resilience.tables.table import Chunk, NewColumn, Table, TableFault, Writer, texts_of
from resilience.tables.text_rows import has_mark

__all__ = [
    "Chunk",
    "Format",
    "NewColumn",
    "Quotes",
    "Table",
    "TableFault",
    "Writer",
    "delimited_records",
    "format_of",
    "has_mark",
    "leave_free",
    "nested_columns",
    "open_csv",
    "open_table",
    "other_content",
    "other_path",
    "require",
    "texts_of",
    "writer_for",
]
