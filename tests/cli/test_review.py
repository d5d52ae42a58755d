"""`resilience review`: keys, what they save, and what the screen shows."""

import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from tests.cli.conftest import WIDTH
from tests.lexicon import project_lexicon

from resilience.checks import check
from resilience.cli import main
from resilience.cli.review_list import screen_lines
from resilience.cli.review_screen import Pace
from resilience.evidence import load
from resilience.evidence.saving import save_decision
from resilience.findings.joins import Joins, typed_of
from resilience.findings.suggestions import queue
from resilience.matching import match
from resilience.records.coding import Decision
from resilience.records.vocabulary import Answer, MatchStatus

RECORD = "fairer-fife-commission-2014"
PLACE = "claremont"
FIRST = "become a living wage employer"


def run(*words: str, keys: tuple[str, ...] = ()) -> Result:
    lines = "".join(f"{key}\n" for key in keys)
    return CliRunner().invoke(main, ["review", *words], input=lines, catch_exceptions=False)


def review(*keys: str, record: str = RECORD) -> str:
    result = run("--reviewer", "Ann Reviewer", "--record", record, keys=keys)
    assert result.exit_code == 0
    return result.output


def decided(book: Path, record: str = RECORD) -> list[dict[str, object]]:
    path = book / "evidence/matches" / f"{record}.yml"
    found = yaml.safe_load(path.read_text(encoding="utf-8"))["decisions"] if path.exists() else []
    return list(found)


def asked(output: str) -> list[str]:
    """List the texts that were asked about, in order."""
    whole = " ".join(output.split())
    return [part.partition("”")[0] for part in whole.split("> “")[1:]]


def actions(book: Path, record: str = RECORD) -> list[str]:
    return [action.text for action in load(book).policies[record].actions]


def test_an_accepted_suggestion_is_saved(book: Path) -> None:
    output = review("1", "q")
    assert asked(output)[0] == FIRST
    (decision,) = decided(book)
    score = decision.pop("score")
    assert decision == {
        "text": FIRST,
        "answer": "approved",
        "type": "living-wage",
        "suggested": "living-wage",
        "reviewer": "Ann Reviewer",
        "date": decision["date"],
    }
    assert score == round(match(FIRST, project_lexicon()).score, 1)
    assert "Saved 1 decision. 3 texts wait." in output


def test_a_later_suggestion_turns_the_ones_before_it_down(book: Path) -> None:
    review("3", "q")
    first, second, third = match(FIRST, project_lexicon()).alternatives
    (decision,) = decided(book)
    assert (decision["type"], decision["turned_down"]) == (third, [first, second])
    assert decision["suggested"] == first


def test_a_rejected_text_has_no_type_and_turns_all_suggestions_down(book: Path) -> None:
    review("r", "q")
    (decision,) = decided(book)
    assert (decision["answer"], "type" in decision) == ("rejected", False)
    assert decision["turned_down"] == list(match(FIRST, project_lexicon()).alternatives)


@pytest.mark.parametrize("answer", ["1", "r"])
def test_a_decided_text_is_never_asked_again(book: Path, answer: str) -> None:
    texts = asked(review("s", "s", "s", "s", "q"))
    assert sorted(texts) == sorted(actions(book))
    review(answer, "q")
    assert asked(review("s", "s", "s", "q")) == texts[1:]


def test_the_walk_goes_on_where_it_ended(book: Path) -> None:
    every = asked(review("s", "s", "s", "s", "q"))
    seen = [asked(review("1", "q"))[0] for _ in every]
    assert seen == every
    assert review() == "No text waits.\n"


@pytest.mark.parametrize("letters", ["befriending", "BEFR", "befrending"])
def test_another_type_is_found_by_a_few_letters(book: Path, letters: str) -> None:
    review("o", letters, "1", "q")
    (decision,) = decided(book)
    assert decision["type"] == "befriending"
    assert decision["turned_down"] == list(match(FIRST, project_lexicon()).alternatives)


