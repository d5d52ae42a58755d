"""The page of a neighbourhood says what records say, and what they don't."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from tests.frozen import book

from resilience.figures.diagrams import LogicModel
from resilience.site.pages.blocks import Drawing, Page, Passage, Section, Table
from resilience.site.pages.common import Pages
from resilience.site.pages.drawings import drawn
from resilience.site.pages.neighbourhood import neighbourhood_page
from resilience.site.pages.rating import aims_in_words

PAGES = Pages(book())
PLACES = PAGES.base.neighbourhoods
ANCHORS = (
    "short", "priorities", "partners", "activities", "findings", "logic", "figures", "small-areas",
    "boundary", "like", "next", "sources",
)  # fmt: skip


def page(slug: str) -> Page:
    return neighbourhood_page(PAGES, PLACES[slug])


def parts(value: Any, kind: type[Any]) -> Iterator[Any]:
    if isinstance(value, kind):
        yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from parts(getattr(value, field.name), kind)
    elif isinstance(value, tuple):
        for item in value:
            yield from parts(item, kind)


def section(slug: str, anchor: str) -> Section:
    return next(one for one in parts(page(slug).blocks, Section) if one.anchor == anchor)


def drawing(slug: str, kind: str) -> Drawing:
    return next(one for one in parts(page(slug).blocks, Drawing) if one.kind == kind)


def logic_model(slug: str) -> LogicModel:
    (model,) = drawing(slug, "logic").options
    assert isinstance(model, LogicModel)
    return model


@pytest.mark.parametrize("slug", PLACES)
def test_every_page_has_its_sections_and_its_figures(slug: str) -> None:
    anchors = [one.anchor for one in parts(page(slug).blocks, Section)]
    assert set(ANCHORS) <= set(anchors)
    assert len(anchors) == len(set(anchors))
    assert {"provenance", "cite"} <= {one.macro for one in parts(page(slug).blocks, Passage)}
    kinds = {one.kind for one in parts(page(slug).blocks, Drawing)}
    assert {"panels", "small-areas", "logic"} <= kinds


def test_activities_stand_once_each_with_or_without_a_year() -> None:
    for slug, place in PLACES.items():
        tables = list(parts(section(slug, "activities"), Table))
        texts = [row[0][0].text for one in tables for row in one.rows]
        assert sorted(texts) == sorted(activity.text for activity in place.activities)
    assert not any(one.kind == "timeline" for one in parts(page("claremont").blocks, Drawing))
    assert len(drawing("central-southport", "timeline").rows) == 3


def test_an_activity_leads_to_the_rating_and_the_policies_of_its_type() -> None:
    (dated, _) = parts(section("central-southport", "activities"), Table)
    exchange = next(row for row in dated.rows if "learning exchange" in row[0][0].text)
    assert exchange[3][0].text == aims_in_words(PAGES, "welfare-debt-advice")
    assert exchange[4][0].text == str(len(PAGES.joins.policies_by_type["welfare-debt-advice"]))


def test_a_disputed_activity_shows_the_evidence_for_both_types() -> None:
    (dated, _) = parts(section("central-southport", "activities"), Table)
    disputed = next(row for row in dated.rows if "June 2016" in row[0][0].text)
    assert sum(getattr(part, "text", "") == " or " for part in disputed[3]) == 1
    assert len(disputed[3]) == 3


def test_properties_without_a_finding_are_named_and_never_called_unchanged() -> None:
    said = repr(section("central-southport", "findings"))
    assert "3 findings on record" in said
    assert "None on record is about social connectedness, cultural coherence and environmental" in said
    assert "does not mean that nothing changed" in said


def test_england_is_never_invented() -> None:
    (table,) = parts(section("claremont", "figures"), Table)
    england = {row[0][0].text: row[4][0].text for row in table.rows}
    assert england["Deprivation, 2019 (score)"] == "not in our data"
    assert england["Crime, 2019 (tenth of England)"] == "5.5"
    assert all(value in ("5.5", "not in our data") for value in england.values())


def test_each_figure_keeps_its_areas_and_an_inferred_fit_says_so() -> None:
    (table,) = parts(section("claremont", "figures"), Table)
    areas = {row[0][0].text: row[6][0].text for row in table.rows}
    assert areas["Deprivation, 2019 (score)"] == "of 2011"
    assert areas["Deprivation, 2025 (score)"] == "of 2021, carried to 2011"
    assert "inferred" in repr(section("central-southport", "boundary"))
    assert "inferred" not in repr(section("claremont", "boundary"))


def test_the_logic_model_claims_no_more_than_records_say() -> None:
    model = logic_model("claremont")
    assert "Not known: no study with a result is on record" in model.stages[-1].boxes
    assert [arrow.is_unstudied for arrow in model.arrows] == [True, True]
    studied = logic_model("central-southport").arrows
    assert [arrow.is_unstudied for arrow in studied] == [True, False]
    assert "money and bills: may help (early evidence)" in studied[1].strength


@pytest.mark.parametrize("slug", ["central-southport", "claremont"])
def test_every_figure_can_be_made(slug: str) -> None:
    for one in parts(page(slug).blocks, Drawing):
        figure = drawn(one)
        assert figure.sentence.endswith(".")
        assert len(figure.table)


def test_nearby_action_is_kept_apart() -> None:
    nearby = repr(section("claremont", "nearby"))
    assert "It was not part of the programme." in nearby
    assert "Ten Streets" in nearby
    assert "Ten Streets" not in repr(section("claremont", "activities"))
