"""What the box answers: the same types as the matcher, in words, with reasons said once."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.lexicon import project_lexicon

from resilience.matching import english, match
from resilience.site.live import browser
from resilience.site.live.browser import Refusal
from resilience.site.live.browser.matching_handler import _lexicon, match_text

CERTAIN = "participatory budgeting"
TWO = "welfare rights advice and food bank"
UNSURE = "A lunch club for older people, and a garden"
NO_ACTIVITY = "qwertz asdfgh"


@pytest.fixture(scope="module", autouse=True)
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Lay out the files of data as the worker does."""
    folder = tmp_path_factory.mktemp("live")
    lexicon = project_lexicon()
    activities = {
        slug: {"label": label, "domain": "d", "page": f"{slug}.html", "links": []}
        for slug, label in lexicon.labels.items()
    }
    _write(folder, "lexicon", lexicon.to_plain())
    _write(
        folder, "english-words", {"words": (Path(english.__file__).parent / english.FILE).read_text("ascii")}
    )
    _write(folder, "activities", activities)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(browser, "FOLDER", folder)
        yield
    browser.read.cache_clear()
    _lexicon.cache_clear()


def _write(folder: Path, name: str, content: Any) -> None:
    (folder / f"{name}.json").write_text(json.dumps(content), "utf-8")


@pytest.mark.parametrize("text", [CERTAIN, TWO, UNSURE, NO_ACTIVITY])
def test_it_says_what_the_matcher_says(text: str) -> None:
    answer, expected = match_text({"text": text}), match(text, project_lexicon())
    assert (answer["type"], answer["score"], answer["decision"]) == (
        expected.type,
        expected.score,
        expected.decision.value,
    )
    shown = [(one["type"], one["score"]) for one in answer["types"]]
    assert shown == list(expected.in_order[: len(shown)])


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (CERTAIN, "This is Participatory budgeting."),
        (
            UNSURE,
            "Nearest is Community clubs and associations, but look at the reasons before you rely on it. "
            "It also names Green space.",
        ),
        (NO_ACTIVITY, "No activity in the book fits this text."),
    ],
)
def test_the_verdict_says_how_sure_it_is(text: str, verdict: str) -> None:
    assert match_text({"text": text})["verdict"] == verdict


def test_a_second_type_is_named() -> None:
    answer = match_text({"text": TWO})
    first, second, *_ = (one["label"] for one in answer["types"])
    assert f"This is {first}" in answer["verdict"]
    assert answer["verdict"].endswith(f" It also names {second}.")
    assert [one["also"] for one in answer["types"]][:2] == [False, True]


def test_a_text_without_a_type_still_has_reasons() -> None:
    answer = match_text({"text": NO_ACTIVITY})
    assert answer["why"]
    assert answer["types"] == []


def test_each_type_says_how_likely_it_is_and_where_it_leads() -> None:
    first = match_text({"text": CERTAIN})["types"][0]
    assert first["likely"] == "very likely"
    assert first["page"] == "participatory-budgeting.html"


def test_no_reason_is_given_twice() -> None:
    answer = match_text({"text": f"{UNSURE} and friendshipp"})
    reasons = [why for one in answer["types"] for why in one["why"]]
    assert len(answer["types"]) > 1
    assert len(set(reasons)) == len(reasons)


@pytest.mark.parametrize("request_", [{"text": " \n"}, {"text": ""}, {}])
def test_no_text_is_refused_in_a_sentence(request_: dict[str, str]) -> None:
    with pytest.raises(Refusal, match=r"^Write a few words .*\.$"):
        match_text(request_)


def test_the_answer_is_plain() -> None:
    answer = match_text({"text": UNSURE})
    assert json.loads(json.dumps(answer)) == answer


def test_a_likeness_leads_to_the_record_that_it_is_to() -> None:
    coded = [one for one in project_lexicon().coded if one.source.startswith("policies/")][:40]
    links = [one["like"] for text in coded for one in match_text({"text": text.text})["types"] if one["like"]]
    assert links
    assert all(link["page"].endswith(".html") and not link["page"].startswith("examples") for link in links)
    assert {link["text"] for link in links} >= {"Read that policy"}
