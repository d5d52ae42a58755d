"""What to change is told in the group's own words, with the outcomes that they stand for."""

from tests.frozen import book

from resilience.findings.view import Findings
from resilience.planning.from_records.facts import planning_facts
from resilience.planning.given import Given
from resilience.planning.steps.change import NO_OUTCOMES, step
from resilience.planning.walk import read

FINDINGS = Findings(book())
FACTS = planning_facts(FINDINGS)


def given(link: str) -> Given:
    walk, lost = read(link, FACTS["common"])
    assert lost == []
    return Given(FACTS, walk)


def test_problems_stand_under_their_outcome_and_outcomes_in_the_order_of_the_page() -> None:
    slug, group = next(iter(FACTS["common"]["problems"].items()))
    other = next(one for one in reversed(FACTS["common"]["groups"]) if one != group)
    found = step(given(f"outcomes={other}&problems={slug}"))
    (section,) = found.sections
    order = list(FACTS["common"]["groups"])
    shown = sorted((group, other), key=order.index)
    assert [one.sources[0].page for one in section.said] == [f"problems/{one}" for one in shown]
    named = section.said[shown.index(group)].text
    assert named.endswith(f"You named: {FACTS['common']['problem_words'][slug]}.")
    assert "You named" not in section.said[shown.index(other)].text
    assert found.answer[0].text.startswith("You want to change: ")
    assert found.missing == ()


def test_without_an_outcome_it_says_what_is_missing() -> None:
    found = step(given(""))
    assert (found.answer, found.sections, found.missing) == ((), (), (NO_OUTCOMES,))
