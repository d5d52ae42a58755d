"""`resilience plan` gives the pack of a place: as text, Markdown, JSON, or the draft of a record."""

import json

import pytest
import yaml
from click.testing import CliRunner, Result
from tests.frozen import BOOK

from resilience.cli import main

DAY = ("--day", "2026-11-30")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["plan", *words])


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BOOK)


def test_a_plan_is_four_pages_of_text() -> None:
    result = run("claremont", "--outcomes", "connection,mind", "--choose", "befriending", *DAY)
    assert result.exit_code == 0
    assert result.output.startswith("Claremont, Blackpool. To change: connection; mind.\n")
    for title in (
        "1 of 4. The place",
        "2 of 4. Options, and why",
        "3 of 4. The plan",
        "4 of 4. How we will know",
    ):
        assert title in result.output
    assert result.output.count("30 November 2026  ?place=claremont&outcomes=connection.mind") == 4


def test_own_words_are_no_markup() -> None:
    output = run("claremont", "--aim", "[bold]Meet[/bold] and eat", *DAY).output
    assert "[bold]Meet[/bold] and eat" in output


def test_markdown_and_json_hold_the_same_pages() -> None:
    words = ("W05001276", "--problems", "debt", "--address", "https://a.org/book/plan/share.html", *DAY)
    found = json.loads(run(*words, "--json").output)
    assert found["markdown"] == run(*words, "--markdown").output
    assert [page["number"] for page in found["pages"]] == [1, 2, 3, 4]
    assert found["pages"][0]["head"]["plan"] == "Ely, Cardiff. To change: debt."
    assert "https://a.org/activities/" in found["markdown"] or "https://a.org/problems/" in found["markdown"]


def test_all_comes_from_a_link_and_options_say_what_is_different() -> None:
    link = "https://a.org/book/plan/share.html?place=claremont&outcomes=mind&areas=3&own=befriending:9"
    found = json.loads(run("--link", link, "--set", "areas=6", "--lots", "yes", "--json", *DAY).output)
    printed = found["pages"][0]["head"]["link"]
    for part in ("place=claremont", "outcomes=mind", "areas=6", "lots=yes", "own=befriending"):
        assert part in printed
    assert "areas=3" not in printed


def test_a_draft_record_names_its_file() -> None:
    result = run("claremont", "--outcomes", "mind", "--record", *DAY)
    record = yaml.safe_load(result.stdout)
    assert record["provenance"]["added"] == "2026-11-30"
    assert "Save it as evidence/neighbourhoods/" in result.stderr


def test_what_the_link_holds_in_vain_is_said_beside_the_plan() -> None:
    result = run("--link", "?place=claremont&outcomes=joy")
    assert result.exit_code == 0
    assert "(joy)" in result.stderr
    assert "(joy)" not in result.stdout


def test_every_fault_is_told_in_one_run() -> None:
    result = run(
        "Claremnt",
        *("--outcomes", "conection,mind"),
        *("--choose", "befriendin,green-space,healthy-homes"),
        *("--weights", "need=200,mind,luck=5"),
        *("--set", "ares=6"),
        *("--day", "tomorrow"),
    )
    assert result.exit_code == 2
    for part in (
        "--outcomes: conection is no group of outcomes that we know. Did you mean connection?",
        "--choose: befriendin is no activity type that we know. Did you mean befriending?",
        "--choose: a plan is for up to two activities; 3 are named.",
        "--weights: need=200 is no number from 0 to 100.",
        "--weights: mind is not like need=5.",
        "--weights: luck is no step to weigh that we know.",
        "--set: ares is no number of the evaluation that we know. Did you mean areas?",
        "PLACE: Claremnt is no neighbourhood and no place on record. Did you mean Claremont?",
        "--day: tomorrow is no day. Write it like 2026-11-30.",
    ):
        assert part in result.output


def test_without_a_place_and_a_link_it_asks_for_one() -> None:
    result = run("--outcomes", "mind")
    assert result.exit_code == 2
    assert "Name a PLACE, or give a --link that does." in result.output


def test_a_record_needs_a_place_that_is_there() -> None:
    result = run("--link", "?place=E06000009.E05000000", "--record")
    assert result.exit_code == 2
    assert "the place of the link is not on record" in result.output
