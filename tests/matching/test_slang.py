"""What the phrasebook of today reads in slang; which type it speaks for is learnt."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from resilience.matching.phrasebook import Phrasebook, compile_phrasebook, roots_of, spans
from resilience.matching.signs import read, signs

CASES: dict[str, str] = yaml.safe_load((Path(__file__).parent / "cases/slang.yml").read_text("utf-8"))
EVIDENCE = Path(__file__).parents[2] / "evidence"


@cache
def file(name: str) -> dict[str, Any]:
    plain: dict[str, Any] = yaml.safe_load((EVIDENCE / name).read_text("utf-8"))
    return plain


@cache
def book() -> Phrasebook:
    return compile_phrasebook(
        {idea["name"]: idea["phrases"] for idea in file("words.yml")["ideas"]},
        {type_["slug"]: type_["terms"] for type_ in file("taxonomy.yml")["types"]},
        file("words.yml")["decoys"],
    )


@pytest.mark.parametrize(("text", "sign"), CASES.items())
def test_slang_is_read(text: str, sign: str) -> None:
    assert sign in {one.name for one in signs(read(text, book()), book())}


@pytest.mark.parametrize("text", ["pothole repairs", "repairing potholes", "repair cafe", "bike repairs"])
def test_no_other_repair_is_of_homes(text: str) -> None:
    bans = {
        roots_of(phrase): ban["type"] for ban in file("words.yml")["bans"] for phrase in ban["phrases"]
    }
    roots = roots_of(text)
    assert any(bans.get(roots[start : start + 2]) == "healthy-homes" for start in range(len(roots)))


@pytest.mark.parametrize("text", ["my personal best", "the gig economy", "gig economy workers"])
def test_what_sounds_like_slang_is_a_decoy(text: str) -> None:
    assert spans(roots_of(text), book().decoys)
