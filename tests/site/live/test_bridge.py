"""The bridge calls what is on the list, tells refusals from faults, and never raises."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from resilience.site.live.browser import Refusal, bridge


def twice(request: Mapping[str, Any]) -> dict[str, Any]:
    if request["n"] < 0:
        raise Refusal("Give a number above zero.")
    return {"n": request["n"] * 2}


@pytest.fixture(autouse=True)
def allowed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # The list names modules; this file is none that can be imported by a name.
    monkeypatch.setattr(bridge, "_handler", {"a:twice": twice}.__getitem__)
    bridge.allow('{"twice": "a:twice"}')
    yield
    bridge.allow("{}")


@pytest.mark.parametrize(
    ("name", "request_", "expected"),
    [
        ("twice", '{"n": 4}', {"answer": {"n": 8}}),
        ("twice", '{"n": -4}', {"refused": "Give a number above zero."}),
    ],
)
def test_answers(name: str, request_: str, expected: dict[str, Any]) -> None:
    assert json.loads(bridge.answer(name, request_)) == expected


@pytest.mark.parametrize(
    ("name", "request_", "fault"),
    [
        ("os:system", '{"n": 4}', "KeyError"),
        ("twice", "{}", "KeyError"),
        ("twice", "no JSON", "JSONDecodeError"),
    ],
)
def test_faults_come_with_their_traceback(name: str, request_: str, fault: str) -> None:
    assert fault in json.loads(bridge.answer(name, request_))["failed"]


def test_a_later_list_takes_the_place_of_an_earlier_one() -> None:
    bridge.allow('{"other": "a:twice"}')
    assert "failed" in json.loads(bridge.answer("twice", '{"n": 4}'))


def test_a_target_is_imported_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    bridge.allow('{"match": "resilience.site.live.browser.matching_handler:match_text"}')
    assert json.loads(bridge.answer("match", '{"text": ""}'))["refused"].startswith("Write a few words")
