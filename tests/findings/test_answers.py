"""Each written answer stands beside what the records say now, and names what moved since it was written."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.frozen import BOOK, book

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.findings.answers import Counted, moves, size_told
from resilience.findings.headline import Headline
from resilience.findings.size_words import NoSize
from resilience.records.answer import Grounds
from resilience.records.vocabulary import Level

FINDINGS = Findings(book())
ANSWERS = FINDINGS.answers
LABELS = {level: level.upper() for level in Level}
SIZE = "Depressive symptoms: of 100 pairs …, the first is better off in about 58"

grounds = st.builds(
    Grounds,
    level=st.sampled_from(Level),
    size=st.none() | st.sampled_from([SIZE, "Debt: lower by £5"]),
    counted=st.sets(st.sampled_from(["a", "b", "c"])).map(lambda keys: tuple(sorted(keys))),
)


def test_only_types_with_a_file_have_an_answer_in_the_order_of_the_code_frame() -> None:
    assert list(ANSWERS) == ["fuel-poverty", "welfare-debt-advice", "food-security"]
    assert len(ANSWERS) == 3
    assert "green-space" not in ANSWERS
    assert ANSWERS.get("green-space") is None


@pytest.mark.parametrize("slug", ANSWERS)
def test_an_answer_has_a_line_for_each_main_aim_in_their_order(slug: str) -> None:
    answer = ANSWERS[slug]
    assert tuple(aim.outcome for aim in answer.aims) == FINDINGS.base.types[slug].main_outcomes
    for aim in answer.aims:
        cell = FINDINGS.ratings.of(slug).cells[aim.outcome]
        assert aim.level is cell.level
        assert aim.label == FINDINGS.base.rating.of_level[cell.level].label
        assert aim.size == size_told(FINDINGS.size_of(cell))
    assert answer.moved == ()


def test_studies_are_counted_by_what_they_are() -> None:
    money, mind = ANSWERS["welfare-debt-advice"].aims
    assert money.counted == Counted(studies=2, reviews=0, trials=0, in_uk=2)
    assert mind.counted == Counted(studies=3, reviews=0, trials=2, in_uk=3)


def test_the_number_of_councils_is_filled_in() -> None:
    assert "policies of 5 UK councils are on record" in ANSWERS["fuel-poverty"].says
    assert "policies of 1 UK council are on record" in ANSWERS["food-security"].says


def test_groups_of_councils_are_named_where_there_are_some() -> None:
    base = book()
    holder = base.policies["warm-homes-oldham-2013"].council
    base.councils[holder] = base.councils[holder].model_copy(update={"group": True})
    assert (
        "policies of 5 UK councils or groups of councils are" in Findings(base).answers["fuel-poverty"].says
    )


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (Headline("", "debt", "lower by £5"), "Debt: lower by £5"),
        (
            Headline("", "wheezing", why_not=NoSize.NO_RISK, instead="the odds were 0.5"),
            "Wheezing: the odds were 0.5",
        ),
        (Headline("", why_not=NoSize.NO_NUMBER), None),
    ],
)
def test_a_size_is_told_after_its_measure_or_not_at_all(size: Headline, expected: str | None) -> None:
    assert size_told(size) == expected


def said(then: Grounds, now: Grounds) -> list[str]:
    return [move.says for move in moves("mind", "Mind", then, now, LABELS)]


def test_each_thing_that_moved_is_named_with_what_it_was() -> None:
    then = Grounds(level=Level.PROMISING, size=SIZE, counted=("a", "b"))
    now = Grounds(level=Level.MIXED, counted=("b", "c", "d"))
    assert said(then, now) == [
        "Mind: the level was “PROMISING”, is now “MIXED”",
        f"Mind: the size was “{SIZE}”, is now not told",
        "Mind: of the studies with a result, 2 came in and 1 went",
    ]
    assert [move.keys for move in moves("mind", "Mind", then, now, LABELS)] == [(), (), ("c", "d", "a")]


@given(grounds, grounds)
def test_nothing_moves_between_the_same_grounds_and_something_between_others(
    then: Grounds, now: Grounds
) -> None:
    assert bool(said(then, now)) is (then != now)
    assert len(said(then, now)) == len(said(now, then))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(BOOK / "evidence", tmp_path / "evidence")


def test_a_study_that_turns_moves_its_aims_and_is_still_to_be_looked_at(folder: Path) -> None:
    path = folder / "studies/howden-chapman-2007-insulation.yml"
    path.write_text(path.read_text("utf-8").replace("value: 0.5\n", "value: 0.4\n"), "utf-8")
    after = Findings(EvidenceBase(folder)).answers
    assert [move.partition(" was")[0] for move in after["fuel-poverty"].moved] == ["Home: the size"]


def test_other_outcomes_that_a_sentence_speaks_of_are_watched_too(folder: Path) -> None:
    path = folder / "answers/food-security.yml"
    beside = "  beside:\n    - outcome: mind\n      grounds:\n        level: early\naims:\n"
    path.write_text(path.read_text("utf-8").replace("aims:\n", beside), "utf-8")
    answer = Findings(EvidenceBase(folder)).answers["food-security"]
    assert answer.moved == ("Mind: the level was “May help (early evidence)”, is now “Not studied”",)
    assert [move.says for move in answer.beside] == list(answer.moved)
