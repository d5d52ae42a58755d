"""For whom it did not work and what it costs: from coded fields, or plainly not known."""

from typing import Any

from tests.planning.adapting.made import facts

from resilience.planning.adapting.doers import doers_of
from resilience.planning.adapting.studies_say import FIRST, costs, not_worked

STUDY = {
    "short": "A, 2010",
    "design": "Cohort study",
    "read": "the abstract",
    "weak": False,
    "who": "Carers",
    "where": "England",
    "unequal": "Women gained more",
}


def result(study: str, **own: Any) -> dict[str, Any]:
    return {
        "study": study,
        "group": "mind",
        "label": "Mind",
        "direction": "harm",
        "measure": "Mood",
        "clear": "no",
        "in_part": False,
        "note": None,
        **own,
    }


def given(policies: dict[str, Any] | None = None, **of_type: Any) -> dict[str, Any]:
    made = facts(policies or {})
    found = {"studied": 9, "not_better": [], "unequal": [], "costs": [], **of_type}
    made["types"]["clubs"] |= found
    made["studies"] = {f"s{at}": STUDY for at in range(9)}
    return {"adapt": made, "common": {"types": {"clubs": {"label": "Clubs"}}}}


def test_what_is_worse_for_the_chosen_outcomes_comes_first() -> None:
    results = [result("s0", direction="null"), result("s1", group="body", label="Body"), result("s2")]
    (first, *_) = not_worked(given(not_better=results), "clubs", ["mind"], "Clubs")
    assert [said.text.partition(":")[0] for said in first.said[1:]] == [
        "Worse (mind)",
        "No difference (mind)",
        "Worse (body)",
    ]
    assert "Mood (could be no effect). Who was studied: carers." in first.said[1].text


def test_results_of_a_study_stand_together_and_the_long_list_is_folded() -> None:
    results = [result(f"s{at}") for at in range(FIRST + 1)] + [result("s0", measure="Stress", in_part=True)]
    first, folded = not_worked(given(not_better=results), "clubs", [], "Clubs")
    assert (
        "Mood (could be no effect); Stress (for a part of the people, could be no effect)"
        in first.said[1].text
    )
    assert len(first.said) == 1 + FIRST
    assert folded.folded
    assert folded.table is not None
    assert len(folded.table.rows) == FIRST + 1


def test_what_studies_say_of_people_is_told_as_they_say_it() -> None:
    (section,) = not_worked(given(unequal=["s0"]), "clubs", [], "Clubs")
    assert section.said[1].text == "Better-off and worse-off people: Women gained more."
    assert section.said[1].sources[0].page == "studies/s0"


def test_nobody_told_is_not_nobody() -> None:
    (section,) = not_worked(given(), "clubs", [], "Clubs")
    assert "none tells for whom it did not work" in section.said[0].text
    assert "not the same as nobody" in section.said[0].sure
    (section,) = not_worked(given(studied=0), "clubs", [], "Clubs")
    assert section.said[0].text.startswith("No study of it is on record")


def test_an_amount_stands_with_its_prices_and_place() -> None:
    cost = {
        "study": "s0",
        "measure": "Cost",
        "amount": "£5 a visit",
        "prices": "in 2010 prices",
        "note": "A pilot",
    }
    (said,) = costs(given(costs=[cost]), "clubs", [], "Clubs").said
    assert said.text == "£5 a visit (cost); in 2010 prices; England. A pilot."


def test_a_cost_without_money_is_not_known() -> None:
    assert costs(given(), "clubs", [], "Clubs").said[0].text.startswith("What it costs is not known")
    cost = {"study": "s0", "measure": "Value", "amount": "2 of 3", "prices": None, "note": None}
    (said,) = costs(given(costs=[cost]), "clubs", [], "Clubs").said
    assert said.text.endswith("1 result on cost or value has none.")


def test_a_sum_is_told_of_policies_with_this_activity_alone() -> None:
    sums = {"near": {"money": ["contract: £100"]}, "far": {"money": ["budget: £9"], "types": 2}}
    made = given(sums)
    told = doers_of(made["adapt"], "clubs", None)[1]
    texts = [said.text for said in costs(made, "clubs", told, "Clubs").said]
    assert [text for text in texts if "£" in text] == [
        "near, of “Plan of near” (since 2010): contract: £100."
    ]
