"""Studies vote once, in the right cell and with the right sign, and every cell is rated with its trace."""

from dataclasses import replace
from random import Random

import pytest
from tests.frozen import book

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.findings.ratings import WITHOUT_CAPS, RatedCell
from resilience.findings.votes import Votes, column_of, evaluation_of
from resilience.rating import Rules, rate, trials
from resilience.records.study import Study
from resilience.records.vocabulary import Direction, Level, OnTopic

BASE = book()
JOINS = Findings(BASE).joins
RATINGS = Findings(BASE).ratings
RULES = Rules.of(BASE.rating, BASE.rating.tables[0])
CELLS = [cell for rated in RATINGS.all().values() for cell in rated.cells.values()]


def named(cell: RatedCell) -> str:
    return f"{cell.type.slug}-{cell.group.slug}"


def test_every_study_of_a_type_votes_or_is_left_out_with_a_reason() -> None:
    for slug, rated in RATINGS.all().items():
        voting = {key for cell in rated.cells.values() for vote in cell.votes for key in vote.reports}
        left_out = {one.study.key for one in rated.left_out}
        assert not voting & left_out
        for study in JOINS.studies_by_type.get(slug, []):
            in_a_group = any(
                BASE.outcomes[one.category].group and (one.for_types is None or slug in one.for_types)
                for one in study.outcomes
            )
            assert (study.key in voting) is (in_a_group and study.key not in left_out), study.key


def test_an_evaluation_has_one_vote_in_a_group() -> None:
    for cell in CELLS:
        names = [vote.key for vote in cell.votes]
        assert len(names) == len(set(names))
        reports = [key for vote in cell.votes for key in vote.reports]
        assert {evaluation_of(BASE.studies, BASE.studies[key]) for key in reports} == set(names)


def test_two_reports_of_one_trial_vote_once() -> None:
    first, other = RATINGS.of("welfare-debt-advice").cells["mind"].votes
    assert (first.key, len(first.reports)) == ("do-well", 2)
    assert (other.key, len(other.reports)) == ("woodhead-2017-colocated-advice", 1)


def test_exposures_and_studies_off_topic_vote_on_nothing() -> None:
    for slug, rated in RATINGS.all().items():
        for cell in rated.cells.values():
            for key in (key for vote in cell.votes for key in vote.reports):
                study = BASE.studies[key]
                assert not study.of_exposure
                assert study.on_topic[slug] is not OnTopic.NO


def test_what_was_studied_the_other_way_round_is_turned_over(small_base: EvidenceBase) -> None:
    votes = Votes(small_base).of("affordable-housing", small_base.studies.values())["mind"]
    (vote,) = [one for one in votes if one.key == "housing-cut"]
    assert vote.direction == "benefit"
    assert vote.reports == ("cut-again", "cut-uk")


def test_a_small_base_votes_as_counted_by_hand(small_base: EvidenceBase) -> None:
    ratings = Findings(small_base).ratings
    green = {vote.key: vote.direction for vote in ratings.of("green-space").cells["mind"].votes}
    assert green == {"trial-uk": "benefit", "review-not-told": "not-told", "mixed-uk": "mixed"}
    assert [study.key for study in ratings.of("green-space").exposures] == ["cold-exposure"]
    assert ratings.of("credit-unions").cells["mind"].level is Level.NONE
    assert [one.study.key for one in ratings.of("credit-unions").left_out] == ["off-topic"]
    assert ratings.of("befriending").cells["connection"].level is Level.EARLY


@pytest.mark.parametrize("cell", CELLS, ids=named)
def test_more_that_agrees_never_lowers_a_level_and_enough_reaches_strong(cell: RatedCell) -> None:
    level = cell.level
    for number in (1, 2, 5, 20, 100):
        after = rate([*cell.votes, *trials(number, Direction.BENEFIT)], RULES).level
        assert after.height >= level.height
        level = Level(after)
    assert level is Level.STRONG


@pytest.mark.parametrize("cell", CELLS, ids=named)
def test_enough_that_finds_no_difference_says_so(cell: RatedCell) -> None:
    assert rate([*cell.votes, *trials(200, Direction.NULL)], RULES).level == Level.NO_DIFFERENCE


def levels(studies: dict[str, Study], slug: str) -> dict[str, str]:
    """Rate what some studies say of an activity."""
    votes = Votes(BASE).of(slug, studies.values())
    return {group: rate(votes.get(group, []), RULES).level for group in BASE.outcome_groups}


