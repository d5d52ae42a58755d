"""The queue holds each text that nobody has coded or decided, once, the surest suggestion first."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from resilience.evidence import EvidenceBase
from resilience.findings.joins import Joins
from resilience.findings.suggestions import Waiting, queue
from resilience.matching import Decision, Match, Ranked

GOOD = Path(__file__).parents[1] / "checks/good/evidence"


@dataclass
class Stub:
    """What the queue needs of a match."""

    decision: Decision
    ranked: tuple[Ranked, ...]


MATCHES = {
    "lend heaters in winter": Stub(Decision.REVIEW, (Ranked("fuel-poverty", 60.0),)),
    "open a warm room": Stub(Decision.AUTO, (Ranked("green-space", 95.0),)),
    "a": Stub(Decision.REVIEW, (Ranked("green-space", 97.0),)),
    "b": Stub(Decision.NONE, (Ranked("green-space", 2.0), Ranked("fuel-poverty", 1.0))),
    "c": Stub(Decision.NONE, (Ranked("fuel-poverty", 30.0),)),
    "d": Stub(Decision.AUTO, (Ranked("green-space", 96.0),)),
    "e": Stub(Decision.REVIEW, (Ranked("fuel-poverty", 60.0),)),
}


def suggest(text: str) -> Match:
    return cast(Match, MATCHES[text])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the good folder, with more actions that nobody has coded, one of them twice."""
    folder = shutil.copytree(GOOD, tmp_path / "evidence")
    path = folder / "policies/warm-homes-2019.yml"
    more = "".join(f"  - text: {text}\n" for text in "abcdea")
    path.write_text(path.read_text("utf-8").replace("figures:\n", f"{more}figures:\n", 1), "utf-8")
    return folder


def queue_of(folder: Path, suggest: Callable[[str], Match]) -> list[Waiting]:
    base = EvidenceBase(folder)
    return queue(base, Joins(base), suggest)


def texts(waiting: list[Waiting]) -> list[str]:
    return [one.text for one in waiting]


def test_what_can_stand_comes_first_and_within_each_decision_the_surest(folder: Path) -> None:
    assert texts(queue_of(folder, suggest)) == [
        "d",
        "a",
        "e",
        "c",
        "b",
    ]


def test_what_is_coded_disputed_or_decided_does_not_wait(folder: Path) -> None:
    waiting = set(texts(queue_of(folder, suggest)))
    assert waiting == set("abcde")


def test_without_a_decision_a_text_waits(folder: Path) -> None:
    (folder / "matches/warm-homes-2019.yml").unlink()
    (folder / "samples/cay-reviewer-1.yml").unlink()
    expected = ["d", "open a warm room", "a", "e", "lend heaters in winter", "c", "b"]
    assert texts(queue_of(folder, suggest)) == expected


def test_each_text_knows_its_record(folder: Path) -> None:
    found = queue_of(folder, suggest)
    assert {(one.of, one.slug) for one in found} == {("policy", "warm-homes-2019")}


def test_an_activity_waits_too(folder: Path) -> None:
    path = folder / "neighbourhoods/claremont.yml"
    text = path.read_text("utf-8")
    coded = next(line for line in text.splitlines(keepends=True) if line.startswith("    coded:"))
    path.write_text(text.replace(coded, "", 1), "utf-8")
    found = queue_of(folder, lambda _: suggest("a"))
    assert ("neighbourhood", "claremont") in {(one.of, one.slug) for one in found}


def test_the_suggestion_is_the_likeliest_type_even_where_none_is_found() -> None:
    assert Waiting("policy", "x", "b", suggest("b")).suggestion == ("green-space", 2.0)
