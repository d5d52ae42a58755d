"""Dates are as precise as their source; events stand in order, and starts are counted by year."""

import pandas as pd
import pytest

from resilience.figures.figure import Figure
from resilience.figures.palette import ACCENT, PAPER
from resilience.figures.timeline import timeline, years

FRAME = pd.DataFrame(
    {
        "date": ["2019-09-30", "2013", "2016 to 2019", "2016-01"],
        "event": ["The end.", "The beginning.", "The work.", "First batch starts."],
    }
)


def marks() -> dict[str, dict[str, object]]:
    spec = timeline(FRAME, title="T").payload()["wide"]
    return {row["label"]: row for rows in spec["datasets"].values() for row in rows if "is_day" in row}


def test_events_come_in_order_with_their_dates_in_words() -> None:
    table = timeline(FRAME, title="T").table
    assert list(table["When"]) == ["2013", "January 2016", "2016 to 2019", "30 September 2019"]
    assert list(table["What"]) == ["The beginning.", "First batch starts.", "The work.", "The end."]


@pytest.mark.parametrize(
    ("frame", "sentence"),
    [
        (
            FRAME,
            "The 4 dated events run from 2013 to 30 September 2019. "
            "The first: The beginning. The last: The end.",
        ),
        (FRAME.head(1), "The one dated event is from 30 September 2019: The end."),
    ],
    ids=["several", "one"],
)
def test_the_sentence_tells_where_it_begins_and_ends(frame: pd.DataFrame, sentence: str) -> None:
    assert timeline(frame, title="T").sentence == sentence


def test_only_a_span_is_filled_and_only_a_day_is_a_point() -> None:
    found = marks()
    assert found["The beginning."]["fill"] == found["First batch starts."]["fill"] == PAPER.light
    assert found["The work."]["fill"] == ACCENT.light
    assert [label for label, mark in found.items() if mark["is_day"]] == ["The end."]


def test_a_bar_is_as_long_as_its_period() -> None:
    found = marks()
    year, four_years = (
        float(str(found[label]["right"])) - float(str(found[label]["left"]))
        for label in ("The beginning.", "The work.")
    )
    assert four_years / year == pytest.approx(4, rel=0.02)


def test_a_date_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(ValueError, match="'soon' is not a date"):
        timeline(FRAME.assign(date="soon"), title="T")


def make(*starts: int | None) -> Figure:
    frame = pd.DataFrame({"year": pd.array(starts, dtype="Int64")})
    return years(frame, title="T", thing="policy", things="policies")


@pytest.mark.parametrize(
    ("starts", "sentence"),
    [
        ((2001, 2003, 2003), "3 policies started from 2001 to 2003; most started in 2003 (2)."),
        ((2001, 2003, None), "2 policies started from 2001 to 2003; most started in 2001 and 2003 (1 each). "
                             "For 1 more no start year was seen."),
        ((2001,), "1 policy started in 2001; most started in 2001 (1)."),
        ((1, 2, 3, 4), "4 policies started from 1 to 4; most started in each of 4 years (1 each)."),
    ],
)  # fmt: skip
def test_the_sentence(starts: tuple[int | None, ...], sentence: str) -> None:
    assert make(*starts).sentence == sentence


def test_the_table_shows_years_without_any_and_things_without_a_year() -> None:
    assert make(2001, 2003, None).table.to_dict("list") == {
        "Year": ["2001", "2002", "2003", "Year not seen"],
        "Number of policies": [1, 0, 1, 1],
    }


def test_no_year_at_all_is_an_error() -> None:
    with pytest.raises(ValueError, match="None of the policies has a year"):
        make(None)
