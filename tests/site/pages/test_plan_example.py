"""The worked example of a neighbourhood says what is example and what is on record, and no more."""

from dataclasses import fields
from functools import cache

import pytest
from docutils import nodes
from tests.frozen import book
from tests.site.reading import facts, linked, rows, section, text, tree

from resilience.site.pages.catalogue import docnames, is_unsearched, kind_of, page_of
from resilience.site.pages.common import Pages
from resilience.site.pages.plan_example import ExampleFacts
from resilience.site.wording.slots import source_of
from resilience.site.wording.values import Link

PAGES = Pages(book())
PLACES = PAGES.base.neighbourhoods
STEPS = ["place", "change", "options", "adapt", "evaluate", "share"]


@cache
def page(slug: str) -> nodes.section:
    return tree(PAGES, f"neighbourhoods/{slug}-plan")


def facts_of(slug: str) -> ExampleFacts:
    facts = page_of(PAGES, f"neighbourhoods/{slug}-plan").passage.facts
    assert isinstance(facts, ExampleFacts)
    return facts


def test_each_neighbourhood_of_the_programme_has_a_second_page() -> None:
    listed = [name for name, _ in docnames(PAGES.base) if name.endswith("-plan")]
    assert listed == [f"neighbourhoods/{slug}-plan" for slug in PLACES]
    assert kind_of("neighbourhoods/claremont-plan")[1] == "claremont"


def test_a_neighbourhood_outside_the_programme_has_none() -> None:
    base = book()
    base.neighbourhoods = {
        slug: place.model_copy(update={"programme": slug != "claremont"}) for slug, place in PLACES.items()
    }
    names = [name for name, _ in docnames(base)]
    assert "neighbourhoods/claremont" in names
    assert "neighbourhoods/claremont-plan" not in names


def test_no_search_finds_what_other_pages_say() -> None:
    assert is_unsearched("neighbourhoods/claremont-plan")
    assert is_unsearched("meetings/befriending")
    assert not is_unsearched("neighbourhoods/claremont")
    assert not is_unsearched("book/plan/index")


def test_every_fact_is_in_the_template() -> None:
    source = source_of("pages/plan_example")
    assert [one.name for one in fields(ExampleFacts) if f"plan_example.{one.name}" not in source] == []


@pytest.mark.parametrize("slug", PLACES)
def test_all_six_steps_stand_in_order_each_with_what_is_example(slug: str) -> None:
    sections = [one["ids"][0] for one in page(slug) if isinstance(one, nodes.section)]
    assert sections[0] == "example"
    assert [name for name in sections if name in STEPS] == STEPS
    for name in STEPS:
        assert text(section(page(slug), name)).partition(" ")[2]
        terms = [one.astext() for one in section(page(slug), name).findall(nodes.term)]  # type: ignore[union-attr]
        assert {"On record", "Example"} & set(terms), name


@pytest.mark.parametrize("slug", PLACES)
def test_each_heading_can_be_linked_to(slug: str) -> None:
    anchors = [one["ids"] for one in page(slug).findall(nodes.section)]
    assert all(len(one) == 1 for one in anchors)
    assert len({one[0] for one in anchors}) == len(anchors)


@pytest.mark.parametrize("slug", PLACES)
def test_the_priorities_are_those_on_record(slug: str) -> None:
    answers = facts(section(page(slug), "example"))  # type: ignore[arg-type]
    assert answers["What the group sets out to do"][0].startswith("; ".join(PLACES[slug].priorities))
    assert answers["Place"] == [f"{PLACES[slug].name}. On record"]


def test_a_comparison_area_that_was_not_published_is_said_to_be_so() -> None:
    said = text(section(page("claremont"), "evaluate"))
    assert "which one is not published in anything that we saw" in said


def test_why_people_chose_is_told_in_words_on_record_only() -> None:
    said = text(section(page("central-southport"), "reasons"))
    assert "A local survey by Sefton CVS helped to pick debt as the focus." in said
    for finding in PLACES["central-southport"].findings:
        assert finding.text in said
    assert "No record says in so many words why" in said


def test_what_was_taken_on_stands_beside_the_options() -> None:
    found = section(page("claremont"), "taken")
    told = {row[0]: row[1:] for row in rows(found)}
    assert told["Resident-led enquiry"][0] == "3 activities of this kind"
    assert told["Resident-led enquiry"][1] == "Not ranked"
    assert "no effect is asked of it" in told["Resident-led enquiry"][2]
    assert "activities/healthy-homes" in linked(found)  # type: ignore[arg-type]


@pytest.mark.parametrize("slug", PLACES)
def test_the_neighbourhood_leads_to_its_example_and_back(slug: str) -> None:
    assert f"neighbourhoods/{slug}-plan" in linked(tree(PAGES, f"neighbourhoods/{slug}"))
    assert f"neighbourhoods/{slug}" in linked(page(slug))


def test_the_walk_can_be_opened() -> None:
    link = facts_of("claremont").answers.link
    assert isinstance(link, Link)
    assert link.url
    assert "place=claremont&" in link.url
