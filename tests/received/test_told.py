"""What people are told in GitHub, where nothing that a sender wrote can act."""

import json
import re
from pathlib import Path

import pytest
from tests.received.conftest import Send
from tests.received.sent import MARY, recorded

from resilience.evidence import EvidenceBase
from resilience.received.fault import Fault, quoted
from resilience.received.sender import NotAnEvent, read_event, sender_named
from resilience.received.take import take
from resilience.received.told import of_refused, of_taken

HOSTILE = "`@all` <b>#1</b> ``` ![x](y)\n\n::error::\u202e"


def event(folder: Path, **values: object) -> Path:
    issue = {"body": "text", "number": 12, "user": {"login": "mary-b", "id": 4711}, **values}
    path = folder / "event.json"
    path.write_text(json.dumps({"issue": issue}), "utf-8")
    return path


def test_a_pull_request_credits_its_sender_and_closes_the_issue(base: EvidenceBase) -> None:
    told = of_taken(take(base, MARY, recorded("policy")), MARY)
    assert told["title"] == "Add a policy sent by form: leeds-dry-homes-2024"
    assert told["message"].startswith(f"{told['title']}\n\nSent by mary-b in issue #12")
    assert told["message"].endswith("\n\nCo-authored-by: mary-b <4711+mary-b@users.noreply.github.com>\n")
    assert told["text.md"].startswith("Closes #12.\n\nMade from the form that @mary-b filled in; ")
    assert "`A language model read the source, and I compared its answer with the source`" in told["text.md"]


def test_a_correction_brings_the_entry_that_credits_it(base: EvidenceBase) -> None:
    text = of_taken(take(base, MARY, recorded("correction")), MARY)["text.md"]
    assert "  - record: studies/trial-2020\n" in text
    assert "    by: mary-b\n    on: '" in text


def test_warnings_are_for_the_reviewer_and_can_not_act(send: Send) -> None:
    text = of_taken(send("policy", summary=f"Homes. {HOSTILE.partition(chr(10))[0]}"), MARY)["text.md"]
    assert "They ask for a look at:" in text
    outside = re.sub(r"`[^`\n]*`", "", text)
    assert [part for part in ("<b>", "@all", "![x]", "`") if part in outside] == []


def test_what_is_missing_is_a_list() -> None:
    faults = [Fault("Council", f"{quoted(HOSTILE)} is no council."), Fault("", "More.")]
    answer = of_refused(faults)["answer.md"]
    assert "- **Council** `’@all’ <b>#1</b> ’’’ ![x](y) ::error::\\u202e` is no council.\n- More.\n" in answer
    assert "sets the label `accept` again" in answer


@pytest.mark.parametrize("text", ["", "`", "``", " ` ` ", "\\", "a" * 1000, HOSTILE])
def test_a_quotation_is_one_piece_of_code(text: str) -> None:
    assert re.fullmatch(r"`[^`\n]{1,300}`", quoted(text))


def test_an_event_is_read(tmp_path: Path) -> None:
    assert read_event(event(tmp_path)) == (MARY, "text")
    assert read_event(event(tmp_path, body=None)) == (MARY, "")


@pytest.mark.parametrize(
    "values",
    [
        {"user": {"login": "$(id)", "id": 1}},
        {"user": {"login": "mary\nCo-authored-by: x", "id": 1}},
        {"user": {"login": "mary", "id": "1"}},
        {"user": {"login": "mary", "id": True}},
        {"user": None},
        {"number": "12; rm -rf /"},
        {"number": -1},
    ],
)
def test_what_github_would_not_write_is_refused(tmp_path: Path, values: dict[str, object]) -> None:
    with pytest.raises(NotAnEvent):
        read_event(event(tmp_path, **values))


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"issue": 1}', b"\xff"])
def test_another_file_is_no_event(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "event.json").write_bytes(content)
    with pytest.raises(NotAnEvent):
        read_event(tmp_path / "event.json")


@pytest.mark.parametrize("name", ["", "-x", "x" * 101, "a b", "a/b", "\uff41", "mary-"])
def test_other_names_are_no_accounts(name: str) -> None:
    with pytest.raises(NotAnEvent):
        sender_named(name)
