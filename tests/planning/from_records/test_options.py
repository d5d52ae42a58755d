"""What the step on options reads is what the page on choosing shows."""

import json

import pytest
from tests.frozen import book

from resilience.appraisal import matrix
from resilience.findings.view import Findings
from resilience.planning.from_records.options import AGAINST, FOR, NAMED, OPEN, options_facts, side_of
from resilience.records.vocabulary import Level

FINDINGS = Findings(book())
FACTS = json.loads(json.dumps(options_facts(FINDINGS)))


def test_each_row_of_the_matrix_is_there_with_its_studies_and_councils() -> None:
    for row in matrix(FINDINGS):
        facts = FACTS["rows"][row.option.slug]
        assert list(facts["happens"]) == list(row.happens)
        for group, one in row.happens.items():
            told = facts["happens"][group]
            assert (told["size"], told["counted"]) == (one.size, one.counted)
            assert one.label.startswith(told["what"])
            assert len(told["studies"]) <= NAMED
            assert bool(told["studies"]) == bool(one.counted)
            assert {key for key, _ in told["studies"]} <= FINDINGS.base.studies.keys()
        assert [slug for slug, _, _ in facts["tellers"]] == [one.slug for one in row.tellers]
        assert bool(facts["cost"]) == bool(row.cost)


def test_the_study_that_gives_the_size_is_named_first() -> None:
    cell = FINDINGS.ratings.of("befriending").cells["mind"]
    study = FINDINGS.size_of(cell).study
    assert study
    assert FACTS["rows"]["befriending"]["happens"]["mind"]["studies"][0][0] == study.key


@pytest.mark.parametrize(
    ("level", "side"),
    [
        (Level.STRONG, FOR),
        (Level.EARLY, FOR),
        (Level.MIXED, AGAINST),
        (Level.NO_DIFFERENCE, AGAINST),
        (Level.HARM, AGAINST),
        (Level.UNCLEAR, OPEN),
        (Level.NONE, OPEN),
    ],
)
def test_a_level_speaks_for_or_against_or_for_neither(level: Level, side: str) -> None:
    assert side_of(level) == side