@pytest.mark.parametrize("slug", BASE.types)
def test_order_duplicates_exposures_and_studies_off_topic_change_nothing(slug: str) -> None:
    own = {study.key: study for study in JOINS.studies_by_type.get(slug, [])}
    before = levels(own, slug)
    shuffled = list(own.items())
    Random(12).shuffle(shuffled)
    assert levels(dict(shuffled), slug) == before
    for key, study in list(own.items())[:5]:
        name = evaluation_of(BASE.studies, study)
        again = study.model_copy(update={"key": key, "evaluation": name})
        joined = {**own, key: study.model_copy(update={"evaluation": name}), "~again": again}
        assert levels(joined, slug) == before
        exposure = study.model_copy(update={"of_exposure": True})
        off_topic = study.model_copy(update={"on_topic": {slug: OnTopic.NO}})
        assert levels({**own, "~exposure": exposure, "~off": off_topic}, slug) == before


def test_as_long_as_only_abstracts_are_read_nothing_is_strong() -> None:
    assert all(cell.level is not Level.STRONG for cell in CELLS)
    without = {one.level for cell in CELLS for one in cell.readings if one.slug in ("without-abstract_only",)}
    assert Level.STRONG in without


def test_the_other_tables_say_what_they_say_when_in_use() -> None:
    tables = [table.slug for table in BASE.rating.tables[1:]]
    for slug, rated in RATINGS.all().items():
        for group, cell in rated.cells.items():
            found = {one.slug: one.level for one in cell.readings}
            assert {*tables, WITHOUT_CAPS} <= found.keys()
            for table in tables:
                assert RATINGS.of(slug, table).cells[group].level is found[table]


def test_the_stricter_table_tests_thresholds_and_not_one_cap() -> None:
    studied = [cell for cell in CELLS if cell.level is not Level.NONE]
    stricter = {cell_level(cell, "stricter") for cell in studied}
    assert stricter == {Level.EARLY, Level.UNCLEAR}
    assert Level.PROMISING in {cell.level for cell in studied}


def cell_level(cell: RatedCell, table: str) -> Level:
    return next(one.level for one in cell.readings if one.slug == table)


def test_main_aims_come_first_and_every_group_has_a_cell() -> None:
    for rated in RATINGS.all().values():
        assert set(rated.cells) == set(BASE.outcome_groups)
        main = len(rated.type.main_outcomes)
        assert [cell.is_main for cell in rated.cells.values()] == [True] * main + [False] * (8 - main)


def test_what_no_group_holds_votes_on_no_level() -> None:
    alone = {slug for slug, category in BASE.outcomes.items() if not category.group}
    assert {column_of(BASE, slug) for slug in alone} == alone
    assert not alone & set(BASE.outcome_groups)


def test_stand_ins_are_named_where_they_cap_a_level() -> None:
    capped = [cell for cell in CELLS if "stand_ins" in cell.rating.fired]
    assert capped
    for cell in capped:
        assert cell.level is Level.EARLY
        (step,) = [step for step in cell.rating.steps if step.rule == "stand_ins"]
        assert "one of several things" in step.sentence


@pytest.mark.parametrize(
    ("slug", "group", "level"),
    [
        ("welfare-debt-advice", "money", Level.EARLY),
        ("welfare-debt-advice", "services", Level.UNCLEAR),
        ("welfare-debt-advice", "body", Level.NONE),
        ("befriending", "mind", Level.PROMISING),
        ("befriending", "body", Level.UNCLEAR),
        ("affordable-housing", "mind", Level.EARLY),
    ],
)
def test_levels_are_as_told_by_hand(slug: str, group: str, level: Level) -> None:
    assert RATINGS.of(slug).cells[group].level is level


def test_a_cut_in_housing_benefit_is_no_harm_of_affordable_housing() -> None:
    votes = {vote.key: vote for vote in RATINGS.of("affordable-housing").cells["mind"].votes}
    assert votes["reeves-2016-housing-benefit-depression"].direction == "benefit"


def test_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        RATINGS.of("no-such-type")
    with pytest.raises(KeyError):
        RATINGS.of("befriending", "no-such-table")


def test_a_cell_says_what_would_change_it() -> None:
    cell = RATINGS.of("fuel-poverty").cells["money"]
    raised_by, _ = cell.changes
    assert raised_by
    first = replace(cell, votes=(*cell.votes, *trials(100, Direction.BENEFIT)))
    assert rate(first.votes, RULES).level == Level.STRONG


def test_every_step_names_reports_that_have_a_page() -> None:
    for cell in CELLS:
        assert {key for step in cell.rating.steps for key in step.keys} <= BASE.studies.keys()
