"""Areas to compare with: the verdict, notes and links; without a table what is on record."""

from dataclasses import replace

from tests.places.made_nation import made_nation

from resilience.places.comparison import Choice, compare
from resilience.places.comparison_words import notes, verdict
from resilience.planning.evaluating.areas import FIT, areas, planned_places
from resilience.planning.given import Given, Standing
from resilience.planning.walk import MAHALANOBIS, Walk

PLACES = {f"q{n}": (f"Q{n}", {"income": 10 + n, "health": 1 + n % 3, "fuel": 12 + n}) for n in range(9)}
TABLE = made_nation({"p": ("P", {"income": 10, "health": 1, "fuel": 12}), **PLACES})
ALIKE = [["q1", "Q1", "Council Q1", 0.5, "E1"], ["q2", "Q2", "Council Q2", 0.75, "E2"]]
STANDING = Standing(
    {"nation": "Anyland", "figures": []}, {"code": "p", "name": "P", "alike": ALIKE, "better": []}
)
GIVEN = Given({}, Walk(place="P.p", figures=("income", "fuel")), STANDING, TABLE)


def test_the_verdict_leads_and_the_five_have_links() -> None:
    found = compare(TABLE, {"p": 1.0}, Choice(("income", "fuel")))
    told, section = areas(GIVEN)
    assert told
    assert section
    assert section.table
    assert told.text.startswith(verdict(TABLE, found))
    assert told.sources
    assert told.sure
    assert [one.text for one in section.said][1:] == notes(
        TABLE, {"p": 1.0}, Choice(("income", "fuel")), found
    )
    links = [row[0].sources[0].page for row in section.table.rows]
    assert links == [f"book/neighbourhoods/place?place={TABLE.link_of(one.code)}" for one in found.matches]
    assert list(planned_places(GIVEN)) == [one.code for one in found.matches]


def test_the_usual_figures_stand_where_none_are_named() -> None:
    named = areas(replace(GIVEN, walk=Walk(place="P.p")))
    assert named == areas(replace(GIVEN, walk=Walk(place="P.p", figures=("income", "health", "fuel"))))


def test_another_distance_and_places_of_the_same_council_are_as_the_walk_says() -> None:
    walk = Walk(place="P.p", figures=("income", "health"), distance=MAHALANOBIS, within=True)
    told, _ = areas(replace(GIVEN, walk=walk))
    found = compare(TABLE, {"p": 1.0}, Choice(("income", "health"), True, True))
    assert told
    assert told.text.startswith(verdict(TABLE, found))


def test_a_figure_that_the_nation_lacks_is_named() -> None:
    _, section = areas(replace(GIVEN, walk=Walk(place="P.p", figures=("income", "crime"))))
    assert section
    assert any("does not have crime" in one.text for one in section.said)


def test_without_the_table_the_fit_was_not_looked_at() -> None:
    told, section = areas(replace(GIVEN, table=None))
    assert told
    assert section
    assert section.table
    assert told.text == f"Compare with Q1 (Council Q1) and Q2 (Council Q2). {FIT}"
    assert section.table.rows[0][0].sources[0].page == "book/neighbourhoods/place?place=E1.q1"


def test_what_cannot_be_compared_is_said() -> None:
    told, section = areas(replace(GIVEN, walk=Walk(place="P.p", figures=("crime",))))
    assert told
    assert section
    assert told.text == "No places can be compared with P: Choose at least one figure."
    lacking = Standing(STANDING.file, {**STANDING.place, "alike": []})
    assert "lacks one of the usual figures" in str(areas(replace(GIVEN, standing=lacking, table=None))[0])


def test_nothing_is_said_without_a_place() -> None:
    assert areas(Given({}, Walk())) == (None, None)
    assert planned_places(Given({}, Walk())) == {}
