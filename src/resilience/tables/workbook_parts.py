"""The parts of a workbook, which is a zip archive of XML: looked at before anything is unpacked or read.

An archive of some kilobytes can unpack to gigabytes, and a few lines that define entities fill the memory.
No spreadsheet writes either.
"""

import zipfile
import zlib
from pathlib import Path
from xml.parsers import expat

from resilience.tables.table import TableFault

NEEDED = frozenset(["[Content_Types].xml", "xl/workbook.xml"])
MOST_BYTES = 500_000_000
"""Unpacked; the largest official sheet, 33,000 rows of 57 columns, has 94 million."""
BLOCK = 65_536


def is_workbook(path: Path) -> bool:
    """Tell whether a file is a workbook of the kind .xlsx, whatever its name; raises OSError."""
    if not zipfile.is_zipfile(path):
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return set(archive.namelist()) >= NEEDED
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return False


def check_parts(path: Path) -> None:
    """Raise `TableFault` where a workbook is broken, unpacks to more than any table, or defines entities."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_BYTES:
                raise TableFault(
                    f"The workbook unpacks to more than {MOST_BYTES // 1_000_000} MB; no official one does. "
                    "Get it again, or save the sheet as CSV and give that."
                )
            for part in archive.infolist():
                _check_start(archive, part)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise TableFault(f"The workbook is not whole ({error}). Get it again.") from None


class _Seen(Exception):
    """The first element of a document was reached."""


def _check_start(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Look at a part as far as its first element; what is no XML is a picture, which nothing reads."""

    def refuse(*_: object) -> None:
        raise TableFault(
            f"The part {part.filename} of the workbook declares a document type, as no spreadsheet does. "
            "Get it again from the official page."
        )

    def stop(*_: object) -> None:
        raise _Seen

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    with archive.open(part) as file:
        try:
            while block := file.read(BLOCK):
                parser.Parse(block)
        except (_Seen, expat.ExpatError):
            return
