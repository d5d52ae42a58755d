from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.lexicon import project_lexicon

from resilience.matching import Decision, match

CASES = Path(__file__).parent / "cases"
MATCHING: list[dict[str, Any]] = yaml.safe_load((CASES / "matching.yml").read_text(encoding="utf-8"))
LOOK_ALIKE: dict[str, list[str]] = yaml.safe_load((CASES / "hard-negatives.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", MATCHING, ids=lambda case: case["id"])
def test_cases(case: dict[str, Any]) -> None:
    found = match(case["input"], project_lexicon())
    expected = dict(case["expect"])
    assert found.type != expected.pop("not", "")
    assert {"type": found.type, "decision": found.decision.value} | expected == {
        "type": found.type,
        "decision": found.decision.value,
    }


@pytest.mark.parametrize("text", LOOK_ALIKE["none"])
def test_what_only_looks_like_an_activity_has_no_type(text: str) -> None:
    assert match(text, project_lexicon()).decision is Decision.NONE


@pytest.mark.parametrize("text", LOOK_ALIKE["review"])
def test_what_may_mislead_is_left_to_a_person(text: str) -> None:
    assert match(text, project_lexicon()).decision is not Decision.AUTO


def test_every_name_of_one_type_finds_it() -> None:
    lexicon = project_lexicon()

    wrong = []
    for slug, names in lexicon.source["names"].items():
        for text in names:
            shared = sum(text in other for other in lexicon.source["names"].values()) > 1
            if not shared and match(text, lexicon).type != slug:
                wrong.append((slug, text, match(text, lexicon).type))
    assert wrong == []
    assert len(lexicon.source["names"]) == len(lexicon.types) - 1
