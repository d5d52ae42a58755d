"""What holds of the matcher with the evidence of this repository, whatever is added or learnt anew."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from resilience.evidence import EvidenceBase
from resilience.findings.lexicon import lexicon_of
from resilience.matching import Decision, Lexicon, match
from resilience.matching.explain import ORDINARY
from resilience.matching.normalise import words
from resilience.matching.phrasebook import roots_of, spans
from resilience.matching.signs import read, signs

CASES = Path(__file__).parent / "cases"
SLANG: dict[str, str] = yaml.safe_load((CASES / "slang.yml").read_text("utf-8"))
STREET: list[dict[str, Any]] = yaml.safe_load((CASES / "street-words.yml").read_text("utf-8"))
SPEAKS = re.compile(r" points? (to|away) | (is a term|are terms) of ")
QUOTED = re.compile("“(.*?)”")
OF_A_NAME = {
    *("and", "authority", "borough", "city", "combined", "council", "county", "district", "london"),
    *("metropolitan", "of", "royal", "the", "upon"),
}


@cache
def base() -> EvidenceBase:
    return EvidenceBase(Path(__file__).parents[2] / "evidence")


@cache
def lexicon() -> Lexicon:
    return lexicon_of(base())


@pytest.mark.parametrize(("text", "sign"), SLANG.items())
def test_slang_is_read(text: str, sign: str) -> None:
    """Which type it speaks for is learnt."""
    assert sign in {one.name for one in signs(read(text, lexicon().book), lexicon().book)}


@pytest.mark.parametrize("case", STREET, ids=lambda case: case["id"])
def test_words_of_the_street_find_their_type(case: dict[str, Any]) -> None:
    found, expected = match(case["input"], lexicon()), case["expect"]
    assert found.type != expected.get("not")
    assert found.decision is not Decision.AUTO or expected.get("auto", True)
    assert {found.type, *found.alternatives} & {*expected.get("among", [found.type])}


@pytest.mark.parametrize("text", ["pothole repairs", "repairing potholes", "repair cafe", "bike repairs"])
def test_no_other_repair_is_of_homes(text: str) -> None:
    assert "healthy-homes" in match(text, lexicon()).candidates.banned


@pytest.mark.parametrize("text", ["my personal best", "the gig economy", "gig economy workers"])
def test_what_sounds_like_slang_is_a_decoy(text: str) -> None:
    assert spans(roots_of(text), lexicon().book.decoys)


def test_no_reason_over_all_texts_is_a_linking_word_or_a_place() -> None:
    places = [council.name for council in base().councils.values()]
    places += [neighbourhood.name for neighbourhood in base().all_neighbourhoods.values()]
    names = {frozenset(words(name)) - OF_A_NAME for name in places}
    texts = [action.text for policy in base().policies.values() for action in policy.actions]
    texts += [one.text for place in base().all_neighbourhoods.values() for one in place.activities]
    texts += [study.intervention for study in base().studies.values()]

    wrong = []
    for text in texts:
        found = match(text, lexicon())
        for why in (why for slug in {*found.alternatives, found.type} for why in found.reasons_for(slug)):
            if SPEAKS.search(why) and not why.startswith("It is like"):
                said = [frozenset(words(part)) for part in QUOTED.findall(why)]
                wrong += [why for one in said if one - OF_A_NAME in names or ORDINARY.issuperset(one)]
    assert wrong == []
