"""`resilience review --blind`: a sample is typed with no suggestion in sight, apart from the queue."""

from datetime import date
from pathlib import Path

import pytest
from tests.cli.blind_walks import ANN, DRAW, LAST, NAME, asked, kept, run, types, walked
from tests.lexicon import project_lexicon

from resilience.checks import check
from resilience.evidence import load
from resilience.findings import Findings
from resilience.findings.joins import typed_of
from resilience.matching import match
from resilience.records.vocabulary import MatchStatus


def change_text(book: Path, old: str, new: str) -> None:
    (path,) = (
        one for one in (book / "evidence/policies").glob("*.yml") if f"text: {old}\n" in one.read_text()
    )
    path.write_text(path.read_text("utf-8").replace(f"text: {old}\n", f"text: {new}\n"), "utf-8")


def test_the_sample_stands_on_file_before_the_first_answer(book: Path) -> None:
    waiting = len(Findings(load(book)).suggestions.queue)
    output = walked("q")
    sample = kept(book)
    assert f"Drawn: 5 of {waiting} texts that wait, by seed 1." in output
    assert (sample.reviewer, sample.seed, sample.waiting, sample.drawn) == (
        "Ann Reviewer",
        1,
        waiting,
        date.today(),
    )
    assert types(book) == [None] * 5
    assert asked(output) == [sample.texts[0].text]


def test_an_answer_is_saved_with_what_the_matcher_said_then(book: Path) -> None:
    walked("befriending", "q")
    one = kept(book).texts[0]
    assert one.answer
    found = match(one.text, project_lexicon())
    assert (one.answer.type, one.answer.date) == ("befriending", date.today())
    assert (one.answer.suggested, one.answer.score) == (found.type, round(found.score, 1))
    assert not list((book / "evidence/matches").glob("*.yml"))


def test_no_suggestion_is_in_sight(book: Path) -> None:
    output = walked("s", "s", "s", "s", "s", "q")
    assert len(asked(output)) == 5
    for word in ("of 100", "hardly likely", "points to", "The matcher", "suggest"):
        assert word not in output


def test_a_text_is_shown_in_its_record_with_its_source(book: Path) -> None:
    whole = " ".join(walked("s", "s", "s", "s", "s", "q").split())
    base = load(book)
    policies = [base.policies[one.record] for one in kept(book).texts if one.of == "policy"]
    assert policies
    for policy in policies:
        for part in (policy.title, policy.summary, policy.url or policy.slug):
            assert " ".join(part.split()) in whole


def test_an_activity_shows_the_address_of_its_source(book: Path) -> None:
    base = load(book)
    (place,) = (one for one in base.all_neighbourhoods.values() if one.slug == "adamsdown-cardiff-council")
    seeds = (seed for seed in range(100) if _draws(book, seed, place.slug))
    output = walked(*["s"] * 5, "q", words=(*DRAW, "--seed", str(next(seeds))))
    assert f"neighbourhoods/{place.slug}" in output


def _draws(book: Path, seed: int, slug: str) -> bool:
    walked("q", words=(*DRAW, "--seed", str(seed)))
    return slug in {one.record for one in kept(book, f"ann-reviewer-{seed}").texts}


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("21", ("befriending", None)),
        ("befr", ("befriending", None)),
        ("BEFRIENDING", ("befriending", None)),
        ("welfare-debt-advice", ("welfare-debt-advice", None)),
        ("Green space", ("green-space", None)),
        ("n", ("none", None)),
        ("N", ("none", None)),
        ("none", ("none", None)),
        ("3 + 2", ("fuel-poverty", "healthy-homes")),
        ("3+2", ("fuel-poverty", "healthy-homes")),
        ("fuel pov + 2", ("fuel-poverty", "healthy-homes")),
    ],
)
def test_a_type_is_a_number_or_letters_of_its_name(
    book: Path, said: str, answer: tuple[str, str | None]
) -> None:
    output = walked(said, "q")
    assert types(book)[0] == answer
    assert "Saved: " in output
    assert "1 of 5 answered." in output


