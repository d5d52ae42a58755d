"""`resilience dedupe` reads tables, BibTeX and RIS, writes groups, and says why."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from resilience.cli import main

HEAD = "ID,Title,AUTHOR,Year,journal,volume,number,pages,DOI\n"
TITLE = "Effect of home insulation on respiratory health in cold houses"
ROW = f'{TITLE},"Mead, Anna J and Okoro, Ben",2012,Journal of Housing and Health,34,2,121-134,10.1000/jhh.1\n'
OTHER = f'{TITLE.upper()},"Mead, A J and Okoro, B",2012,J Hous Health,34,,121-34,\n'
ERRATUM = f'Erratum to: {TITLE},"Mead, A J and Okoro, B",2012,J Hous Health,34,3,201,\n'
BIBTEX = f"""@article{{mead,
  author = {{Mead, Anna J. and Ok{{\\"o}}ro, Ben}}, title = {{{TITLE}}},
  year = {{2012}}, journal = {{Journal of Housing and Health}}, volume = {{34}}, pages = {{121--134}}
}}
@article{{mead-2012,
  author = {{Mead, A. J. and Oköro, B.}}, title = {{{TITLE}}},
  year = {{2012}}, journal = {{J. Hous. Health}}, volume = {{34}}, pages = {{121-134}}
}}
"""
RIS = "".join(
    f"TY  - JOUR\nAU  - Mead, {given}\nTI  - {TITLE}\nPY  - 2012\nJO  - Journal of Housing and Health\n"
    f"VL  - 34\nSP  - 121\nEP  - 134\nER  - \n\n"
    for given in ("Anna J", "A J")
)


def dedupe(path: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["dedupe", str(path), *words], catch_exceptions=False)


def table(folder: Path, text: str, name: str = "records.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def test_groups_of_a_table(tmp_path: Path) -> None:
    result = dedupe(table(tmp_path, f"{HEAD}b,{ROW}a,{OTHER}c,{ERRATUM}"), "-o", str(tmp_path / "groups.csv"))
    assert result.exit_code == 0
    assert rows(tmp_path / "groups.csv") == [["merged_ids"], ["a;b"]]
    assert result.stderr.startswith("3 records: 1 work stands here more than once, with 1 record too many.")


@pytest.mark.parametrize(
    ("name", "text", "group"),
    [("works.bib", BIBTEX, "mead;mead-2012"), ("works.ris", RIS, "line-1;line-11")],
)
def test_groups_of_an_export(tmp_path: Path, name: str, text: str, group: str) -> None:
    result = dedupe(table(tmp_path, text, name), "-o", str(tmp_path / "groups.csv"))
    assert result.exit_code == 0, result.output
    assert rows(tmp_path / "groups.csv") == [["merged_ids"], [group]]


def test_pairs_in_doubt(tmp_path: Path) -> None:
    perhaps = ROW.replace(",34,2,121-134,10.1000/jhh.1", ",,,,").replace(
        "Journal of Housing and", "Annals of"
    )
    result = dedupe(table(tmp_path, f"{HEAD}a,{OTHER}b,{perhaps}"), "--maybe", str(tmp_path / "pairs.csv"))
    assert result.exit_code == 0
    (_, pair) = rows(tmp_path / "pairs.csv")
    assert pair[:2] == ["a", "b"]
    assert pair[2].startswith("These may be one work.")


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (("a", "b"), "These are one work. They stand in the same volume (34) on the same page"),
        (("a", "c"), "These are two works. Only one title is that of a correction."),
    ],
)
def test_a_decision_is_told_in_words(tmp_path: Path, pair: tuple[str, str], said: str) -> None:
    path = table(tmp_path, f"{HEAD}b,{ROW}a,{OTHER}c,{ERRATUM}")
    result = dedupe(path, "--explain", *pair)
    assert result.exit_code == 0
    assert result.stdout.startswith(said)
    assert "volume   the same (34; 34)" in result.stdout


def test_a_title_that_acts_on_terminals_is_shown_as_codes(tmp_path: Path) -> None:
    path = table(tmp_path, f"{HEAD}a,{ROW}b,{ROW.replace('121-134', chr(27) + '[2J')}")
    assert "\x1b" not in dedupe(path, "--explain", "a", "b").stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The file is empty."),
        (
            "key,name\na,b\n",
            "1: there is no column title. Rename the one that is meant; the columns are key, name.",
        ),
        (f"{HEAD}a,{ROW}a,{OTHER}", "2 ID: a stands here more than once. Give each record one of its own."),
        (f"{HEAD},{ROW}", "2 ID: the record has none."),
        (f"{HEAD}a;b,{ROW}", "2 ID: a;b holds a semicolon"),
        (f"{HEAD}a,b\n", "2: the number of values is 2, but the first line names 9 columns."),
    ],
)
def test_what_is_wrong_with_a_table_is_told(tmp_path: Path, text: str, said: str) -> None:
    result = dedupe(table(tmp_path, text), "-o", str(tmp_path / "groups.csv"))
    assert result.exit_code == 1
    assert said in result.stderr
    assert not (tmp_path / "groups.csv").exists()


def test_a_broken_export_is_told_with_its_line(tmp_path: Path) -> None:
    result = dedupe(
        table(tmp_path, "@article{a,\n  title = {Cold homes\n", "works.bib"), "-o", str(tmp_path / "g.csv")
    )
    assert result.exit_code == 1
    assert "works.bib:2" in result.stderr


def test_unknown_records_and_no_task_are_told(tmp_path: Path) -> None:
    path = table(tmp_path, f"{HEAD}a,{ROW}")
    assert "There is no record x or y." in dedupe(path, "--explain", "x", "y").stderr
    assert dedupe(path).exit_code == 2
