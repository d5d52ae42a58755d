import pandas as pd

from resilience.figures.shares import shares

FRAME = pd.DataFrame(
    {
        "label": ["Parks", "Homes"],
        "right": [9, 2],
        "n": [10, 4],
        "value": [90.0, 50.0],
        "ci_low": [59.6, 15.0],
        "ci_high": [98.2, 85.0],
    }
)
FIGURE = shares(FRAME, title="T", what="Share found", row="activity type", things="texts")


def test_the_sentence_counts_and_names_the_ends() -> None:
    assert FIGURE.sentence == (
        "Share found: 11 of 14 texts. The highest share by activity type is Parks (9 of 10), "
        "the lowest Homes (2 of 4)."
    )


def test_the_table_holds_counts_beside_shares() -> None:
    assert list(FIGURE.table["Texts"]) == [10, 4]
    assert list(FIGURE.table["Right"]) == [9, 2]


def test_small_numbers_are_named_in_the_chart() -> None:
    rows = [row for rows in FIGURE.payload()["narrow"]["datasets"].values() for row in rows]
    assert {row["label"] for row in rows if "numbers" in row} == {"Parks (n = 10)", "Homes (n = 4)"}


def test_a_number_that_all_rows_share_is_named_once() -> None:
    figure = shares(FRAME.assign(n=10), title="T", what="Share", row="activity type", things="texts")
    spec = figure.payload()["narrow"]
    rows = [row for rows in spec["datasets"].values() for row in rows]
    assert {row["label"] for row in rows if "numbers" in row} == {"Parks", "Homes"}
    assert "Share, of 100 (n = 10)" in str(spec)


def test_shares_are_written_to_one_decimal() -> None:
    thirds = FRAME.assign(value=[100 / 3, 50.0])
    figure = shares(thirds, title="T", what="Share found", row="activity type", things="texts")
    rows = [row for rows in figure.payload()["narrow"]["datasets"].values() for row in rows]
    assert {row["numbers"] for row in rows if "numbers" in row} == {"33.3 (59.6 to 98.2)", "50 (15 to 85)"}
