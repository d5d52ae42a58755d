"""The page of a neighbourhood tells first what was set out, done and found, and no more than records say."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from docutils import nodes
from tests.frozen import book
from tests.site.reading import captions, facts, figures, heads, linked, rows, section, text, tree

from resilience.evidence import EvidenceBase
from resilience.figures.diagrams import LogicModel
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.policy import Successors
from resilience.records.provenance import Source
from resilience.site.pages.common import Pages
from resilience.site.pages.drawings import drawn
from resilience.site.pages.neighbourhood import NeighbourhoodFacts, neighbourhood_page
from resilience.site.pages.rating import aims_in_words

PAGES = Pages(book())
PLACES = PAGES.base.neighbourhoods
FIRST = ["priorities", "activities", "findings", "short"]
FOLDED = ["partners", "place", "all-figures", "small-areas", "boundary", "like", "logic", "sources"]


@cache
def page(slug: str) -> nodes.section:
    return tree(PAGES, f"neighbourhoods/{slug}")


def facts_of(place: Neighbourhood, base: EvidenceBase = PAGES.base) -> NeighbourhoodFacts:
    found = neighbourhood_page(Pages(base), place).passage.facts
    assert isinstance(found, NeighbourhoodFacts)
    return found


@pytest.mark.parametrize("slug", PLACES)
def test_what_was_set_out_done_and_found_comes_first_and_figures_are_folded(slug: str) -> None:
    sections = [one for one in page(slug).findall(nodes.section) if one["names"] != [slug]]
    anchors = [one["ids"][0] for one in sections]
    assert anchors[: len(FIRST)] == FIRST
    assert len(anchors) == len(set(anchors))
    assert {"provenance", "cite"} <= set(anchors)
    folded = [one["ids"][0] for one in sections if "folded" in one["classes"]]
    assert folded == [anchor for anchor in FOLDED if anchor in anchors]


@pytest.mark.parametrize("slug", PLACES)
def test_each_activity_stands_once_those_with_a_year_first(slug: str) -> None:
    found = section(page(slug), "activities")
    assert found
    told = rows(found)
    assert sorted(row[0] for row in told) == sorted(one.text for one in PLACES[slug].activities)
    if "When" in heads(found):
        years = [bool(row[1]) for row in told]
        assert years == sorted(years, reverse=True)


def test_what_an_activity_was_about_stands_beside_its_kind() -> None:
    found = section(page("claremont"), "activities")
    assert found
    about = {row[0]: row[1:3] for row in rows(found)}
    asked = next(row for said, row in about.items() if said.startswith("A questionnaire"))
    assert asked == ["Resident-led enquiry", "Healthy homes"]
    assert heads(found)[:3] == ["What people did", "Kind of activity", "About"]


def test_an_enquiry_is_held_against_no_evidence() -> None:
    known = [one.activity.docname for one in facts_of(PLACES["claremont"]).known]
    assert known == ["activities/healthy-homes", "activities/neighbourhood-partnerships"]
    (advice,) = [
        one
        for one in facts_of(PLACES["central-southport"]).known
        if one.activity.docname == "activities/welfare-debt-advice"
    ]
    assert advice.levels == aims_in_words(PAGES, "welfare-debt-advice")
    assert advice.policies == len(PAGES.joins.policies_by_type["welfare-debt-advice"])


def test_only_what_is_not_agreed_says_how_sure_we_are() -> None:
    told = text(section(page("central-southport"), "activities"))
    assert told.count("(the passes disagreed)") == 2
    assert "suggested by computer" not in told


def test_what_only_the_matcher_suggests_says_so() -> None:
    base = book()
    place = base.neighbourhoods["claremont"]
    text_ = "become a living wage employer"
    new = place.activities[0].model_copy(update={"coded": None, "text": text_, "topic": ()})
    base.all_neighbourhoods = {"claremont": place.model_copy(update={"activities": (new,)})}
    told = rows(section(tree(Pages(base), "neighbourhoods/claremont"), "activities"))
    assert told[0][1] == "Living wage (suggested by computer, not checked)"


def test_what_is_not_published_is_said_once_and_in_no_row() -> None:
    short = section(page("claremont"), "short")
    assert short
    assert {value for said in facts(short).values() for value in said}.isdisjoint({"Not seen", "not seen"})
    assert text(short).count("Not published in what we read") == 1
    assert text(short).endswith("the area it was compared with and a third goal.")
    assert "Years" not in facts(short)


def test_cautions_on_the_record_stand_with_its_history() -> None:
    assert "looks like a slip" in text(section(page("claremont"), "provenance"))
    assert text(page("claremont")).count("looks like a slip") == 1


def test_properties_without_a_finding_are_named_and_never_called_unchanged() -> None:
    said = text(section(page("central-southport"), "findings"))
    assert "3 findings on record" in said
    assert "None is about social connectedness, cultural coherence and environmental" in said
    assert "does not mean that nothing changed" in said


@pytest.mark.parametrize("slug", PLACES)
def test_three_figures_first_and_the_licence_once(slug: str) -> None:
    found = section(page(slug), "figures")
    assert found
    assert [row[0] for row in rows(found)] == [
        "Deprived of income, 2019 (% of people)",
        "Fuel-poor households, 2019 (%)",
        "Lonely people, 2020/21 (%, from a model)",
    ]
    assert page(slug).astext().count("Open Government Licence") == 1


def test_each_figure_keeps_its_areas_and_england_is_never_invented() -> None:
    told = facts_of(PLACES["claremont"]).figures
    assert told
    table = drawn(replace(told.panels, title="A place", sentence="It is here.")).table.set_index("Figure")
    assert table.loc["Deprivation, 2019 (score)", "LSOAs"] == "of 2011"
    assert table.loc["Deprivation, 2025 (score)", "LSOAs"] == "of 2021, carried to 2011"
    assert set(table["England"]) == {"5.5", "not in our data"}
    assert table.loc["Crime, 2019 (tenth of England)", "England"] == "5.5"
    assert "inferred" in text(section(page("central-southport"), "boundary"))
    assert "inferred" not in text(section(page("claremont"), "boundary"))


def logic_model(slug: str) -> LogicModel:
    logic = facts_of(PLACES[slug]).logic
    assert logic
    (model,) = logic.drawing.options
    assert isinstance(model, LogicModel)
    return model


def test_the_logic_model_claims_no_more_than_records_say() -> None:
    arrows = logic_model("central-southport").arrows
    assert [arrow.is_unstudied for arrow in arrows] == [True, False]
    assert "money and bills: may help (early evidence)" in arrows[1].strength


def test_where_people_mainly_enquired_no_model_is_drawn() -> None:
    assert facts_of(PLACES["claremont"]).logic is None
    assert section(page("claremont"), "logic") is None


@pytest.mark.parametrize("slug", PLACES)
def test_every_figure_has_its_words(slug: str) -> None:
    told = figures(page(slug))
    assert len(told) == (3 if facts_of(PLACES[slug]).logic else 2)
    assert all(one["title"].startswith(("Small areas of", PLACES[slug].name)) for one in told)
    assert all(one["sentence"].endswith(".") for one in told)


def test_nearby_action_is_kept_apart() -> None:
    nearby = section(page("claremont"), "nearby")
    assert "Ten Streets" in text(nearby)
    assert "not part of the programme" in text(nearby)
    assert "Ten Streets" not in text(section(page("claremont"), "activities"))


def test_a_policy_that_names_the_place_is_linked() -> None:
    base = book()
    slug, policy = next(iter((key, one) for key, one in base.policies.items() if "blackpool" in key))
    base.policies = {slug: policy.model_copy(update={"title": "Licensing of homes to rent in Claremont"})}
    found = section(tree(Pages(base), "neighbourhoods/claremont"), "policies")
    assert found
    assert f"policies/{slug}" in linked(found)
    assert "No policy on record names this place." in text(section(page("claremont"), "policies"))


def test_a_council_that_is_gone_names_who_stands_in_its_place() -> None:
    base = book()
    today = Successors(
        since=date(2023, 4, 1),
        names=("Sefton Metropolitan Borough Council", "Seaside Council"),
        source=Source(url="https://example.org/order"),
    )
    gone = base.councils["blackpool-council"].model_copy(update={"successors": today})
    base.councils = base.councils | {"blackpool-council": gone}
    pages = Pages(base)
    said = (
        "Blackpool Council is gone: since 1 April 2023 Sefton Metropolitan Borough Council "
        "and Seaside Council stand in its place."
    )
    policies = pages.joins.policies_by_council["blackpool-council"]
    for docname in (
        "neighbourhoods/claremont", "councils/blackpool-council", f"policies/{policies[0].slug}"
    ):  # fmt: skip
        found = tree(pages, docname)
        assert said in text(found)
        assert "councils/sefton-metropolitan-borough-council" in linked(found)
    assert "is gone" not in text(page("claremont"))


def test_tables_are_named_for_what_they_hold() -> None:
    assert captions(page("claremont"))[0] == "What people did"
    assert captions(page("central-southport"))[0] == "What people did, by year where one is told"


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("claremont", ["Claremont is the ward Claremont of today."]),
        (
            "central-southport",
            [
                "Duke's: 53 of 100 of its households live here, and they are all of the ward's.",
                "Cambridge: 47 of 100 of its households live here, and they are all of the ward's.",
            ],
        ),
    ],
)
def test_the_wards_of_today_are_linked_and_the_fit_is_told(slug: str, said: list[str]) -> None:
    found = section(page(slug), "today")
    assert found
    items = list(found.findall(nodes.list_item))
    assert [one.astext() for one in items] == said
    for one, fit in zip(items, PAGES.base.country.fits[slug], strict=True):
        (link,) = one.findall(nodes.reference)
        assert link["refuri"].endswith(f".{fit.code}")


def test_an_activity_with_two_types_names_both() -> None:
    base = book()
    place = base.neighbourhoods["claremont"]
    done = place.activities[0].model_copy(
        update={"coded": "welfare-debt-advice", "also": "befriending", "topic": ()}
    )
    found = facts_of(place.model_copy(update={"activities": (done,)}), base)
    kind = "".join(part if isinstance(part, str) else part.text for part in found.done[0].kind.parts)
    labels = [base.types[slug].label for slug in ("welfare-debt-advice", "befriending")]
    assert kind == "; also: ".join(labels)
    assert {one.activity.text for one in found.known} == {*labels}
