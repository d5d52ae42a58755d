from typing import cast

import pytest
from tests.lexicon import project_lexicon

from resilience.findings.lessons import EXAMPLES
from resilience.findings.lexicon import Lesson
from resilience.learning.held_out import Unseen
from resilience.learning.scale import auto_from, learn_scale
from resilience.matching import Match, match


class Said:
    """A match with given strengths and no more."""

    def __init__(self, **strength: float) -> None:
        self.candidates = self
        self.strength = strength
        self.type = max(strength, key=lambda slug: strength[slug])


def unseen(coded: str, source: str = "policies/a", **strength: float) -> Unseen:
    return Unseen(Lesson("text", coded, 1.0, source), cast(Match, Said(**strength)))


def test_auto_begins_where_nearly_all_were_right() -> None:
    right = [unseen("a", a=0.9 + number / 1000, b=0.01) for number in range(30)]
    wrong = [unseen("b", a=0.5, b=0.4) for _ in range(20)]
    assert auto_from([*right, *wrong]) == pytest.approx(0.9, abs=0.002)


def test_examples_have_no_say_in_auto() -> None:
    assert auto_from([unseen("a", EXAMPLES, a=0.9, b=0.1)]) > 1


def test_the_scale_is_the_share_that_was_right() -> None:
    half = [unseen(coded, a=0.7, b=0.3) for coded in ("a", "b") * 50]
    scale = learn_scale(half)
    assert {score for _, score in scale.points} == {50.0}


def test_scores_lie_on_the_scale() -> None:
    lexicon = project_lexicon()
    scores = [score for _, score in lexicon.scale.points]
    found = match("insulate homes", lexicon)
    assert min(scores) <= found.score <= 99
