"""Neighbourhoods side by side: every pair is there, and counts are those of the records."""

import pandas as pd
from tests.frozen import book

from resilience.findings import Findings
from resilience.places.measures import DEPRIVATION, MEASURES
from resilience.places.side_by_side import figures_frame, in_words, map_numbers, properties_frame, types_frame

BASE = book()
NAMES = [place.name for place in BASE.neighbourhoods.values()]


def test_each_neighbourhood_has_a_number() -> None:
    assert list(map_numbers(Findings(BASE))) == NAMES
    assert list(map_numbers(Findings(BASE)).values()) == [str(n) for n in range(1, len(NAMES) + 1)]


def test_each_figure_has_a_line_for_each_neighbourhood_and_one_for_all() -> None:
    frame = figures_frame(Findings(BASE), MEASURES)
    assert len(frame) == len(MEASURES) * (len(NAMES) + 1)
    assert frame["value"].notna().all()
    assert frame.groupby("panel")["is_main"].sum().eq(len(NAMES)).all()


def test_a_value_is_that_of_the_table() -> None:
    frame = figures_frame(Findings(BASE), DEPRIVATION)
    claremont = frame[(frame["label"] == "Claremont") & (frame["panel"] == "Deprivation, 2019 (score)")]
    assert list(claremont["value"]) == [78.87]


def test_activities_are_counted_by_their_agreed_type() -> None:
    frame = types_frame(Findings(BASE)).set_index(["row", "column"])["n"]
    label = BASE.types["welfare-debt-advice"].label
    assert frame[label, "Central Southport"] == 3
    assert frame.isna()[label, "Claremont"]


def test_findings_are_counted_by_property() -> None:
    frame = properties_frame(Findings(BASE))
    assert frame["n"].sum() == sum(len(place.findings) for place in BASE.neighbourhoods.values())
    counted = frame.set_index(["row", "column"])["n"]
    assert counted["Economic resources", "Central Southport"] == 2
    assert list(dict.fromkeys(frame["column"])) == NAMES


def test_the_sentence_counts_the_worst_and_ties() -> None:
    frame = pd.DataFrame(
        [
            ("Score", "A", 3.0, True, "high"),
            ("Score", "B", 2.0, True, "high"),
            ("Score", "All", 9.0, False, "high"),
            ("Tenth", "A", 1.0, True, "low"),
            ("Tenth", "B", 1.0, True, "low"),
            ("Tenth", "All", 0.5, False, "low"),
        ],
        columns=["panel", "label", "value", "is_main", "worse"],
    )
    assert in_words(frame) == "Of 2 figures, the worst of the 2 is A on 2, B on 1."
