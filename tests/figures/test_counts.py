"""Counts: the sentence and the table say what the bars show."""

import pandas as pd
import pytest

from resilience.figures.counts import counts
from resilience.figures.figure import Figure

DOMAINS = pd.DataFrame(
    {
        "label": ["Living wage", "Green space", "Clean streets"],
        "n": [19, 17, 4],
        "domain": ["economic-systems", "living-environment", "living-environment"],
        "domain_label": ["Economic systems", "Living environment", "Living environment"],
    }
)


def policies_by_nation(**numbers: int) -> Figure:
    frame = pd.DataFrame({"label": numbers.keys(), "n": numbers.values()})
    return counts(frame, title="T", kind="nation", thing="policy", things="policies", note="A note.")


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        (
            {"Wales": 3, "England": 1200},
            "There are most policies for England (1,200) and fewest for Wales (3).",
        ),
        (
            {"A": 5, "B": 1, "C": 1},
            "There are most policies for A (5) and fewest for B and C (1 each).",
        ),
        (
            dict.fromkeys("ABCD", 1) | {"E": 2},
            "There are most policies for E (2) and fewest for 4 of the 5 (1 each).",
        ),
        ({"A": 5, "B": 0}, "There are most policies for A (5) and none for B."),
        ({"Wales": 1}, "There is 1 policy for Wales."),
        ({"A": 2, "B": 2}, "There are 2 policies each for A and B."),
        (dict.fromkeys("ABCD", 2), "There are 2 policies for each nation."),
    ],
)
def test_the_sentence_names_the_ends(numbers: dict[str, int], sentence: str) -> None:
    assert policies_by_nation(**numbers).sentence == sentence


def test_the_table_holds_all_rows_largest_first() -> None:
    figure = policies_by_nation(A=1, B=7, C=7)
    assert figure.table.to_dict("list") == {"Nation": ["B", "C", "A"], "Policies": [7, 7, 1]}
    assert figure.note == "A note."


def test_rows_are_grouped_by_domain_in_the_order_of_the_palette() -> None:
    figure = counts(DOMAINS, title="T", kind="activity type", thing="policy", things="policies")
    assert list(figure.table["Activity type"]) == ["Green space", "Clean streets", "Living wage"]
    assert list(figure.table.columns) == ["Activity type", "Domain", "Policies"]


def test_bars_are_as_long_as_their_numbers() -> None:
    spec = policies_by_nation(A=10, B=5, C=0).payload()["wide"]
    rows = [row for rows in spec["datasets"].values() for row in rows if "right" in row]
    longest, half, none = (row["right"] - row["left"] for row in rows)
    assert half == pytest.approx(longest / 2, abs=0.2)
    assert none == 0


def test_rows_keep_their_order_where_it_means_something() -> None:
    frame = pd.DataFrame({"label": ["1 type", "2 types", "3 types"], "n": [2, 9, 4]})
    figure = counts(frame, title="T", kind="size", thing="council", things="councils", in_order=True)
    assert list(figure.table["Size"]) == ["1 type", "2 types", "3 types"]


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        (
            {"A": 5, "B": 1, "C": 2, "D": 4},
            "Most often found by us: A (5 policies), D (4 policies) and C (2 policies).",
        ),
        ({"A": 1, "B": 0}, "Most often found by us: A (1 policy). Not found: B."),
        (
            {"A": 2} | dict.fromkeys("BCDE", 0),
            "Most often found by us: A (2 policies). Not found: 4 of the 5.",
        ),
        (dict.fromkeys("AB", 0), "Not found: A and B."),
    ],
)
def test_what_we_gathered_is_told_as_found_and_not_as_common(numbers: dict[str, int], sentence: str) -> None:
    frame = pd.DataFrame({"label": numbers.keys(), "n": numbers.values()})
    figure = counts(frame, title="T", kind="activity", thing="policy", things="policies", found=True)
    assert figure.sentence == sentence
