"""What is known of real activities against a count by hand."""

from dataclasses import asdict

from tests.frozen import book

from resilience.appraisal import Rules, matrix, needs_of, options_of, rules_of
from resilience.appraisal.options import need_of
from resilience.findings import Findings
from resilience.records.vocabulary import Level, Nation

BASE = book()
FINDINGS = Findings(BASE)
ROWS = {row.option.slug: row for row in matrix(FINDINGS)}


def test_need_is_that_of_the_linked_figures_that_are_known() -> None:
    options = {option.slug: option for option in options_of(FINDINGS, Nation.WALES)}
    green, boards = options["green-space"], options["neighbourhood-partnerships"]
    assert need_of(green, {"environment": 80, "health": 60}) == ((80, 60),)
    assert need_of(green, {"environment": 80}) == ((80,),)
    assert need_of(green, {}) is None
    assert need_of(boards, {"index": 99}) is None


def test_a_need_that_a_place_lacks_all_figures_of_stays_unknown() -> None:
    options = options_of(FINDINGS, Nation.WALES)
    needs = needs_of(options, {"environment": 80.5})
    assert needs["green-space"] == 80
    assert needs["healthy-homes"] is None
    assert "fuel-poverty" not in needs
    assert list(needs) == [option.slug for option in options if option.figures]


def test_without_a_nation_no_figure_tells_a_need() -> None:
    assert not any(option.figures for option in options_of(FINDINGS))


def test_levels_are_those_of_each_table_of_rules() -> None:
    tables = [table.slug for table in BASE.rating.tables]
    for option in options_of(FINDINGS):
        cells = [FINDINGS.ratings.of(option.slug, table).cells for table in tables]
        for group in BASE.outcome_groups:
            rated = tuple(one[group].level for one in cells)
            assert option.levels.get(group, (Level.NONE,) * len(tables)) == rated


def test_a_row_holds_what_a_group_reads_before_any_score() -> None:
    fuel = ROWS["fuel-poverty"]
    assert fuel.councils == 5
    assert len(fuel.tellers) == 3
    assert all(policy.evaluation or policy.monitoring for policy in fuel.tellers)
    assert len({policy.council for policy in fuel.tellers}) == 3
    cell = FINDINGS.ratings.of("befriending").cells["mind"]
    happens = ROWS["befriending"].happens["mind"]
    assert (happens.level, happens.is_aim, happens.counted) == (cell.level, True, len(cell.votes))
    assert happens.size == FINDINGS.size_of(cell).says_shortly
    assert ROWS["neighbourhood-partnerships"].done_by == ("claremont",)
    assert ROWS["neighbourhood-partnerships"].tellers == ()


def test_an_aim_that_nobody_studied_is_a_row_and_gives_no_size() -> None:
    happens = ROWS["food-security"].happens
    assert all(one.level is Level.NONE and one.is_aim and not one.size for one in happens.values())
    assert set(happens) == set(BASE.types["food-security"].main_outcomes)


def test_the_rules_come_back_from_plain_values() -> None:
    rules = rules_of(FINDINGS)
    assert Rules.from_plain(asdict(rules)) == rules
    assert set(rules.bands) == {level.value for level in Level}
    assert {one.type for one in BASE.appraisal.needs} == set(BASE.types)
