from collections.abc import Callable
from unittest.mock import Mock

import pytest
from tests.lexicon import project_lexicon

from resilience.cli.match import explanation
from resilience.matching import decide, match
from resilience.site.live.browser import matching_handler as handler

TEXT = "let local people vote on improvements to parks, and a lunch club"


def test_the_very_name_says_so() -> None:
    assert match("Befriending", project_lexicon()).why[0] == "This is a name of Befriending."


def test_a_ban_is_told() -> None:
    why = match("mutual aid groups in every street", project_lexicon()).why
    assert "“mutual aid” rules out Other public mutuals." in why


def test_a_decoy_is_told() -> None:
    assert "“car park” only looks like a sign of an activity." in match("a car park", project_lexicon()).why


def test_a_slip_is_told() -> None:
    assert match("insulaton", project_lexicon()).why[0].startswith("“insulaton” is read as a slip")


def test_nothing_known_is_told() -> None:
    assert match("zzz qqq", project_lexicon()).why == ("No word here is known to the matcher.",)


def test_another_type_can_be_explained() -> None:
    text = "let local people vote on improvements to parks"
    assert any("parks" in sentence for sentence in match(text, project_lexicon()).reasons_for("green-space"))


def test_reasons_name_words_of_the_text_only() -> None:
    text = "visit homes to give energy advice"
    quoted = [part for sentence in match(text, project_lexicon()).why for part in sentence.split("“")[1:]]
    words = [part.split("”")[0] for part in quoted if "coded text" not in part]
    assert words[0] in text


@pytest.mark.parametrize(
    "ask",
    [
        lambda: [
            found.reasons_for(slug)
            for found in [match(TEXT, project_lexicon())]
            for slug in found.alternatives
        ],
        lambda: list(explanation(TEXT, project_lexicon())),
        lambda: handler.match_text({"text": TEXT}),
    ],
    ids=["room", "command", "browser"],
)
def test_a_text_is_weighed_once_however_many_types_are_explained(
    ask: Callable[[], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    candidates = Mock(wraps=decide.candidates)
    monkeypatch.setattr(decide, "candidates", candidates)
    monkeypatch.setattr(handler, "_lexicon", project_lexicon)
    monkeypatch.setattr(handler, "read", lambda name: {slug: {} for slug in project_lexicon().labels})
    assert ask()
    candidates.assert_called_once()


@pytest.mark.parametrize("text", ["we want to help the people of preston", "i want help in blackpool"])
def test_ordinary_words_and_places_are_no_reason(text: str) -> None:
    found = match(text, project_lexicon())
    said = " ".join(why for slug in (*found.alternatives, found.type) for why in found.reasons_for(slug))
    reasons = said.partition("It is like")[0]
    assert not any(f"“{word}”" in reasons for word in ("want", "help", "preston", "blackpool"))


def test_for_none_only_what_says_something_is_told() -> None:
    assert match("The advancement of the Christian faith", project_lexicon()).why[0] == (
        "“christian” and “faith” point away from every activity type."
    )
    why = match("we meet to talk of this and that", project_lexicon()).reasons_for("none")
    assert why[0] == "Nothing here points clearly to an activity type."


def test_a_likeness_is_told_without_the_name_of_a_file() -> None:
    coded = [one for one in project_lexicon().coded if one.source.startswith("policies/")][:40]
    said = [why for one in coded for why in match(one.text, project_lexicon()).reasons_for(one.type)]
    assert any(why.startswith("It is like what a council's policy says: “") for why in said)
    assert not any("policies/" in why for why in said)
