"""Workbooks that are broken, hostile or merely odd end in a sentence, and soon."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from resilience.tables import TableFault
from resilience.tables import workbook as module
from resilience.tables import workbook_parts as parts
from resilience.tables.workbook import SheetRow, open_workbook
from resilience.tables.workbook_parts import is_workbook

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
BOMB = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>'


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = Workbook()
    assert made.active is not None
    made.active.append(["code", "share"])
    made.active.append(["E01", 0.5])
    path = tmp_path / "book.xlsx"
    made.save(path)
    return with_shared_strings(path)


def rows(path: Path) -> list[SheetRow]:
    with open_workbook(path) as sheets:
        return sheets[0].rows()


def with_shared_strings(path: Path) -> Path:
    """Keep the texts of cells in a part of their own, as Excel does."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/{STRINGS}" ContentType="{kind}"/></Types>'
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    with_part(path, "[Content_Types].xml", lambda xml: xml.replace("</Types>", override))
    texts: list[str] = []

    def shared(found: re.Match[str]) -> str:
        texts.append(found[1])
        return f't="s"><v>{len(texts) - 1}</v>'

    with_part(path, SHEET, lambda xml: re.sub(r't="inlineStr"><is><t>(.*?)</t></is>', shared, xml))
    with zipfile.ZipFile(path, "a") as archive:
        items = "".join(f"<si><t>{text}</t></si>" for text in texts)
        archive.writestr(STRINGS, f'<sst xmlns="{space}">{items}</sst>')
    return path


def with_part(path: Path, name: str, change: Callable[[str], str]) -> Path:
    """Pack a workbook again with one part changed."""
    with zipfile.ZipFile(path) as archive:
        texts = {one: archive.read(one).decode() for one in archive.namelist()}
    before, texts[name] = texts[name], change(texts[name])
    assert texts[name] != before
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, text in texts.items():
            archive.writestr(one, text)
    return path


def declared(xml: str) -> str:
    start, element = re.match(r"(<\?xml.*?\?>)?(.*)", xml, re.DOTALL).groups()  # type: ignore[union-attr]
    return f"{start or ''}{BOMB}{element}"


def test_a_sheet_is_read_as_texts(book: Path) -> None:
    assert is_workbook(book)
    assert rows(book) == [SheetRow(1, ["code", "share"]), SheetRow(2, ["E01", "0.5"])]


def test_a_formula_has_the_value_that_was_last_worked_out(book: Path) -> None:
    with_part(book, SHEET, lambda xml: xml.replace("<v>0.5</v>", "<f>1/4</f><v>0.25</v>"))
    assert rows(book)[1] == SheetRow(2, ["E01", "0.25"])


def test_an_error_is_what_the_spreadsheet_shows(book: Path) -> None:
    with_part(
        book, SHEET, lambda xml: re.sub(r'<c r="B2"[^>]*>.*?</c>', '<c r="B2" t="e"><v>#N/A</v></c>', xml)
    )
    assert rows(book)[1].cells == ["E01", "#N/A"]


@pytest.mark.parametrize("name", [SHEET, STRINGS, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"])
def test_entities_are_refused_before_anything_is_read(book: Path, name: str) -> None:
    with pytest.raises(TableFault, match="declares a document type"):
        rows(with_part(book, name, declared))


def test_a_bomb_is_told_before_it_is_unpacked(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_part(book, SHEET, lambda xml: xml + " " * 3_000_000)
    monkeypatch.setattr(parts, "MOST_BYTES", 1_000_000)
    assert book.stat().st_size < 20_000
    with pytest.raises(TableFault, match="unpacks to more than 1 MB"):
        rows(book)


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
        '<row r="99999999999"><c r="A9"><v>1</v></c></row>',
        "".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(3, 1300)),
    ],
)
def test_cells_far_away_do_not_fill_the_memory(book: Path, cells: str) -> None:
    with_part(book, SHEET, lambda xml: xml.replace("</sheetData>", f"{cells}</sheetData>"))
    with pytest.raises(TableFault, match="more cells than any official one"):
        rows(book)


def test_rows_are_made_equally_long_up_to_a_limit(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cell = '<row r="5"><c r="ZZ5"><v>1</v></c></row>'
    with_part(book, SHEET, lambda xml: xml.replace("</sheetData>", f"{cell}</sheetData>"))
    assert {len(row.cells) for row in rows(book)} == {702}
    monkeypatch.setattr(module, "MOST_CELLS", 2_000)
    with pytest.raises(TableFault, match="more cells than any official one"):
        rows(book)


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: with_part(path, SHEET, lambda xml: xml[: len(xml) // 2]),
        lambda path: with_part(path, "xl/workbook.xml", lambda xml: xml[: len(xml) // 2]),
        lambda path: with_part(path, SHEET, lambda xml: xml.replace('t="s"><v>0', 't="s"><v>99')),
        lambda path: with_part(path, SHEET, lambda xml: xml.replace("<v>0.5", "<v>half")),
    ],
)
def test_what_is_not_whole_is_told(book: Path, harm: Callable[[Path], Path]) -> None:
    with pytest.raises(TableFault, match=r"The workbook can't be read .* Get it again"):
        rows(harm(book))


def test_a_part_that_was_cut_is_told(book: Path) -> None:
    content = book.read_bytes()
    place = content.index(SHEET.encode()) + len(SHEET) + 20
    book.write_bytes(content[:place] + bytes(40) + content[place + 40 :])
    with pytest.raises(TableFault, match="The workbook"):
        rows(book)


@pytest.mark.parametrize(
    "content", [b"", b"a,b\n1,2\n", b"PK\x03\x04 not whole", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_what_is_no_workbook_is_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "table.xlsx"
    path.write_bytes(content)
    assert not is_workbook(path)


def test_binary_workbooks_and_those_of_other_programs_are_none(tmp_path: Path) -> None:
    for name in ("xl/workbook.bin", "mimetype"):
        path = tmp_path / "book.xlsb"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr(name, "application/vnd.oasis.opendocument.spreadsheet")
        assert not is_workbook(path)
