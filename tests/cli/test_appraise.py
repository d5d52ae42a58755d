import json

import pytest
from click.testing import CliRunner, Result
from tests.frozen import BOOK

from resilience.cli import main


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["appraise", *words])


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BOOK)


def test_a_neighbourhood_gets_its_tiers_for_the_outcomes_that_are_asked_for() -> None:
    result = run("claremont", "--outcome", "connection", "--outcome", "mind")
    assert result.exit_code == 0
    assert result.output.startswith("Claremont, Blackpool, for: Connection, Mind\n")
    assert "100 is worst off of the wards of England. Places are wards of 2024." in result.output
    assert "Figures are those of the ward Claremont; all of its households" in result.output
    assert "cannot tell" in result.output
    assert "no figure" in result.output
    assert "living-wage" in result.output
    assert "resident-led-enquiry" not in result.output


def test_without_an_outcome_all_groups_count() -> None:
    found = json.loads(run("claremont", "--json").output)
    assert len(found["outcomes"]) == 8
    assert sum(found["weights"].values()) == pytest.approx(100)


@pytest.mark.parametrize(
    ("name", "title", "among"),
    [
        ("W05001276", "Ely, Cardiff", "the wards of Wales"),
        ("Culter", "Culter, Aberdeen City", "the intermediate zones of Scotland"),
        ("Balloo", "Balloo, Antrim and Newtownabbey", "the small areas of Northern Ireland"),
    ],
)
def test_any_place_is_told_within_its_nation(name: str, title: str, among: str) -> None:
    output = run(name, "--outcome", "home").output
    assert output.startswith(f"{title}, for: Home\n")
    assert f"100 is worst off of {among}." in output


def test_weights_exclusions_and_own_scores_change_it() -> None:
    words = ("--outcome", "mind", "--weights", "need=0,mind=0", "--rule-out", "green-space")
    own = ("--community", "befriending=10", "--community", "living-wage=2")
    found = json.loads(run("central-southport", *words, *own, "--json").output)
    assert found["place"] == "central-southport"
    assert found["ruled_out"] == ["green-space"]
    assert found["weights"] == {"community": 100}
    scores = {one["type"]: one["score"] for one in found["ranked"]}
    assert scores["befriending"] == {"low": 100, "mid": 100, "high": 100}
    assert scores["social-isolation"] == {"low": 0, "mid": 60, "high": 100}
    assert all(one["not_known"] == ["community"] for one in found["ranked"] if one["score"]["low"] == 0)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("claremnt",), "claremnt is no neighbourhood and no place on record. Did you mean claremont?"),
        (
            ("claremont", "--outcome", "conection"),
            "conection is no group of outcomes that we know. Did you mean connection?",
        ),
        (
            ("claremont", "--weights", "needs=3"),
            "needs is no step to weigh here that we know. Did you mean need?",
        ),
        (("claremont", "--weights", "need"), "need is not like need=5, with a number from 0 to 100."),
        (("claremont", "--weights", "need=nan"), "need=nan is not like need=5"),
        (
            ("claremont", "--outcome", "mind", "--weights", "need=0,mind=0"),
            "Give at least one step more than 0.",
        ),
        (
            ("claremont", "--outcome", "mind", "--weights", "money=5"),
            "money is no step to weigh here that we know.",
        ),
        (("claremont", "--rule-out", "befrending"), "Did you mean befriending?"),
        (("claremont", "--community", "befriending=11"), "a number from 0 to 10."),
        (("victoria",), "victoria is the name of several places: "),
        (("\x1b[2J",), "\\u001b[2J is no neighbourhood"),
    ],
)
def test_what_is_not_known_is_refused_with_a_sentence(words: tuple[str, ...], sentence: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    said = " ".join(result.output.replace("│", " ").split())
    assert sentence in said
