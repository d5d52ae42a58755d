from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.lexicon import project_lexicon

from resilience.matching import Decision, match
from resilience.matching.denying_words import CUES

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "cases/negation.yml").read_text("utf-8"))
SAYS = "” says what it is not about, so a person should look."


def denied(text: str) -> list[str]:
    said = match(text, project_lexicon()).why
    return [why.removeprefix("“").removesuffix(SAYS) for why in said if why.endswith(SAYS)]


@pytest.mark.parametrize(("text", "words"), CASES["denied"].items())
def test_what_is_denied_is_told_and_never_sure(text: str, words: str) -> None:
    assert denied(text)[0] == words
    assert match(text, project_lexicon()).decision is not Decision.AUTO


@pytest.mark.parametrize("text", CASES["not-denied"])
def test_what_only_sounds_like_a_denial_is_none(text: str) -> None:
    assert denied(text) == []


def test_there_are_many_cases() -> None:
    assert min(len(CASES["denied"]), len(CASES["not-denied"])) >= 40


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Not about debt advice, but about community gardens", "green-space"),
        ("low cost loans from a credit union instead of loan sharks", "credit-unions"),
        ("This flyer is not about debt advice", "none"),
    ],
)
def test_what_a_text_is_not_about_speaks_for_nothing(text: str, right: str) -> None:
    found = match(text, project_lexicon())
    assert found.type == right
    assert found.decision is not Decision.AUTO


def test_a_denied_word_is_no_reason() -> None:
    why = match("No lunch club, but a choir", project_lexicon()).reasons_for("community-clubs")
    assert not any("“lunch club”" in one for one in why if not one.endswith(SAYS))


def test_a_denial_ends_with_its_clause() -> None:
    assert denied("It is not open. Debt advice is in the library") == []
    assert denied("It is not open; debt advice is in the library") == []


@pytest.mark.parametrize("end", ["", " " * 3, "…", "\n\n", "!?"])
def test_marks_at_the_end_change_nothing(end: str) -> None:
    assert denied(f"This is not about debt advice{end}") == ["not about debt advice"]


@pytest.mark.parametrize("text", CASES["denied"])
def test_no_denial_is_passed_over(text: str) -> None:
    assert not CUES.isdisjoint(match(text, project_lexicon()).candidates.reading.words)