@pytest.mark.parametrize(
    "said",
    [
        "0",
        "31",
        "999999999999",
        "-1",
        "x",
        "",
        "qqqqqq",
        "be",
        "\x1b[A",
        "+",
        "3 +",
        "+ 3",
        "3 + 3",
        "1 + 2 + 3",
        "²",
    ],
)
def test_a_wrong_key_is_explained_and_saves_nothing(book: Path, said: str) -> None:
    output = walked(said, "q")
    assert types(book) == [None] * 5
    assert "is no key, number or name" in output or "Name one type, or two that differ." in output
    assert len(asked(output)) == 1


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("housing", {" 4  New affordable housing", "27  Housing owned or run by tenants"}),
        ("befrending", {"21  Befriending"}),
        ("allotments", {" 1  Green space"}),
    ],
)
def test_letters_that_may_mean_several_types_are_asked_back(book: Path, said: str, offered: set[str]) -> None:
    output = walked(said, "21", "q")
    assert f"Which one is “{said}”? Nothing is saved yet" in output
    assert all(one in output.partition("Which one")[2] for one in offered)
    assert types(book)[0] == ("befriending", None)


def test_help_says_what_all_types_mean_or_one(book: Path) -> None:
    base = load(book)
    everything = " ".join(walked("?", "q").split())
    assert all(type_.definition in everything for type_ in base.types.values())
    one = " ".join(walked("? 21", "q").split())
    meant = [slug for slug, type_ in base.types.items() if type_.definition in one]
    assert meant == ["befriending"]
    assert types(book) == [None] * 5


def test_it_goes_on_where_it_stopped(book: Path) -> None:
    first = walked("1", "s", "n", "q")
    again = walked("2", "q", words=ANN)
    texts = [one.text for one in kept(book).texts]
    assert asked(first) == texts[:4]
    assert asked(again) == [texts[1], texts[3]]
    assert types(book) == [("green-space", None), ("healthy-homes", None), ("none", None), None, None]
    assert "3 of 5 answered." in again


def test_back_shows_the_answer_and_another_takes_its_place(book: Path) -> None:
    output = walked("1", "b", "2", "q")
    texts = [one.text for one in kept(book).texts]
    assert asked(output) == [texts[0], texts[1], texts[0], texts[1]]
    assert "Your answer: Green space." in output
    assert types(book)[:2] == [("healthy-homes", None), None]


def test_back_and_skip_keeps_the_answer(book: Path) -> None:
    walked("1", "b", "s", "q")
    assert types(book)[0] == ("green-space", None)


def test_back_reaches_answers_of_an_earlier_evening(book: Path) -> None:
    walked("1", "q")
    walked("b", "n", "q")
    assert types(book)[:2] == [("none", None), None]


def test_nothing_is_before_the_first_text(book: Path) -> None:
    assert "This is the first text." in walked("b", "q")


def test_a_whole_sample(book: Path) -> None:
    output = walked("1", "1", "1", "1", "1", "x", "b", "n", "q")
    assert LAST in output
    assert "Not a key here. b back · q quit" in output
    assert types(book) == [("green-space", None)] * 4 + [("none", None)]
    assert "5 of 5 answered. Next: commit evidence/samples and open a pull request." in " ".join(
        output.split()
    )
    again = walked(words=ANN)
    assert asked(again) == []
    assert "5 of 5 answered." in again


@pytest.mark.parametrize("keys", [("1",), ("1", "?"), ("1", "s", "s", "s", "s")])
def test_the_end_of_input_ends_the_walk_with_a_summary(book: Path, keys: tuple[str, ...]) -> None:
    output = walked(*keys)
    assert "1 of 5 answered.\nThe same command goes on here.\n" in output
    assert types(book)[0] == ("green-space", None)


def test_a_seed_draws_the_same_and_another_seed_draws_others(book: Path) -> None:
    walked("q")
    drawn = [one.key for one in kept(book).texts]
    (book / f"evidence/samples/{NAME}.yml").unlink()
    walked("q", words=(*DRAW, "--seed", "1"))
    assert [one.key for one in kept(book).texts] == drawn
    walked("q", words=(*DRAW, "--seed", "2"))
    assert [one.key for one in kept(book, "ann-reviewer-2").texts] != drawn


