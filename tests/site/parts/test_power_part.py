"""The page on planning starts with the programme's numbers, and refuses what can't be."""

import pytest
from bs4 import BeautifulSoup
from tests.frozen import book

from resilience.places.design import start_of
from resilience.site.live.browser import Refusal
from resilience.site.live.browser.power_handler import plan
from resilience.site.pages.common import Pages
from resilience.site.parts.power_part import POWER, shown
from resilience.synthesis.planned import ADJUSTED, CHANGE, NUMBERS
from resilience.synthesis.power import Plan, smallest_change

PAGES = Pages(book())
START = start_of(PAGES.base.survey.evaluation)


def test_it_starts_with_what_the_programme_published() -> None:
    assert (START["areas"], START["comparison_areas"], START["households"], START["change"]) == (
        9,
        9,
        167,
        7.5,
    )


def test_the_form_asks_for_what_the_answer_needs() -> None:
    html = BeautifulSoup(POWER.render(PAGES, "", root="./", download="6 MB", uri=str), "html.parser")
    assert sorted(str(field["name"]) for field in html.select(".plan-fields input")) == sorted(NUMBERS)
    assert [option["value"] for option in html.select("#plan-analysis option")] == [CHANGE, ADJUSTED]
    assert all(html.select(f"label[for=plan-{name}]") for name in (*NUMBERS, "analysis"))
    assert [one["value"] for one in html.select("#plan-lots option")] == ["", "yes", "no"]
    said = html.select(".plan-say")[0]
    assert said.get_text().startswith(
        "With these numbers an evaluation would see, four times in five, a difference"
    )
    assert said["data-words"].count("{") == 3
    assert "chance of noticing it" in said.get_text()
    assert "needs JavaScript" in html.select("noscript")[0].get_text()


def test_the_answer_is_that_of_the_formula_in_points() -> None:
    made = Plan(9, 9, 167, 0.5, 0.02, 0.8)
    found = plan(START)
    assert found["smallest"] == pytest.approx(100 * smallest_change(made))
    assert [row["households"] for row in found["by_households"]] == [25, 50, 100, 200, 400]
    assert found["notes"]


def test_an_adjusted_analysis_sees_smaller_changes_and_says_what_it_costs() -> None:
    found = plan({**START, "analysis": "adjusted"})
    made = Plan(9, 9, 167, 0.5, 0.02, 0.8, adjusted=True)
    assert found["smallest"] == pytest.approx(100 * smallest_change(made))
    assert found["smallest"] < plan(START)["smallest"]
    assert len(found["notes"]) == 2


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"areas": ""}, "Fill in every field with a number"),
        ({"areas": 3}, "at least 4 areas"),
        ({"share": 100}, "A share must lie between 0 and 1"),
        ({"rho": "nan"}, "Fill in every field with a number"),
        ({"rho": "1.5"}, "must lie between 0 and 1"),
        ({"drop_out": 100}, "some must stay"),
        ({"analysis": ""}, "Choose what the analysis compares"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(change: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        plan({**START, **change})


def test_a_place_says_how_many_live_there_and_what_is_like_it() -> None:
    told = shown(PAGES, "")
    assert told["nations"]["Scotland"] == {
        "places": "intermediate zones of 2011",
        "count": len(PAGES.nation_tables["scotland"].codes),
        "weight": "people",
    }
    assert told["nations"]["Northern Ireland"]["weight"] is None
    claremont = told["neighbourhoods"]["claremont"]
    assert (claremont["council"], claremont["weight"]) == ("Blackpool", 3733)
    table = PAGES.nation_tables["england"]
    assert claremont["in_council"] == sum(table.council_of(code) == "Blackpool" for code in table.codes)
    assert len(claremont["alike"]) == 5
    assert "Blackpool" not in {council for _, council in claremont["alike"]}
