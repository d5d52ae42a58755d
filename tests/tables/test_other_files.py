"""What is no table is told by its first bytes, whatever it is called."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tables.zipped import zipped

from resilience.tables.other_files import (
    DOCUMENT,
    PACKED,
    PAGE,
    PDF,
    PICTURE,
    WORKBOOK,
    XML,
    ZIPPED,
    OtherFile,
    other_content,
)

ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODT = "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (zipped(docProps_app="", xl_workbook=""), WORKBOOK),
        (zipped(mimetype=ODS, content=""), WORKBOOK),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", WORKBOOK),
        (zipped(word_document=""), DOCUMENT),
        (zipped(mimetype=ODT), DOCUMENT),
        (zipped(grants="id,text\n"), ZIPPED),
        (gzip.compress(b"id,text\n", mtime=0), PACKED),
        (b"%PDF-1.7\n", PDF),
        (b"\x89PNG\r\n", PICTURE),
        (b"\xff\xd8\xff\xe0", PICTURE),
        (b"<!DOCTYPE html><html>", PAGE),
        (b"\xef\xbb\xbf\r\n <HTML lang=en>", PAGE),
        (b"<table><tr><td>1", PAGE),
        (b'<?xml version="1.0"?><!DOCTYPE html><html>', PAGE),
        (b'<?xml version="1.0"?><Workbook>', XML),
        (b"id,text\n1,<html>\n", None),
        (b'{"grants": []}', None),
        (b"PAR1", None),
        (b"", None),
    ],
)
def test_first_bytes(content: bytes, found: OtherFile | None) -> None:
    assert other_content(content) == found


@given(st.binary(max_size=200))
def test_an_archive_that_broke_off_is_told(rest: bytes) -> None:
    found = other_content(b"PK\x03\x04" + rest)
    assert found
    assert "not a whole one" in found.what
