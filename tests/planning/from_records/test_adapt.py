"""The facts of Adapt are plain, small, and the same as what the pages of councils go by."""

import json

from tests.frozen import book

from resilience.findings.view import Findings
from resilience.planning.adapting.here import apart
from resilience.planning.from_records.adapt import adapt_facts

FINDINGS = Findings(book())
FACTS = adapt_facts(FINDINGS)


def test_json_holds_them_as_they_are() -> None:
    assert json.loads(json.dumps(FACTS)) == FACTS


def test_every_type_has_its_facts_and_points_at_what_is_there() -> None:
    assert set(FACTS["types"]) == set(FINDINGS.base.types)
    for one in FACTS["types"].values():
        assert {*one["policies"], *one["suggested"]} <= set(FACTS["policies"])
        assert set(one["neighbourhoods"]) <= set(FACTS["neighbourhoods"])
        assert {row["study"] for row in one["not_better"]} <= set(FACTS["studies"])


def test_a_suggested_type_is_none_that_is_settled() -> None:
    for slug, one in FACTS["types"].items():
        assert not set(one["policies"]) & set(one["suggested"])
        assert all(slug in FINDINGS.policy_types[policy] for policy in one["policies"])


def test_results_on_cost_are_no_results_that_were_not_better() -> None:
    assert all(
        row["group"] != "cost-effectiveness" for one in FACTS["types"].values() for row in one["not_better"]
    )


def test_an_authority_that_is_a_group_or_gone_has_no_ranks() -> None:
    for slug, council in FINDINGS.base.councils.items():
        if council.ons_code is None or council.successors is not None:
            assert FACTS["councils"][slug]["ranks"] == []


def test_a_council_is_as_far_from_itself_as_can_be() -> None:
    ranks = [one["ranks"] for one in FACTS["councils"].values() if one["ranks"]]
    assert ranks
    assert all(apart(one, one) == 0 for one in ranks)


def test_a_source_that_may_not_be_linked_has_no_address() -> None:
    for one in FACTS["policies"].values():
        found = one["found_at"]
        assert found is None or found["page"] or found["url"] or "copy" in found["text"]


def test_an_action_stands_under_its_second_type_too() -> None:
    base = book()
    policy = next(one for one in base.policies.values() if any(action.type for action in one.actions))
    place = next(at for at, action in enumerate(policy.actions) if action.type)
    actions = [*policy.actions]
    slug = next(one for one in base.types if one not in FINDINGS.policy_types[policy.slug])
    actions[place] = actions[place].model_copy(update={"also": slug})
    base.policies = {
        **base.policies,
        policy.slug: policy.model_copy(update={"actions": tuple(actions), "types": (*policy.types, slug)}),
    }
    types = adapt_facts(Findings(base))["types"]
    for one in (actions[place].type, slug):
        assert actions[place].text in types[one]["policies"][policy.slug]
