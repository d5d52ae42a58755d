import pandas as pd
import pytest

from resilience.figures.regions import PLACES, regions


def frame(**counts: int) -> pd.DataFrame:
    rows = [(name, counts.get(name.replace(" ", "_"), 0), 20) for name in PLACES]
    return pd.DataFrame(rows, columns=["region", "n", "of"])


def test_the_sentence_names_where_most_are() -> None:
    figure = regions(frame(North_West=3, Wales=1), title="T", things="authorities", note="N")
    assert figure.sentence == "4 authorities in 2 regions and nations; most in North West (3) and Wales (1)."


def test_none_is_said_so() -> None:
    assert (
        regions(frame(), title="T", things="authorities", note="N").sentence
        == "No authorities are on record."
    )


def test_a_region_without_a_tile_is_refused() -> None:
    other = pd.DataFrame([("Mercia", 1, 1)], columns=["region", "n", "of"])
    with pytest.raises(ValueError, match="no tile for Mercia"):
        regions(other, title="T", things="authorities", note="N")


def test_no_two_regions_share_a_tile() -> None:
    assert len(set(PLACES.values())) == len(PLACES)


def test_it_fits_a_phone() -> None:
    payload = regions(frame(London=1), title="T", things="authorities", note="N").payload()
    assert payload["narrow"]["width"] <= 284


def test_the_table_names_what_else_is_counted() -> None:
    counted = frame(London=1).rename(columns={"of": "policies"})
    figure = regions(counted, title="T", things="authorities", note="N")
    assert list(figure.table) == ["Region", "Authorities", "Policies"]
