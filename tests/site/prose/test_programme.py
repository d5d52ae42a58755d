"""The pages on the programme show what its records say, with the interval beside the estimate."""

from tests.frozen import book
from tests.site.reading import figures, piece, rows

from resilience.site.pages.common import Pages
from resilience.site.prose import programme

PAGES = Pages(book())


def test_the_result_is_drawn_and_tabulated_with_its_interval() -> None:
    shown = piece(programme.evaluation_estimate(PAGES, ""))
    (published,) = PAGES.base.survey.evaluation.estimates
    (figure,) = figures(shown)
    assert figure["table"]["rows"][0][1:] == [published.estimate, published.ci_low, published.ci_high]
    assert figure["sentence"] == f"{published.outcome}: 7.5 points more than in comparison areas."
    assert rows(shown)[0][:3] == [published.outcome, "7.5", "1.6 to 13.5"]


def test_what_the_survey_asked_is_listed_with_its_source() -> None:
    asked = rows(piece(programme.survey_topics(PAGES, "")))
    assert len(asked) == len(PAGES.base.survey.household_survey.topics)
    assert all(source for _, _, source in asked)


def test_designs_stand_in_the_order_of_the_rule_with_what_they_need() -> None:
    found = rows(piece(programme.evaluation_designs(PAGES, "")))
    assert len(found) == len(PAGES.base.designs)
    assert found[0][0].startswith("Draw lots between areas (cluster randomised trial")
    assert found[0][1] == "a lot; 4 areas; 4 comparison areas; measured once before; measured once after"
    assert found[-1][1] == "Nothing"
    analysed = [row[4] for row in found]
    assert analysed.count("Takes it") == sum(one.book_analyses for one in PAGES.base.designs)
