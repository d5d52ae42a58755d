"""Years: gaps between years show, and things without a year are counted."""

import pandas as pd
import pytest

from resilience.figures.figure import Figure
from resilience.figures.years import years


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
