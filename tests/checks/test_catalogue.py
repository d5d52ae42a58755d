"""The codes of the checks: each is declared once, in order, and explained in full."""

import re
from pathlib import Path

import pytest

from resilience.checks import Code, Severity, catalogue

REPOSITORY = Path(__file__).parents[2]
FAMILIES = sorted((REPOSITORY / "src/resilience/checks").glob("*.py"))
CODES = catalogue()


def test_every_code_that_is_declared_is_in_the_catalogue() -> None:
    text = "\n".join(path.read_text("utf-8") for path in FAMILIES)
    declared = re.findall(r"^([EW]\d{3}) = Code\(", text, re.MULTILINE)
    assert sorted(declared) == sorted(code.code for code in CODES)


def test_numbers_are_unique_and_sorted() -> None:
    numbers = [code.code[1:] for code in CODES]
    assert numbers == sorted(set(numbers))


def test_titles_are_unique() -> None:
    assert len({code.title for code in CODES}) == len(CODES)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_a_code_is_explained(code: Code) -> None:
    assert re.fullmatch(r"[EW]\d{3}", code.code)
    assert code.severity is (Severity.ERROR if code.code[0] == "E" else Severity.WARNING)
    assert code.title
    assert not code.title.endswith(".")
    for sentence in (code.why, code.mend):
        assert sentence[:1].isupper() or sentence[:1] in "`'"
        assert sentence.endswith((".", "'.", ")."))
    assert code.example
    assert code.example.isprintable() or "\n" in code.example


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_a_problem_is_written_as_one_sentence_and_a_mend(code: Code) -> None:
    problem = code.found("evidence/gaps.yml", 3, "something is wrong", field="gaps[0]")
    assert str(problem) == f"evidence/gaps.yml:3 gaps[0]: something is wrong [{code.code}]. {code.mend}"
    whole = code.found("evidence/gaps.yml", 1, "something is wrong", mend="Mend it so.")
    assert str(whole) == f"evidence/gaps.yml:1: something is wrong [{code.code}]. Mend it so."


def test_the_book_explains_all_codes() -> None:
    page = (REPOSITORY / "book/contribute/checks.md").read_text("utf-8")
    assert page.startswith("---\ndescription: ")
    assert "\n# Checks\n" in page
    assert page.endswith("\n```{check-codes}\n```\n")


def test_codes_that_the_book_names_exist() -> None:
    known = {code.code for code in CODES}
    for path in [*(REPOSITORY / "book").rglob("*.md"), REPOSITORY / "CONTRIBUTING.md"]:
        assert set(re.findall(r"\b[EW]\d{3}\b", path.read_text("utf-8"))) <= known, path.name