@pytest.mark.parametrize("keys", [("o", ""), ("o", "park", ""), ("o", "park", "9"), ("o", "park", "x")])
def test_the_search_for_another_type_can_be_left(book: Path, keys: tuple[str, ...]) -> None:
    output = review(*keys, "s", "q")
    assert decided(book) == []
    assert len(asked(output)) == 2


def test_skip_saves_nothing(book: Path) -> None:
    output = review("s", "q")
    assert "Saved 0 decisions. 4 texts wait." in output
    assert "commit" not in output
    assert not list((book / "evidence/matches").glob("*.yml"))


def test_back_takes_the_last_decision_back(book: Path) -> None:
    output = review("1", "b", "q")
    assert asked(output) == [FIRST, asked(output)[1], FIRST]
    assert not list((book / "evidence/matches").glob("*.yml"))
    assert "Saved 0 decisions." in output


def test_back_and_another_answer(book: Path) -> None:
    review("s", "1", "b", "b", "2", "q")
    (decision,) = decided(book)
    assert (decision["text"], decision["type"]) == (FIRST, match(FIRST, project_lexicon()).alternatives[1])


def test_back_over_a_skipped_text_takes_nothing_back(book: Path) -> None:
    output = review("1", "s", "b", "q")
    assert [decision["text"] for decision in decided(book)] == [FIRST]
    assert asked(output)[1] == asked(output)[3]


def test_nothing_is_before_the_first_text(book: Path) -> None:
    output = review("b", "q")
    assert "This is the first text." in output
    assert asked(output) == [FIRST, FIRST]


def test_the_last_answer_can_be_taken_back_too(book: Path) -> None:
    output = review("s", "s", "s", "1", "1", "b", "q")
    assert "That was the last text." in output
    assert "Not a key here." in output
    assert decided(book) == []


@pytest.mark.parametrize("keys", [("1",), ("1", "o"), ("1", "o", "park"), ("1", "s", "s", "s")])
def test_the_end_of_input_ends_the_walk_with_a_summary(book: Path, keys: tuple[str, ...]) -> None:
    output = review(*keys)
    assert output.endswith(
        "Saved 1 decision. 3 texts wait.\nNext: commit evidence/matches and open a pull request.\n"
    )
    assert len(decided(book)) == 1


@pytest.mark.parametrize("key", ["x", "", "4", "11", "living-wage", "\x1b[A"])
def test_an_unknown_key_is_explained_and_saves_nothing(book: Path, key: str) -> None:
    assert "Not a key here." in review(key, "q")
    assert decided(book) == []


def test_keys_may_be_capitals(book: Path) -> None:
    review("R", "Q")
    assert len(decided(book)) == 1


def test_what_is_saved_passes_the_checks(book: Path) -> None:
    review("1", "r", "2", "o", "park", "1", "q")
    assert len(decided(book)) == 4
    assert [problem for problem in check(book / "evidence") if "matches" in problem.path] == []


def test_a_decision_wins_over_the_matcher(book: Path) -> None:
    review("o", "befriending", "1", "q")
    base = load(book)
    action = next(one for one in base.policies[RECORD].actions if one.text == FIRST)
    assert typed_of(base, RECORD, action)[1:3] == (MatchStatus.APPROVED, "befriending")


def test_an_activity_of_a_neighbourhood_can_be_decided(book: Path) -> None:
    path = book / f"evidence/neighbourhoods/{PLACE}.yml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    lines.remove(next(line for line in lines if line.startswith("    coded:")))
    path.write_text("".join(lines), "utf-8")
    output = review("1", "q", record=PLACE)
    assert f"neighbourhoods/{PLACE}" in output
    assert len(decided(book, PLACE)) == 1
    assert [problem for problem in check(book / "evidence") if "matches" in problem.path] == []


