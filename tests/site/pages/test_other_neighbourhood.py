"""A neighbourhood outside the programme is told as the account of its group, and is never the programme's."""

from functools import cache

import pytest
from docutils import nodes
from tests.frozen import book
from tests.site.reading import linked, piece, rows, section, text, tree

from resilience.records.neighbourhood import Neighbourhood
from resilience.records.provenance import Source
from resilience.site.pages.common import Pages
from resilience.site.pages.council import CouncilFacts, council_page
from resilience.site.pages.neighbourhood import OWN_ACCOUNT
from resilience.site.pages.other_neighbourhood import KIND, OtherFacts, other_neighbourhood_page
from resilience.site.parts.any_place_part import groups_there
from resilience.site.prose.lists import records
from resilience.site.search.hits import hits
from resilience.site.wording.values import Passage

SLUG = "adamsdown-cardiff-council"
PAGES = Pages(book())
PLACE = PAGES.base.other_neighbourhoods[SLUG]
DOCNAME = f"neighbourhoods/{SLUG}"


@cache
def page() -> nodes.section:
    return tree(PAGES, DOCNAME)


def facts_of(place: Neighbourhood) -> OtherFacts:
    found = other_neighbourhood_page(PAGES, place).passage.facts
    assert isinstance(found, OtherFacts)
    return found


def changed(**fields: object) -> Neighbourhood:
    return PLACE.model_copy(update=fields)


def test_the_page_says_first_that_a_group_tells_it() -> None:
    assert other_neighbourhood_page(PAGES, PLACE).kind == KIND
    assert "no part of the programme" in text(page()).split("What they set out to do")[0]


def test_what_is_planned_stands_apart_from_what_was_done() -> None:
    assert [row[0] for row in rows(section(page(), "planned"))] == [one.text for one in PLACE.planned]
    assert [row[0] for row in rows(section(page(), "activities"))] == [one.text for one in PLACE.activities]


def test_a_source_without_an_address_is_the_group_itself() -> None:
    assert rows(section(page(), "activities"))[0][-1] == OWN_ACCOUNT
    report = Source(url="https://example.org/report")
    (activity,) = PLACE.activities
    done = facts_of(changed(activities=(activity.model_copy(update={"source": report}),))).done
    assert done[0].source.text == "example.org/report"


def test_what_is_not_chosen_yet_is_said() -> None:
    told = rows(section(page(), "indicators"))
    assert [row[1] for row in told] == ["How often people feel lonely", "not chosen yet"]


def test_the_place_the_plan_and_the_comparison_areas_are_linked() -> None:
    told = facts_of(PLACE)
    assert told.place
    assert told.place.url == f"../book/neighbourhoods/place.html?place={PLACE.place}"
    assert told.plan
    assert told.plan.url == f"../book/plan/share.html?{PLACE.plan}"
    assert [one.url for one in told.compared_with] == [
        "../book/neighbourhoods/place.html?place=W06000015.W05001272"
    ]


def test_a_scale_is_linked_to_where_it_is_described() -> None:
    scale = next(iter(PAGES.base.scales.values()))
    indicator = PLACE.indicators[0].model_copy(update={"scale": scale.slug})
    found = facts_of(changed(indicators=(indicator,))).indicators[0].scale
    assert found
    assert (found.text, found.url) == (scale.name, scale.url)


@pytest.mark.parametrize(
    ("anchor", "fields"),
    [
        ("planned", {"planned": ()}),
        ("activities", {"activities": ()}),
        ("findings", {"findings": ()}),
        ("indicators", {"indicators": ()}),
        ("priorities", {"set_out_to": None, "priorities": ()}),
    ],
)
def test_what_nobody_told_yet_is_said_in_a_sentence(anchor: str, fields: dict[str, object]) -> None:
    bare = piece(Passage("pages/other_neighbourhood", facts_of(changed(**fields))))
    found = section(bare, anchor)
    assert found
    assert "yet" in text(found) or "on record" in text(found)


def test_it_stands_on_the_pages_of_its_council_its_place_and_its_activities() -> None:
    told = council_page(PAGES, PAGES.base.councils["cardiff-council"]).passage.facts
    assert isinstance(told, CouncilFacts)
    assert [one.docname for one in told.groups] == [DOCNAME]
    assert not told.places
    assert groups_there(PAGES) == {"W05001270": [[SLUG, "Adamsdown", True]]}
    groups = section(tree(PAGES, "activities/befriending"), "groups")
    assert groups
    assert DOCNAME in linked(groups)


def test_a_council_is_found_by_the_place_too() -> None:
    base = book()
    base.other_neighbourhoods = {SLUG: changed(councils=())}
    assert list(Pages(base).joins.others_by_council) == ["cardiff-council"]


def test_the_list_has_it_and_says_how_to_add_one_where_there_is_none() -> None:
    found = records(PAGES, "other-neighbourhoods")
    assert isinstance(found, Passage)
    assert PLACE.set_out_to in text(piece(found))
    base = book()
    base.other_neighbourhoods = {}
    none = records(Pages(base), "other-neighbourhoods")
    assert isinstance(none, Passage)
    assert "yet; add yours" in text(piece(none))


def test_a_search_tells_what_it_is() -> None:
    (hit,) = hits(PAGES, {DOCNAME: "Adamsdown"}, {DOCNAME: ""}).hits
    assert hit.kind == KIND


def test_nothing_of_the_programme_counts_it() -> None:
    base = PAGES.base
    assert SLUG not in base.neighbourhoods
    assert set(base.all_neighbourhoods) == {*base.neighbourhoods, SLUG}
    tried = [one.neighbourhood.slug for found in PAGES.joins.activities_by_type.values() for one in found]
    assert SLUG not in tried
    about = [one.neighbourhood.slug for found in PAGES.joins.activities_by_topic.values() for one in found]
    assert SLUG not in about
    assert "cardiff-council" not in PAGES.joins.neighbourhoods_by_council
