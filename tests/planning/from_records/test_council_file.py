"""A place stands in a file with what is said of it; a neighbourhood of the programme in one of its own."""

import pytest
from tests.frozen import book

from resilience.appraisal.place import Places
from resilience.findings.view import Findings
from resilience.places.alike import like_neighbourhoods
from resilience.places.nation_tables import nation_tables
from resilience.planning.from_records.council_file import council_file, neighbourhood_file, standing_of
from resilience.planning.from_records.place_view import PlaceView
from resilience.planning.from_records.telling import tells_most
from resilience.records.vocabulary import Nation

FINDINGS = Findings(book())
BASE = FINDINGS.base
TABLES = nation_tables(BASE.country, BASE.place_figures)
VIEW = PlaceView(FINDINGS, TABLES)
SOUTHPORT = neighbourhood_file(VIEW, "central-southport")


def test_each_place_of_a_council_is_told_in_three_sentences_with_their_sources() -> None:
    titles = {one.title for one in BASE.place_figures.sources}
    for place in council_file(VIEW, "E06000009")["places"]:
        assert len(place["says"]) == 3
        assert place["name"] in place["says"][0][0]
        assert {title for _, sources in [*place["says"], place["beside"]] for title in sources} <= titles


def test_a_neighbourhood_has_the_means_of_its_wards_by_the_households_that_they_share() -> None:
    (place,) = SOUTHPORT["places"]
    first, second = (BASE.country.places[code] for code in ("E05000938", "E05000935"))
    mean = (7283 * first.figures["crime"] + 6383 * second.figures["crime"]) / (7283 + 6383)
    assert place["values"][SOUTHPORT["figures"].index("crime")] == round(mean, 2)
    assert (place["code"], place["name"], place["weight"]) == (
        "central-southport",
        "Central Southport",
        13666,
    )
    assert SOUTHPORT["name"] == "Sefton"


def test_a_neighbourhood_stands_as_it_does_where_activities_are_chosen() -> None:
    (place,) = SOUTHPORT["places"]
    chosen = next(one for one in Places(FINDINGS).neighbourhoods if one.slug == "central-southport")
    known = {
        key: share
        for key, share in zip(SOUTHPORT["figures"], place["better"], strict=True)
        if share is not None
    }
    assert known == chosen.percentiles
    assert chosen.fit is not None
    assert place["fit"] == chosen.fit.says


def test_a_neighbourhood_is_alike_to_what_its_page_says() -> None:
    (place,) = SOUTHPORT["places"]
    found = like_neighbourhoods(TABLES.values())["central-southport"]
    assert [one[0] for one in place["alike"]] == [one.code for one in found.matches]
    assert all(BASE.country.places[code].council == council for code, _, _, _, council in place["alike"])


def test_a_file_of_a_neighbourhood_has_the_form_of_one_of_a_council() -> None:
    council = council_file(VIEW, "E06000009")
    assert SOUTHPORT.keys() == council.keys()
    assert SOUTHPORT["places"][0].keys() - council["places"][0].keys() == {"fit"}


def test_a_link_names_a_neighbourhood_or_a_place_or_nothing() -> None:
    southport, claremont = (standing_of(VIEW, link) for link in ("central-southport", "E06000009.E05015190"))
    assert southport is not None
    assert claremont is not None
    assert (southport.name, southport.nation) == ("Central Southport", "England")
    assert (claremont.name, claremont.file["code"]) == ("Claremont", "E06000009")
    lost = ("", "nowhere", "E06000009", "E06000009.E05009999", "E99999999.E05015190", "claremont.E05015190")
    assert [standing_of(VIEW, link) for link in lost] == [None] * len(lost)


@pytest.mark.parametrize("nation", list(Nation))
def test_the_figure_that_tells_most_is_a_quantity_far_from_the_middle(nation: Nation) -> None:
    own = FINDINGS.standings.figures_of(nation)
    keys = [one.key for one in own]
    better: list[float | None] = [50.0] * len(own)
    better[keys.index("health")] = 99.0
    better[keys.index("not_deprived" if "not_deprived" in keys else "income")] = 20.0
    found = tells_most(own, better, [True] * len(own))
    assert found is not None
    assert keys[found] in ("not_deprived", "income")
    only_health = [key == "health" for key in keys]
    assert tells_most(own, better, only_health) == keys.index("health")
    assert tells_most(own, better, [False] * len(own)) is None
