"""What is asked for in plain values is ranked as the room ranks it, or refused with a sentence."""

import json
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.frozen import book

from resilience.appraisal import CannotRank, Group, Rules, options_of, places_of, rank
from resilience.appraisal.asked import Asked, ranking_of
from resilience.appraisal.choosing import choosing_data
from resilience.appraisal.ranking import MOST
from resilience.findings import Findings

FINDINGS = Findings(book())
DATA = json.loads(json.dumps(choosing_data(FINDINGS)))
FEW = {**DATA, "rules": DATA["rules"] | {"tries": 20}}
GROUPS, TYPES = list(FINDINGS.base.outcome_groups), list(FINDINGS.base.types)
SHOWN = [one for one in GROUPS if any(option.is_about([one]) for option in options_of(FINDINGS))]
PLACE = places_of(FINDINGS).of("E05015190")
HERE = {"nation": PLACE.nation.value, "better": dict(PLACE.percentiles)}
WEIGHTS = st.integers(1, 100)


@settings(max_examples=40, deadline=None)
@given(
    outcomes=st.lists(st.sampled_from(SHOWN), min_size=1, unique=True),
    weights=st.dictionaries(st.sampled_from(["need", *GROUPS]), WEIGHTS),
    own=st.dictionaries(st.sampled_from(TYPES), st.integers(0, 10), max_size=3),
    most=st.sampled_from(["", "need"]),
)
def test_whatever_is_asked_is_ranked_as_the_room_does(
    outcomes: list[str], weights: dict[str, int], own: dict[str, int], most: str
) -> None:
    typed = Asked(
        outcomes,
        **HERE,
        most=most,
        weights={step: str(weight) for step, weight in weights.items()},
        own={slug: str(score) for slug, score in own.items()},
    )
    group = Group(
        tuple(sorted(outcomes, key=GROUPS.index)),
        {**weights, **({most: MOST} if most else {})},
        community={slug: float(score) for slug, score in own.items()},
    )
    expected = rank(
        options_of(FINDINGS, PLACE.nation), PLACE.percentiles, group, Rules.from_plain(FEW["rules"])
    )
    assert asdict(ranking_of(FEW, typed)) == asdict(expected)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"nation": "France"}, "Choose a place."),
        ({"better": {"income": 101}}, "The figures of this place can’t be read: income is “101”."),
        ({"outcomes": []}, "Pick at least one outcome that you want to change."),
        ({"outcomes": ["joy"]}, "Pick at least one outcome that you want to change."),
        ({"weights": {"need": "many"}}, "A weight is a number from 0 to 100. Mend “many” for need."),
        ({"weights": {"need": "nan"}}, "Mend “nan” for need."),
        ({"weights": {"need": 0, "connection": 0}}, "Give at least one step more than 0."),
        ({"own": {"befriending": "99"}}, "is a number from 0 to 10. Mend “99” for Befriending."),
        ({"out": TYPES}, "Every activity for these outcomes is ruled out."),
    ],
)
def test_what_can_not_be_ranked_gets_a_sentence(changes: dict[str, Any], sentence: str) -> None:
    asked = {"outcomes": ["connection"], **HERE, **changes}
    with pytest.raises(CannotRank, match=sentence):
        ranking_of(DATA, Asked(**asked))
