"""Lists that readers narrow down hold every record, in the columns that can be chosen."""

import pytest
from tests.frozen import book

from resilience.site.columns import Explorer
from resilience.site.pages.common import Pages
from resilience.site.prose.lists import records


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(book())


def list_of(pages: Pages, kind: str) -> Explorer:
    found = records(pages, kind)
    assert isinstance(found, Explorer)
    assert found.name == kind
    return found


def rows_of(pages: Pages, kind: str) -> list[dict[str, str]]:
    found = list_of(pages, kind)
    return [
        {
            head: "".join(part.text for part in cell)
            for (head, _), cell in zip(found.heads, row.cells, strict=True)
        }
        for row in found.rows
    ]


def chosen_of(pages: Pages, kind: str, slug: str) -> list[tuple[str, ...]]:
    found = list_of(pages, kind)
    place = [choice.slug for choice in found.choices].index(slug)
    return [row.chosen[place] for row in found.rows]


@pytest.mark.parametrize(
    ("kind", "chosen", "by_year"),
    [
        ("activities", ["aim", "domain", "uk"], False),
        ("studies", ["activity", "outcome", "where", "design"], True),
        ("policies", ["activity", "nation", "region", "kind", "seen", "source"], True),
        ("councils", ["nation", "region", "activity", "kind", "seen"], False),
        ("policy-actions", ["activity", "sure", "nation", "region"], True),
        ("policy-numbers", ["activity", "counts", "nation", "region"], False),
        ("policy-evaluations", ["activity", "nation", "region", "kind", "seen"], True),
    ],
)
def test_what_can_be_chosen(pages: Pages, kind: str, chosen: list[str], by_year: bool) -> None:
    found = list_of(pages, kind)
    assert [choice.slug for choice in found.choices] == chosen
    assert found.by_year is by_year
    for place, choice in enumerate(found.choices):
        offered = {value for value, _ in choice.options}
        assert {value for row in found.rows for value in row.chosen[place]} == offered
        labels = [label for _, label in choice.options]
        assert len(set(labels)) == len(labels)


def test_every_record_is_listed(pages: Pages) -> None:
    base = pages.base
    policies = base.policies.values()
    counts = {
        "activities": len(base.types),
        "studies": len(base.studies),
        "policies": len(base.policies),
        "councils": len(base.councils_on_record),
        "policy-actions": sum(len(policy.actions) for policy in policies),
        "policy-numbers": sum(len(policy.figures) for policy in policies),
        "policy-evaluations": sum(one.was_looked_at for one in policies),
    }
    assert {kind: len(rows_of(pages, kind)) for kind in counts} == counts


def test_evaluations_and_monitoring_figures_are_told_apart(pages: Pages) -> None:
    seen = [row["What was seen"] for row in rows_of(pages, "policy-evaluations")]
    policies = pages.base.policies.values()
    assert sum("valuation" in words for words in seen) == sum(bool(one.evaluation) for one in policies)
    assert sum("onitoring" in words for words in seen) == sum(bool(one.monitoring) for one in policies)
    assert set(seen) == {"Monitoring figures", "Evaluation and monitoring figures"}
    chosen = chosen_of(pages, "policies", "seen")
    assert sum("evaluation" in one for one in chosen) == sum(bool(one.evaluation) for one in policies)
    assert sum(one == ("neither",) for one in chosen) == sum(not one.was_looked_at for one in policies)


def test_only_candidates_have_a_score_and_they_come_when_they_are_asked_for(pages: Pages) -> None:
    rows = rows_of(pages, "policy-actions")
    assert all(bool(row["Score, of 100"]) is (row["How sure"] == "Suggested by computer") for row in rows)
    assert {row["Activity"] for row in rows if row["How sure"] == "No match"} == {"no type"}
    settled = ["settled" in one for one in chosen_of(pages, "policy-actions", "sure")]
    assert settled == [row["How sure"] != "Suggested by computer" for row in rows]
    assert list_of(pages, "policy-actions").at_first == sum(settled)


def test_actions_stand_by_activity_and_those_without_one_last(pages: Pages) -> None:
    activities = [row["Activity"] for row in rows_of(pages, "policy-actions")]
    named = [name for name in activities if name != "no type"]
    assert named == sorted(named, key=str.lower)
    assert activities[: len(named)] == named


def test_policies_and_types_of_a_council_are_counted(pages: Pages) -> None:
    row = next(row for row in rows_of(pages, "councils") if row["Authority"] == "Fife Council")
    assert (row["Policies"], row["Activities"], row["Kind"]) == ("2", "3", "Scottish council")


def test_a_study_of_a_nation_is_found_under_the_uk_and_an_international_one_is_not(pages: Pages) -> None:
    studies = sorted(pages.base.studies.values(), key=lambda study: pages.base.cited[study.key].lower())
    for study, parts in zip(studies, chosen_of(pages, "studies", "where"), strict=True):
        assert ("uk" in parts) is study.in_uk
        assert parts
    names = [label for _, label in list_of(pages, "studies").choices[2].options]
    assert names[0] == "Any part of the UK"
    assert len({name.lower() for name in names}) == len(names)


def test_numbers_of_an_evaluated_policy_are_three_at_most(pages: Pages) -> None:
    found = list_of(pages, "policy-evaluations")
    assert found.line == "Numbers stated"
    looked_at = [policy for policy in pages.base.policies.values() if policy.was_looked_at]
    for policy, row in zip(looked_at, found.rows, strict=True):
        assert row.line.count(": ") >= min(len(policy.figures), 3)
        assert row.line.endswith("more on its page") is (len(policy.figures) > 3)


def test_an_action_with_two_types_names_both_and_is_found_under_both() -> None:
    base = book()
    policy = next(one for one in base.policies.values() if any(action.type for action in one.actions))
    actions = tuple(
        one.model_copy(update={"also": "befriending"}) if one.type else one for one in policy.actions
    )
    base.policies = {policy.slug: policy.model_copy(update={"actions": actions})}
    changed = Pages(base)
    named = [row["Activity"] for row in rows_of(changed, "policy-actions")]
    chosen = chosen_of(changed, "policy-actions", "activity")
    seconds = [place for place, words in enumerate(named) if "; also: Befriending" in words]
    assert len(seconds) == sum(bool(one.type) for one in actions)
    assert all(chosen[place][1] == "befriending" for place in seconds)