def test_texts_that_come_later_change_nothing_about_what_was_drawn(book: Path) -> None:
    walked("q")
    before = kept(book)
    path = book / "evidence/policies/fairer-fife-commission-2014.yml"
    more = "".join(f"  - text: made up for this test {number}\n" for number in range(30))
    path.write_text(path.read_text("utf-8").replace("actions:\n", f"actions:\n{more}", 1), "utf-8")
    assert asked(walked("q", words=ANN)) == [before.texts[0].text]
    assert kept(book) == before


def test_a_text_that_changed_is_not_asked_and_is_counted(book: Path) -> None:
    walked("q")
    sample = kept(book)
    gone = next(one for one in sample.texts if one.of == "policy")
    change_text(book, gone.text, "made up for this test")
    output = walked("s", "s", "s", "s", "q", words=ANN)
    assert asked(output) == [one.text for one in sample.texts if one is not gone]
    assert "1 text can't be asked" in output
    assert [one.code for one in check(book / "evidence") if "samples" in one.path] == ["W326"]


def test_a_text_that_one_decided_with_suggestions_in_sight_is_not_asked(book: Path) -> None:
    walked("q")
    text = kept(book).texts[0]
    (book / f"evidence/samples/{NAME}.yml").rename(book / "kept.yml")
    run("--reviewer", "Ann Reviewer", "--record", text.record, keys=("r",) * 9)
    (book / "kept.yml").rename(book / f"evidence/samples/{NAME}.yml")
    assert text.text not in asked(walked("s", "s", "s", "s", "s", "q", words=ANN))
    # Somebody else's decision says nothing about what this person has seen.
    path = book / f"evidence/matches/{text.record}.yml"
    path.write_text(path.read_text("utf-8").replace("Ann Reviewer", "Bob Reviewer"), "utf-8")
    assert text.text in asked(walked("s", "s", "s", "s", "s", "q", words=ANN))


def test_two_people_answer_samples_of_their_own(book: Path) -> None:
    walked("1", "q")
    walked("2", "q", words=("--reviewer", "Bob Reviewer", "--blind", "--sample", "4"))
    assert types(book)[0] == ("green-space", None)
    other = kept(book, "bob-reviewer-1")
    assert (other.reviewer, len(other.texts)) == ("Bob Reviewer", 4)
    assert kept(book).texts[0].key not in {one.key for one in other.texts}


def test_an_answer_stands_as_the_type_of_its_text(book: Path) -> None:
    walked("3 + 2", "n", "q")
    base = load(book)
    for one, status, slug in zip(
        kept(book).texts,
        (MatchStatus.APPROVED, MatchStatus.REJECTED, MatchStatus.UNCODED),
        ("fuel-poverty", None, None),
        strict=False,
    ):
        records = base.policies if one.of == "policy" else base.all_neighbourhoods
        record = records[one.record]
        texts = record.actions if one.of == "policy" else record.activities
        text = next(text for text in texts if text.text == one.text)
        typed = typed_of(base, one.record, text)
        assert (typed.status, typed.type) == (status, slug)
        assert typed.decision is None or typed.decision.turned_down == ()


def test_the_ordinary_queue_leaves_a_sample_alone(book: Path) -> None:
    before = len(run("--list").output.splitlines()) - 1
    walked("1", "q")
    listed = {line.split("\t")[4] for line in run("--list").output.splitlines()[1:]}
    open_still = {one.text for one in kept(book).texts[1:]}
    assert len(listed) == before - 1
    assert open_still <= listed
    output = run("--reviewer", "Bob", keys=("s",) * before).output
    assert "4 texts of a blind sample are kept out of this queue." in output
    assert not open_still & set(asked(output))
    assert len(asked(output)) == before - 5


def test_what_is_saved_passes_the_checks(book: Path) -> None:
    walked("3 + 2", "n", "1", "q")
    assert [one for one in check(book / "evidence") if "samples" in one.path] == []
