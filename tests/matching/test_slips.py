from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.lexicon import project_lexicon

from resilience.matching import Decision, match
from resilience.matching.english import word_list
from resilience.matching.normalise import normalise, root
from resilience.matching.slips import Meant, Speller, names_in

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "cases/slips.yml").read_text("utf-8"))
WORDS = [
    "insulation",
    "insulate",
    "budget",
    "garden",
    "warden",
    "participatory",
    "loans",
    "community",
    "christmas",
]
SPELLER = Speller(map(root, WORDS), WORDS, word_list())


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("insluation", "insulation"),
        ("bugdet", "budget"),
        ("ubdget", "budget"),
        ("partcipatry", "participatory"),
        ("wardne", "warden"),
        ("chistmas", "christmas"),
        ("insulatng", "insulate"),
        ("garden", None),
        ("gadget", None),
        ("harden", None),
        ("laons", None),
        ("instilation", None),
        ("zzzzzz", None),
        ("123456", None),
        ("", None),
    ],
)
def test_a_slip_is_mended_and_a_word_or_a_stranger_is_not(word: str, meant: str | None) -> None:
    found = SPELLER.mend(word)
    assert (found.word if found else None) == meant


def test_ties_fall_the_same_way_whatever_the_order() -> None:
    words = ["markerx", "marketx"]
    one, two = (Speller(map(root, order), order, word_list()) for order in (words, words[::-1]))
    assert one.mend("markeqx") == two.mend("markeqx") == Meant("markerx", "markerx")


@pytest.mark.parametrize(("typed", "meant"), CASES["mended"].items())
def test_true_slips_are_read_as_what_they_meant(typed: str, meant: str) -> None:
    word = normalise(typed)
    found = project_lexicon().speller.mend(word)
    assert (found.root if found else root(word)) == root(meant)


@pytest.mark.parametrize("text", CASES["left"])
def test_words_names_and_other_languages_are_left(text: str) -> None:
    assert match(text, project_lexicon()).candidates.mended == {}


def test_there_are_many_cases() -> None:
    assert len(CASES["mended"]) >= 60
    assert len({word for text in CASES["left"] for word in text.split()}) >= 150


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A grant to Gardenia, for Ms Smith's choir", {"gardenia", "ms", "smiths"}),
        ("Gardning in parks. Volunters welcome", set()),
        ("Skillz FC run a club for young people", {"skillz", "fc"}),
        ("- Gardning in the park\n- Alotments for all", set()),
        ("GRANT FOR THE COMUNITY HALL", set()),
        ("Inclusive Neighbourgood Grant to Sale West", set()),
        ("The hall of the Comunity of a comunity", set()),
        ("", set()),
    ],
)
def test_a_capital_within_a_sentence_tells_a_name(text: str, names: set[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize("text", ["insulaton", "lonley older people", "gambeling", "alotments"])
def test_nothing_is_sure_by_a_mended_word_alone(text: str) -> None:
    found = match(text, project_lexicon())
    assert found.candidates.mended
    assert found.type != "none"
    assert found.decision is Decision.REVIEW


def test_a_slip_beside_what_is_sure_takes_nothing_from_it() -> None:
    found = match("food bank in the comunity hall", project_lexicon())
    assert found.candidates.mended == {"comunity": "community"}
    assert found.decision is Decision.AUTO
