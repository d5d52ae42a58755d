"""What is learnt from a handful of texts."""

from collections.abc import Sequence
from math import log
from pathlib import Path

import pytest

from resilience.evidence import EvidenceBase
from resilience.evidence.learnt import LearntWeights
from resilience.findings.lessons import CODED, Lesson
from resilience.findings.lexicon import NEVER, UNSCALED, assemble
from resilience.learning.train import ALWAYS_KEPT, PAIR_SEEN, RUN_SEEN, SMALLEST, Trainer
from resilience.matching import Lexicon, match
from resilience.matching.characters import RUN, runs

BASE = EvidenceBase(Path(__file__).parents[1] / "checks/good/evidence")
TYPES = ["green-space", "fuel-poverty", "credit-unions", "none"]


def lesson(text: str, slug: str, also: str = "", weight: float = CODED) -> Lesson:
    return Lesson(text, slug, weight, f"policies/{text.replace(' ', '-')}", also)


PARKS = [lesson(f"look after the park {end}", "green-space") for end in ("", "gates", "trees", "paths")]
WARMTH = [lesson(f"mend boilers {end}", "fuel-poverty") for end in ("", "early", "cheaply", "well")]
OTHERS = [lesson(f"improve customer service {end}", "none") for end in ("", "soon", "twice", "online")]


def train(taught: Sequence[Lesson]) -> LearntWeights:
    return Trainer(BASE, taught).train(taught)


def lexicon(taught: Sequence[Lesson]) -> Lexicon:
    return Lexicon.from_plain(assemble(BASE, train(taught), UNSCALED, []))


def test_a_word_speaks_for_the_type_of_its_texts_and_against_the_others() -> None:
    _, spoken = train([*PARKS, *WARMTH, *OTHERS]).signs["word boil"]
    assert spoken["fuel-poverty"] > 0
    assert all(weight < 0 for slug, weight in spoken.items() if slug != "fuel-poverty")


def test_weights_are_whole_hundredths_and_none_is_too_small_to_matter() -> None:
    weights = train([*PARKS, *WARMTH, *OTHERS])
    said = [weight for _, spoken in weights.signs.values() for weight in spoken.values()]
    assert all(isinstance(weight, int) for weight in [*said, *weights.leanings.values()])
    assert min(map(abs, said)) >= round(100 * SMALLEST)


def test_a_type_without_texts_is_never_found() -> None:
    taught = [*PARKS, *WARMTH, *OTHERS]
    weights = train(taught)
    assert weights.leanings["credit-unions"] == NEVER
    assert list(weights.leanings) == TYPES
    assert not any("credit-unions" in spoken for _, spoken in weights.signs.values())
    asked = [one.text for one in taught] + ["park boilers", "service"]
    assert "credit-unions" not in {match(text, lexicon(taught)).type for text in asked}


def test_where_all_texts_are_of_one_type_nothing_else_is_found() -> None:
    assert match("look after the park", lexicon(PARKS)).type == "green-space"
    assert all(spoken == {} for _, spoken in train(PARKS).signs.values())


def test_a_type_that_is_only_ever_the_second_is_not_learnt() -> None:
    taught = [*PARKS, *OTHERS, lesson("save trees", "green-space", "credit-unions")]
    assert train(taught).leanings["credit-unions"] == NEVER


def test_a_type_that_every_text_names_first_or_second_does_not_break_the_training() -> None:
    taught = [*PARKS, *(one._replace(also="green-space") for one in WARMTH)]
    assert train(taught).leanings["green-space"] == -NEVER


def test_a_second_type_counts_but_less_than_a_first() -> None:
    rest = [*PARKS, *WARMTH, *OTHERS]

    def said(new: Lesson) -> int:
        return train([*rest, new]).signs["word zebra"][1].get("fuel-poverty", 0)

    aside = said(lesson("zebra trees", "green-space"))
    second = said(lesson("zebra trees", "green-space", "fuel-poverty"))
    first = said(lesson("zebra trees", "fuel-poverty"))
    assert aside < second < first
    assert second > 0


def test_a_text_that_counts_less_says_less() -> None:
    rest = [*PARKS, *WARMTH, *OTHERS]
    heavy, light = (
        train([*rest, lesson("zebra heating", "fuel-poverty", weight=weight)]).signs["word zebra"][1]
        for weight in (1.0, 0.8)
    )
    assert 0 < light["fuel-poverty"] < heavy["fuel-poverty"]


def test_rare_pairs_and_runs_fall_away_and_words_stay() -> None:
    signs = train([*PARKS, *WARMTH, *OTHERS]).signs
    assert "pair after look" in signs
    assert "pair gate park" not in signs
    assert "word gate" in signs
    assert not any(run in signs for run in runs("boilers"))
    assert (PAIR_SEEN, RUN_SEEN) == (2, 10)


def test_runs_that_say_something_are_kept_with_their_rarity() -> None:
    many = [lesson("boil", "fuel-poverty") for _ in range(RUN_SEEN)]
    taught = [*many, *PARKS, *OTHERS]
    signs = train(taught).signs
    rarity, spoken = signs[f"{RUN}boil"]
    assert spoken["fuel-poverty"] > 0
    assert rarity == pytest.approx(1 + log((1 + len(taught)) / (1 + RUN_SEEN)), abs=0.005)
    assert f"{RUN}park" not in signs


def test_a_text_that_stands_twice_in_one_list_is_two_texts() -> None:
    once, twice = (train([*PARKS, *WARMTH, *OTHERS, *more]) for more in ([], PARKS[:1]))
    assert once != twice


def test_what_is_always_kept_are_kinds_of_signs() -> None:
    signs = train([*PARKS, *WARMTH, *OTHERS]).signs
    bare = [sign for sign, (_, spoken) in signs.items() if not spoken]
    assert all(sign.startswith((*ALWAYS_KEPT, "pair ")) for sign in bare)


def test_the_order_of_the_texts_hardly_matters() -> None:
    taught = [*PARKS, *WARMTH, *OTHERS]
    one, two = train(taught), train(taught[::-1])
    assert one.signs.keys() == two.signs.keys()
    assert all(
        abs(spoken.get(slug, 0) - two.signs[sign][1].get(slug, 0)) <= 12
        for sign, (_, spoken) in one.signs.items()
        for slug in TYPES
    )
