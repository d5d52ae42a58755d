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


def test_a_neighbourhood_gets_a_ranking() -> None:
    result = run("claremont")
    assert result.exit_code == 0
    assert result.output.startswith("Claremont, Blackpool\n")
    assert "Too little is known to rank: " in result.output
    assert "not known" in result.output


def test_weights_exclusions_and_own_scores_change_it() -> None:
    words = (
        "--weights",
        "evidence=1,community=3",
        "--rule-out",
        "food-security",
        "--community",
        "befriending=10",
    )
    found = json.loads(run("central-southport", *words, "--json").output)
    assert found["place"] == "central-southport"
    assert found["ruled_out"] == ["food-security"]
    score = {one["type"]: one["score"] for one in found["ranked"]}
    assert score == {"befriending": (62.5 + 3 * 100) / 4}
    assert {"fuel-poverty", "green-space"} <= {one["type"] for one in found["too_little_known"]}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("claremnt",), "claremnt is no neighbourhood and no ward on record. Did you mean claremont?"),
        (("claremont", "--weights", "needs=3"), "needs is no ground that we know. Did you mean need?"),
        (("claremont", "--weights", "need"), "need is not like need=5, with a number from 0 to 100."),
        (("claremont", "--weights", "need=nan"), "need=nan is not like need=5"),
        (("claremont", "--weights", "need=0"), "Give at least one ground a weight above 0."),
        (("claremont", "--rule-out", "befrending"), "Did you mean befriending?"),
        (("claremont", "--community", "befriending=11"), "a number from 0 to 10."),
        (("central",), "central is the name of several wards: "),
        (("\x1b[2J",), "\\u001b[2J is no neighbourhood"),
    ],
)
def test_what_is_not_known_is_refused_with_a_sentence(words: tuple[str, ...], sentence: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    said = " ".join(result.output.replace("│", " ").split())
    assert sentence in said
