"""Rows with columns of known types as a Parquet file (extra `parquet`)."""

import io
from collections.abc import Sequence
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
from pyarrow import parquet as pq

_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


def parquet_bytes(columns: Sequence[tuple[str, str]], rows: Sequence[Sequence[Any]]) -> bytes:
    """Write rows as Parquet; each column has a name and one of the types of a Table Schema.

    Raises a KeyError for another type, and pyarrow's own error for a cell that is not of its type.
    """
    schema = pa.schema([(name, _TYPES[type_]) for name, type_ in columns])
    cells = [[row[place] for row in rows] for place in range(len(columns))]
    table = pa.table(
        [pa.array(column, type_) for column, type_ in zip(cells, schema.types, strict=True)], schema=schema
    )
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()
