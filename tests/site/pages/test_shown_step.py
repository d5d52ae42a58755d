"""A step shows each sentence with its sources and how sure it is, and a name for each of its headings."""

from docutils import nodes
from tests.site.reading import lines, linked, rows, text

from resilience.planning.blocks import Said, Section, Source, Step, Table
from resilience.site.pages.shown_step import shown_step
from resilience.site.wording.filled import passage_nodes
from resilience.site.wording.values import Passage

STEP = Step(
    name="options",
    answer=(Said("Two lead.", (Source("Befriending", "activities/befriending"),), "early evidence"),),
    sections=(
        Section("What leads", (Said("One does."), Said("<b>Two</b> `do`.", sure="promising"))),
        Section(
            "What leads",
            table=Table(
                "Leading",
                ("Activity", "Need"),
                ((Said("One"), Said("90", (Source("Index", url="https://example.org/index"),))),),
            ),
        ),
    ),
    missing=("No weight is given.",),
    rests_on="It rests on the matrix.",
)


def made(step: Step) -> nodes.Element:
    return nodes.Element("", *passage_nodes(Passage("pages/step", shown_step(step), "step")))


def test_sources_and_sureness_stand_behind_a_sentence() -> None:
    said = lines(made(STEP))
    assert "Two lead. (Befriending. How sure: early evidence)" in said
    assert "<b>Two</b> `do`. (How sure: promising)" in said
    assert "activities/befriending" in linked(made(STEP))


def test_a_mere_name_of_its_source_is_the_link() -> None:
    said = Said("Befriending", (Source("Befriending", "activities/befriending"),))
    assert lines(made(Step("options", (said,)))) == ["Befriending"]
    assert linked(made(Step("options", (said,)))) == ["activities/befriending"]


def test_headings_that_say_the_same_have_names_of_their_own() -> None:
    named = [one["ids"] for one in made(STEP).findall(nodes.section)]
    assert named == [["options-what-leads"], ["options-what-leads-again-1"]]


def test_a_table_keeps_its_cells_and_their_sources() -> None:
    assert rows(made(STEP)) == [["One", "90 (Index)"]]
    (link,) = made(STEP).findall(nodes.reference)
    assert link["refuri"] == "https://example.org/index"


def test_a_page_of_the_book_may_be_linked_at_a_place_on_it() -> None:
    step = Step("place", (Said("Here.", (Source("Choose", "book/neighbourhoods/choose#options"),)),))
    (link,) = made(step).findall(nodes.reference)
    assert link["refuri"] == "../book/neighbourhoods/choose.html#options"


def test_what_is_missing_and_what_it_rests_on_stand_at_the_end() -> None:
    assert text(made(STEP)).endswith("No weight is given. It rests on the matrix.")


def test_a_step_that_says_nothing_leaves_nothing() -> None:
    assert passage_nodes(Passage("pages/step", shown_step(Step("share")), "step")) == []