def test_a_text_is_shown_in_its_record_with_reasons(book: Path) -> None:
    output = review("q")
    policy = load(book).policies[RECORD]
    whole = " ".join(output.split())
    for part in (policy.title, "Fife Council", str(policy.year_start), policy.url):
        assert str(part) in whole
    for text in actions(book)[1:3]:
        assert f"beside: {text}" in whole
    found = match(FIRST, project_lexicon())
    for place, slug in enumerate(found.alternatives, start=1):
        assert f"{place} {project_lexicon().labels[slug]} (" in whole
    assert all(reason in whole for reason in found.why)


def test_texts_beside_it_are_shown_in_the_order_of_the_record(book: Path) -> None:
    base = load(book)
    third = base.policies[RECORD].actions[2].text
    place = asked(review("s", "s", "s", "s", "q")).index(third)
    shown = " ".join(review(*["s"] * place, "q").rpartition("---\n")[2].split())
    first, second, _, fourth = actions(book)
    order = [shown.index(part) for part in (f"beside: {first}", f"beside: {second}", f"> “{third}”", fourth)]
    assert order == sorted(order)


def test_where_the_matcher_finds_no_type_it_says_so(book: Path) -> None:
    output = review("s", "s", "s", "q")
    assert "The matcher finds no type (" in output


def test_help_says_what_the_record_is_about_and_what_the_types_mean(book: Path) -> None:
    shown = " ".join(review("?", "q").split())
    base = load(book)
    assert base.policies[RECORD].summary in shown
    assert all(base.types[slug].definition in shown for slug in match(FIRST, project_lexicon()).alternatives)
    assert decided(book) == []


def test_lines_fit_a_narrow_terminal(book: Path) -> None:
    lines = review("x", "?", "o", "park", "1", "s", "1", "r", "q").splitlines()
    assert [line for line in lines if len(line) > WIDTH and "://" not in line] == []


def test_nothing_is_coloured(book: Path) -> None:
    assert "\x1b" not in review("1", "q")


def test_letters_that_would_act_on_a_terminal_are_refused_by_their_code(book: Path) -> None:
    path = book / "evidence/policies" / f"{RECORD}.yml"
    text = path.read_text(encoding="utf-8")
    assert text.count(FIRST) == 1
    attack = json.dumps(f"{FIRST} \x1b[2J\u202e\x9b [red]")
    path.write_text(text.replace(FIRST, attack), encoding="utf-8")
    for refused in (run("--list"), run("--reviewer", "Ann Reviewer", keys=("1", "q"))):
        assert refused.exit_code == 2
        assert "the character U+001B can't be seen" in " ".join(refused.output.split())
        assert all(char.isprintable() or char in "\n\t" for char in refused.output)


def test_the_queue_is_listed_between_tabs_surest_first(book: Path) -> None:
    header, *rows = [line.split("\t") for line in run("--list").output.splitlines()]
    assert header == ["decision", "type", "score", "record", "text"]
    waiting = queue(load(book), Joins(load(book)), lambda text: match(text, project_lexicon()))
    assert [(row[3], row[4]) for row in rows] == [(one.slug, one.text) for one in waiting]
    assert [float(row[2]) for row in rows] == [round(one.suggestion.score, 1) for one in waiting]
    kinds = [row[0] for row in rows]
    assert kinds == sorted(kinds, key=["auto", "review", "none"].index)


def test_the_queue_fits_a_terminal_with_whole_slugs(book: Path) -> None:
    waiting = queue(load(book), Joins(load(book)), lambda text: match(text, project_lexicon()))
    lines = list(screen_lines(waiting, WIDTH))
    assert max(map(len, lines)) <= WIDTH
    assert {one.slug for one in waiting} <= {line.strip() for line in lines}


def test_a_type_narrows_the_queue(book: Path) -> None:
    rows = [line.split("\t") for line in run("--list", "--type", "fuel-poverty").output.splitlines()[1:]]
    assert {row[1] for row in rows} == {"fuel-poverty"}
    assert len({row[3] for row in rows}) > 1


