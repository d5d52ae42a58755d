"""Rankings, needs and sizes are put into words once, for the page on choosing and the step alike."""

import pytest

from resilience.appraisal import Option, Ranked, Ranking, Span, Tier
from resilience.planning.option_words import (
    WORDS,
    how_much,
    lead_of,
    more_councils,
    need_words,
    not_known,
    notes_of,
    score,
    stays,
    tries,
    weights_of,
)

LABELS = {"need": "need", "mind": "mind", "money": "money and bills"}


def ranked(label: str, tier: Tier = Tier.MIDDLE, gaps: tuple[str, ...] = ()) -> Ranked:
    option = Option(label.lower(), label, (), ("mind",), {})
    return Ranked(option, tier, {}, gaps, Span(10.4, 50.0, 89.6), 40.0, 12.4, 93.6)


def ranking(*ranks: Ranked, silent: tuple[str, ...] = ()) -> Ranking:
    return Ranking(ranks, (), {"need": 20.0, "mind": 80.0}, silent, 5)


def test_what_leads_is_named_and_of_what_nobody_can_tell() -> None:
    arts, clubs = ranked("Arts", Tier.LEADS), ranked("Clubs", Tier.CANNOT_TELL)
    assert lead_of(ranking(arts, clubs)) == "Leading: Arts. We cannot tell of: Clubs."
    assert lead_of(ranking(ranked("Arts"))) == "Nothing leads clearly."


def test_weights_are_told_against_the_heaviest() -> None:
    told = weights_of(ranking(ranked("Arts")), LABELS)
    assert told == "How much each step counts, 100 the most: need 25, mind 100."


def test_notes_say_what_does_not_count_and_where_most_lack_a_figure() -> None:
    assert notes_of(ranking(ranked("Arts"), ranked("Clubs", gaps=("need",))), LABELS) == ""
    found = notes_of(ranking(ranked("Arts", gaps=("need",)), silent=("money",)), LABELS)
    assert found.startswith("Of money and bills nothing is known for any of these activities here")
    assert "For 1 of 1 activities no figure tells the need." in found


def test_how_an_activity_stands() -> None:
    one = ranked("Arts", gaps=("need", "mind"))
    assert (tries(one.share), score(one)) == ("in 40 of 100 tries", "50 (10 to 90)")
    assert not_known(one, LABELS) == (
        "Not known: need and mind. At its best: in 94 of 100 tries; at its worst: in 12."
    )
    assert not_known(ranked("Arts"), LABELS) == "nothing"
    assert stays(ranking(one)) == "Stays in the top five"


@pytest.mark.parametrize(
    ("slug", "said"), [("arts", "97 of 100"), ("homes", WORDS["not_known"]), ("clubs", WORDS["no_figure"])]
)
def test_a_need_that_is_not_known_is_not_one_without_a_figure(slug: str, said: str) -> None:
    assert need_words({"arts": 97, "homes": None}, slug) == said


def test_a_size_says_on_how_much_it_rests() -> None:
    assert how_much("A small effect.", ("It could be no difference.",), 1) == (
        "A small effect. It could be no difference. From 1 evaluation or review."
    )
    assert how_much("", (), 0) == ""


@pytest.mark.parametrize(
    ("councils", "said"),
    [(0, "no council on record."), (2, "."), (3, ", and 1 more council."), (9, ", and 7 more councils.")],
)
def test_the_list_of_councils_ends(councils: int, said: str) -> None:
    assert more_councils(councils, ["Leeds", "Oldham"][:councils]) == said
