"""Files that are no table, told by their first bytes whatever their name, and how to get one from each."""

import io
import zipfile
from pathlib import Path
from typing import BinaryIO, NamedTuple

HEAD = 2_048
"""Bytes from which a file is told."""


class OtherFile(NamedTuple):
    """What a file is instead of a table, and what to do."""

    what: str
    mend: str

    @property
    def said(self) -> str:
        """What it is, as a part of a sentence."""
        return self.what[0].lower() + self.what[1:].rstrip(".")

    def __str__(self) -> str:
        return f"{self.what} {self.mend}"


WORKBOOK = OtherFile("This is a workbook, not a table.", "Open it, save the sheet as CSV, and give that.")
DOCUMENT = OtherFile(
    "This is a text document, not a table.",
    "Copy its table into a spreadsheet, save the sheet as CSV, and give that.",
)
PDF = OtherFile(
    "This is a PDF, not a table.",
    "Look for the same table as CSV, or copy it into a spreadsheet and save the sheet as CSV.",
)
PICTURE = OtherFile("This is a picture, not a table.", "Look for the same table as CSV.")
ZIPPED = OtherFile("This is a zip archive, not a table.", "Unpack it, and give the table that is in it.")
PACKED = OtherFile("This is a packed file, not a table.", "Unpack it, and give the table that is in it.")
PAGE = OtherFile(
    "This is a web page, not a table.",
    "Fetch the file that the page leads to; or open the page in a spreadsheet and save the sheet as CSV.",
)
XML = OtherFile(
    "This is XML, not a table.", "Open it in a spreadsheet, save the sheet as CSV, and give that."
)

ZIP = b"PK\x03\x04"
STARTS = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": WORKBOOK,
    b"%PDF-": PDF,
    b"\x89PNG": PICTURE,
    b"\xff\xd8\xff": PICTURE,
    b"GIF8": PICTURE,
    b"\x1f\x8b": PACKED,
    b"BZh": PACKED,
    b"7z\xbc\xaf\x27\x1c": PACKED,
    b"\xfd7zXZ\x00": PACKED,
    b"Rar!\x1a\x07": PACKED,
}
"""The first bytes of files; those of the first are a workbook of before 2007, the ending .xls."""
MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<meta", b"<script")


def other_file(file: BinaryIO) -> OtherFile | None:
    """Tell what a file is, None where it may be a table; the file can be read from any place."""
    file.seek(0)
    head = file.read(HEAD)
    if head.startswith(ZIP):
        return _in_zip(file)
    for start, found in STARTS.items():
        if head.startswith(start):
            return found
    return _marked_up(head)


def other_content(content: bytes) -> OtherFile | None:
    """Tell what some bytes are, None where they may be a table."""
    return other_file(io.BytesIO(content))


def other_path(path: Path) -> OtherFile | None:
    """Tell what a file is, None where it may be a table; raises OSError."""
    with path.open("rb") as file:
        return other_file(file)


def _in_zip(file: BinaryIO) -> OtherFile:
    """Tell workbooks and text documents, which are zip archives too, from others."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            kind = archive.read("mimetype") if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError, EOFError):
        # Of the archives that people take for tables most are workbooks; this one is not whole.
        return OtherFile(
            "This is a workbook or a zip archive, and not a whole one.", "Get it again; give a table as CSV."
        )
    if b"spreadsheet" in kind or any(name.startswith("xl/") for name in names):
        return WORKBOOK
    if b"text" in kind or any(name.startswith("word/") for name in names):
        return DOCUMENT
    return ZIPPED


def _marked_up(head: bytes) -> OtherFile | None:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith(MARKUP):
        return PAGE
    if text.startswith(b"<?xml"):
        return PAGE if b"<html" in text else XML
    return None
