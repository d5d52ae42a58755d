"""Tables of texts: read and written a chunk at a time, so that memory stays flat however long they are.

What a table says is never changed: a row keeps its own characters where input and output have one format.
"""

from resilience.tables.columns import leave_free, require
from resilience.tables.delimited import delimited_records
from resilience.tables.fault import TableFault
from resilience.tables.formats import Format, format_of, open_table, writer_for
from resilience.tables.lines import has_mark
from resilience.tables.table import Chunk, NewColumn, Table, Writer, texts_of

__all__ = [
    "Chunk",
    "Format",
    "NewColumn",
    "Table",
    "TableFault",
    "Writer",
    "delimited_records",
    "format_of",
    "has_mark",
    "leave_free",
    "open_table",
    "require",
    "texts_of",
    "writer_for",
]
