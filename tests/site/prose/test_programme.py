"""The pages on the programme show what its records say, with the interval beside the estimate."""

from pathlib import Path

from resilience.evidence import load
from resilience.site.pages.blocks import Drawing, Table
from resilience.site.pages.common import Pages
from resilience.site.pages.drawings import drawn
from resilience.site.prose import programme

PAGES = Pages(load(Path(__file__).parents[3]))


def test_the_result_is_drawn_and_tabulated_with_its_interval() -> None:
    picture, table = programme.evaluation_estimate(PAGES, "")
    assert isinstance(picture, Drawing)
    assert isinstance(table, Table)
    (published,) = PAGES.base.survey.evaluation.estimates
    figure = drawn(picture)
    assert figure.table.iloc[0, 1:].tolist() == [published.estimate, published.ci_low, published.ci_high]
    assert figure.sentence == f"{published.outcome}: 7.5 points more than in comparison areas."
    assert [cell[0].text for cell in table.rows[0][:3]] == [published.outcome, "7.5", "1.6 to 13.5"]


def test_what_the_survey_asked_is_listed_with_its_source() -> None:
    (table,) = programme.survey_topics(PAGES, "")
    assert isinstance(table, Table)
    assert len(table.rows) == len(PAGES.base.survey.household_survey.topics)
    assert all(row[2] for row in table.rows)
