"""Prose: no row of a table is printed raw, no number is typed that a role gives, no file is forgotten."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

REPOSITORY = Path(__file__).parents[3]
BOOK = sorted([*(REPOSITORY / "book").rglob("*.md"), REPOSITORY / "index.md"])
PAGES = [*BOOK, *sorted((REPOSITORY / "notebooks").glob("*.md")), *sorted(REPOSITORY.glob("[A-Z]*.md"))]
READER = MarkdownIt("commonmark").enable("table")
CODE = re.compile(r"\{code(-cell)?\}")
NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten"
TYPED = re.compile(
    rf"\b(?:{NUMBER}) (?:thirds?|quarters?|fifths?|tenths?)\b"
    rf"|\b(?:{NUMBER}|\d+) groups of outcomes\b"
    r"|\b\d[\d,]* (?:studies|results|policies|councils|neighbourhoods|activity types|works|leads)\b"
)
"""Shares of the rules, and counts of records."""
LISTED = re.compile(r"^\|(.+?)\|", re.MULTILINE)


def name(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def raw_rows(text: str) -> Iterator[str]:
    """Give the lines that look like a row of a table and are read as words; directives are looked into."""
    for token in READER.parse(text):
        if token.type == "inline" and token.level:
            yield from (line for line in token.content.splitlines() if line.startswith("|"))
        elif token.type == "fence" and token.info.startswith("{") and not CODE.match(token.info):
            yield from raw_rows(token.content)


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_no_row_of_a_table_is_printed_raw(path: Path) -> None:
    assert list(raw_rows(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("| a | b |\n| --- | --- |\n| 1 | 2 |\n", []),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |\n\n| 3 | 4 |\n", ["| 3 | 4 |"]),
        ("```text\n| 3 | 4 |\n```\n", []),
        ("````{note}\n| 3 | 4 |\n````\n", ["| 3 | 4 |"]),
        ("```{code-cell}\n| 3 | 4 |\n```\n", []),
        ("Say a | b.\n", []),
    ],
)
def test_a_raw_row_is_seen(text: str, rows: list[str]) -> None:
    assert list(raw_rows(text)) == rows


@pytest.mark.parametrize("path", BOOK, ids=name)
def test_no_number_is_typed_that_a_role_gives(path: Path) -> None:
    assert TYPED.findall(path.read_text("utf-8")) == []


def test_a_typed_number_is_seen() -> None:
    said = (
        "At least two thirds of them, in eight groups of outcomes, of 1,204 results; {fact}`studies` studies."
    )
    assert TYPED.findall(said) == ["two thirds", "eight groups of outcomes", "1,204 results"]


@pytest.mark.parametrize("page", ["book/data.md", "evidence/README.md"])
def test_every_file_of_the_evidence_is_listed_once(page: str) -> None:
    there = {
        f"{path.name}/" if path.is_dir() else path.name
        for path in (REPOSITORY / "evidence").iterdir()
        if path.name != "README.md" and not path.name.startswith(".")
    }
    rows = LISTED.findall((REPOSITORY / page).read_text("utf-8"))
    named = [one for row in rows for one in re.findall(r"`([\w-]+(?:/|\.yml|\.bib))`", row)]
    assert sorted(named) == sorted(there)
