import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from resilience.checks import check
from resilience.cli import main
from resilience.evidence import load

ROOT = Path(__file__).parents[2]
RECORD = "fairer-fife-commission-2014"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "evidence", tmp_path / "evidence")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def review(*keys: str, record: str = RECORD) -> Result:
    command = ["review", "--reviewer", "Ann Reviewer", "--record", record]
    return CliRunner().invoke(
        main, command, input="".join(f"{key}\n" for key in keys), catch_exceptions=False
    )


def decided(book: Path) -> list[dict[str, object]]:
    path = book / "evidence/matches" / f"{RECORD}.yml"
    found = yaml.safe_load(path.read_text(encoding="utf-8"))["decisions"] if path.exists() else []
    return list(found)


def test_an_accepted_suggestion_is_saved_at_once(book: Path) -> None:
    result = review("1", "q")
    (decision,) = decided(book)
    assert decision["answer"] == "approved"
    assert decision["type"] == decision["suggested"]
    assert decision["reviewer"] == "Ann Reviewer"
    assert "Saved 1 decision." in result.output


def test_a_decided_text_is_never_asked_again(book: Path) -> None:
    review("1", "q")
    (first,) = decided(book)
    assert f"“{first['text']}”" not in review("q").output.split("beside:")[0]


def test_a_rejected_text_has_no_type_and_is_not_asked_again(book: Path) -> None:
    review("r", "q")
    (decision,) = decided(book)
    assert decision["answer"] == "rejected"
    assert "type" not in decision
    assert f"“{decision['text']}”" not in review("q").output.split("beside:")[0]


def test_another_type_is_found_by_a_few_letters(book: Path) -> None:
    review("o", "befriending", "1", "q")
    assert decided(book)[0]["type"] == "befriending"


def test_skip_saves_nothing(book: Path) -> None:
    assert "Saved 0 decisions." in review("s", "q").output
    assert decided(book) == []


def test_back_takes_the_last_decision_back(book: Path) -> None:
    review("1", "b", "q")
    assert decided(book) == []
    assert not (book / "evidence/matches" / f"{RECORD}.yml").exists()


def test_the_end_of_input_ends_the_walk(book: Path) -> None:
    assert "Saved 1 decision." in review("1").output


def test_an_unknown_key_is_explained(book: Path) -> None:
    assert "Not a key here." in review("x", "q").output


def test_what_is_saved_passes_the_checks(book: Path) -> None:
    review("1", "r", "q")
    assert len(decided(book)) == 2
    assert [problem for problem in check(book / "evidence") if "matches" in problem.path] == []


def test_a_decision_wins_over_the_matcher(book: Path) -> None:
    from resilience.evidence.typed import typed_of
    from resilience.records.vocabulary import MatchStatus

    review("o", "befriending", "1", "q")
    base = load(book)
    text = decided(book)[0]["text"]
    action = next(one for one in base.policies[RECORD].actions if one.text == text)
    assert typed_of(base, RECORD, action)[1:3] == (MatchStatus.APPROVED, "befriending")


def test_the_queue_is_listed_surest_first(book: Path) -> None:
    output = CliRunner().invoke(main, ["review", "--list"], catch_exceptions=False).output
    rows = [line.split("\t") for line in output.splitlines()]
    kinds = [row[0] for row in rows]
    assert kinds == sorted(kinds, key=["auto", "review", "none"].index)
    scores = [float(row[2]) for row in rows if row[0] == "auto"]
    assert scores == sorted(scores, reverse=True)


def test_letters_that_would_act_on_a_terminal_are_shown_as_codes(book: Path) -> None:
    path = book / "evidence/policies" / f"{RECORD}.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("become a living wage employer", '"become a living wage employer \\e[2J"'))
    assert "\x1b" not in review("q").output


def test_no_decision_is_shipped_that_no_person_made() -> None:
    assert list((ROOT / "evidence/matches").glob("*.yml")) == []
