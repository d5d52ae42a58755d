"""The text of a file, whatever its encoding and line ends."""

import codecs
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WINDOWS = "cp1252"


class FileFault(Exception):
    """A file that can't be read at all; the message says why and how to mend it."""


class FileText(NamedTuple):
    """The text with line feeds as line ends, and its encoding."""

    text: str
    encoding: str


def text_of(content: bytes, encoding: str | None = None) -> FileText:
    """Decode a file: by `encoding`, else by its mark, else as UTF-8, else as Windows-1252.

    Raises FileFault where it is no text.
    """
    told = encoding or _told(content)
    try:
        text = content.decode(told)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise FileFault(
            f"Line {line} is not {told}. Say --encoding with the right one, such as utf-16."
        ) from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise FileFault(
            f"Line {line} holds a NUL character, so this is no text. Export the list again as RIS or CSV."
        )
    return FileText(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), told)


def _told(content: bytes) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    # Without a mark, every second byte of plain letters in UTF-16 is a zero.
    if b"\0" in content[:200] and not content[:200:2].strip(b"\0"):
        return "utf-16-be"
    if b"\0" in content[:200] and not content[1:200:2].strip(b"\0"):
        return "utf-16-le"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return WINDOWS
    return "utf-8"
