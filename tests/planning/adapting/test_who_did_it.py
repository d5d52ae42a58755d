"""Three are told of beside the own council, with whom to ask; what is missing is said."""

from typing import Any

from tests.planning.adapting.made import NEAR, facts

from resilience.planning.adapting.here import Here
from resilience.planning.adapting.who_did_it import asked, who_sections

HERE = Here("Place", "England", (), ("E1",), "own", "District", NEAR, NEAR)


def told(here: Here | None, policies: dict[str, Any], places: dict[str, Any] | None = None) -> Any:
    given = {"adapt": facts(policies, places), "common": {"types": {"clubs": {"label": "Clubs"}}}}
    sections, shown = who_sections(given, "clubs", here, "Clubs")
    return given["adapt"], sections, shown


def test_the_own_council_is_told_apart_and_uses_up_no_place() -> None:
    _, (first, folded), shown = told(HERE, {one: {} for one in ("own", "near", "further", "far", "city")})
    texts = [said.text for said in first.said]
    assert texts[0].startswith("Your own council, own, already has this on record:")
    assert len(shown) == 4
    assert len(folded.table.rows) == 1
    assert folded.folded


def test_an_own_council_without_it_is_said_to_have_none_on_record() -> None:
    _, (first, *_), _ = told(HERE, {"near": {}})
    assert first.said[0].text.endswith("which does not mean that it does nothing.")


def test_a_county_over_the_place_acts_there_too() -> None:
    _, (first, *_), _ = told(HERE, {"county": {}})
    assert any(said.text.startswith("county, which acts where you are,") for said in first.said)


def test_a_nation_without_any_is_said() -> None:
    _, (first, *_), _ = told(HERE, {"glen": {}})
    assert "No council or neighbourhood of England is on record with it" in first.said[-1].text


def test_nobody_on_record_is_not_nobody() -> None:
    made, (first,), shown = told(HERE, {})
    assert "does not mean that there is none" in first.said[-1].text
    assert asked(made, shown, "Clubs").said[0].text == "Nobody is on record to ask."


def test_an_unlike_neighbourhood_only_also_did_it() -> None:
    _, (first, *_), _ = told(HERE, {}, {"hill": {"ranks": [95.0, 95.0]}})
    assert any("that also did it, not much like your place" in said.text for said in first.said)


def test_the_own_neighbourhood_tells_what_was_asked_and_done_near_it() -> None:
    here = Here("hill", "England", ("hill",), ("E1",), "own", "District", NEAR, NEAR)
    given = {"adapt": facts({}, {"hill": {}}), "common": {"types": {"clubs": {"label": "Clubs"}}}}
    own = given["adapt"]["types"]["clubs"]["neighbourhoods"]["hill"]
    own |= {"did": [], "asked": own["did"], "near": own["did"]}
    (first, *_), _ = who_sections(given, "clubs", here, "Clubs")
    assert first.said[0].text.startswith("In hill people worked on this topic by asking or planning:")
    assert "Near hill, and no part of the programme:" in first.said[0].text


def test_who_to_ask_is_a_body_with_its_public_page() -> None:
    made, _, shown = told(HERE, {"near": {}, "far": {"url": None}, "gone": {}}, {"hill": {"ranks": NEAR}})
    shown = sorted(shown, key=lambda one: one.slug)
    said = {one.slug: sentence for one, sentence in zip(shown, asked(made, shown, "Clubs").said, strict=True)}
    assert said["near"].sources[0].url == "https://near.example/clubs"
    assert "No public page of it was seen" in said["far"].text
    assert said["hill"].text == "A host, in hill."


def test_a_council_that_is_gone_names_who_stands_in_its_place() -> None:
    made, _, shown = told(HERE, {"gone": {}})
    assert (
        "gone is gone; Near Council stands in its place, so ask there."
        in asked(made, shown, "Clubs").said[0].text
    )