def test_a_record_narrows_the_queue(book: Path) -> None:
    rows = [line.split("\t") for line in run("--list", "--record", RECORD).output.splitlines()[1:]]
    assert [row[3] for row in rows] == [RECORD] * len(actions(book))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--type", "befriendin"), "befriendin is no activity type that we know. Did you mean befriending?"),
        (
            ("--record", "claremond"),
            "claremond is no policy or neighbourhood that we know. Did you mean claremont?",
        ),
        (("--type", "\x1b[2J"), "\\u001b[2J is no activity type that we know."),
    ],
)
def test_an_unknown_name_is_refused_with_a_sentence(
    book: Path, words: tuple[str, ...], sentence: str
) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert sentence in result.output


def test_broken_evidence_is_refused_with_a_sentence(book: Path) -> None:
    (book / f"evidence/policies/{RECORD}.yml").write_text("title: [\n")
    result = run("--list")
    assert result.exit_code == 2
    assert f"policies/{RECORD}.yml" in result.output
    assert "resilience check" in result.output


def test_the_name_is_that_which_git_knows(book: Path) -> None:
    (book / "gitconfig").write_text("[user]\n\tname = Zoë  Reviewer\n", encoding="utf-8")
    run("--record", RECORD, keys=("1", "q"))
    assert decided(book)[0]["reviewer"] == "Zoë Reviewer"


@pytest.mark.parametrize("words", [(), ("--reviewer", " ")])
def test_without_a_name_it_is_asked_for(book: Path, words: tuple[str, ...]) -> None:
    output = run(*words, "--record", RECORD, keys=("", "Ann Reviewer", "1", "q")).output
    assert output.count("Your name, to stand beside each decision") == 2
    assert decided(book)[0]["reviewer"] == "Ann Reviewer"


def test_git_need_not_be_there(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(book))
    run("--record", RECORD, keys=("Ann Reviewer", "1", "q"))
    assert decided(book)[0]["reviewer"] == "Ann Reviewer"


def decide(book: Path, text: str, reviewer: str = "Bob Reviewer") -> None:
    """Save a decision as somebody else does at another screen."""
    decision = Decision(
        text=text,
        answer=Answer.REJECTED,
        suggested="none",
        score=50,
        reviewer=reviewer,
        date=date(2026, 11, 25),
    )
    save_decision(load(book), RECORD, "policy", decision)


def test_what_somebody_else_decides_meanwhile_is_passed_over(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = asked(review("s", "s", "s", "s", "q"))
    monkeypatch.setattr(Pace, "tick", lambda pace: decide(book, every[1]))
    output = review("1", "b", "b", "q")
    assert f"Passed over, as Bob Reviewer has it now: “{every[1]}”" in " ".join(output.split())
    assert asked(output)[1:3] == [every[2], every[0]]
    assert [one["reviewer"] for one in decided(book)] == ["Bob Reviewer"]


def test_how_long_the_rest_takes_is_told_after_some_answers(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Each answer takes twenty seconds, but the third, which takes an hour: tea.
    moments = iter([0, 20, 40, 3640, 3660, 3680])
    monkeypatch.setattr("resilience.cli.review_screen.monotonic", lambda: next(moments))
    pace = Pace(last=float(next(moments)))
    told = []
    for _ in range(5):
        told.append(pace.left(30))
        pace.tick()
    assert told == [""] * 5
    assert pace.left(30) == ", about 10 minutes left at your pace"
    assert pace.left(3) == ", about 1 minute left at your pace"
    assert pace.left(1) == ", less than a minute left"


def test_the_queue_is_counted_by_type(book: Path) -> None:
    header, *rows = [line.split("\t") for line in run("--count").output.splitlines()]
    assert header == ["texts", "auto", "review", "none", "type"]
    listed = [line.split("\t") for line in run("--list").output.splitlines()[1:]]
    assert sum(int(row[0]) for row in rows) == len(listed)
    for total, *parts, slug in rows:
        kinds = [row[0] for row in listed if row[1] == slug]
        assert [int(part) for part in parts] == [kinds.count(kind) for kind in header[1:4]]
        assert int(total) == len(kinds)
    assert [int(row[0]) for row in rows] == sorted((int(row[0]) for row in rows), reverse=True)
