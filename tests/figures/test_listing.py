import pandas as pd

from resilience.figures.listing import listing

FRAME = pd.DataFrame({"Text": ["<script>alert(1)</script>", None], "Score": [90, 12]})


def test_contributed_text_is_escaped() -> None:
    html = listing(FRAME, 'A "caption"')._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert 'aria-label="Table: A &quot;caption&quot;"' in html


def test_what_is_missing_is_not_zero() -> None:
    assert "not seen" in listing(FRAME, "T")._repr_html_()


def test_it_says_what_it_is_without_html() -> None:
    assert repr(listing(FRAME, "Texts")) == "Table: Texts, 2 rows"
