"""A page is weighed as it is sent, and the heaviest of its kind stands for the rest."""

import gzip
from pathlib import Path
from random import Random
from urllib.request import Request, urlopen

import pytest
from tests.test_setup.tools import tool

page_weights = tool("page_weights")
compressed = tool("compressed")

CHART = '<figure class="figure-chart">'


def words(number: int) -> str:
    """Make text that compresses to about as much as it has letters."""
    return "".join(Random(number).choices("abcdefghijklmnopqrstuvwxyz", k=number))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    pages = {
        "index.html": "home",
        "book/a/index.html": "a",
        "studies/small.html": words(100),
        "studies/large.html": words(900),
        "pools/chart.html": CHART,
        "pools/plain.html": words(500),
        # Long, yet light once it is compressed.
        "pools/long.html": "a" * 5000,
        "_static/part.html": "no page",
    }
    for name, text in pages.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "_static/font.woff2").write_bytes(b"f" * 1000)
    return tmp_path


def test_of_records_the_heaviest_are_weighed_with_a_chart_and_without(site: Path) -> None:
    assert page_weights.pages_to_weigh(site) == [
        "book/a/index.html",
        "index.html",
        "pools/chart.html",
        "pools/plain.html",
        "studies/large.html",
    ]


def test_text_is_sent_compressed_and_counted_as_sent(site: Path) -> None:
    with compressed.compressed(site) as server:
        with urlopen(f"{server.address}/pools/long.html?a=1") as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
            got = answer.read()
        assert gzip.decompress(got) == b"a" * 5000
        with urlopen(Request(f"{server.address}/_static/font.woff2")) as answer:
            assert answer.headers["Content-Encoding"] is None
            assert len(answer.read()) == 1000
    assert server.sent == {"pools/long.html": len(got), "_static/font.woff2": 1000}


def test_nothing_outside_the_site_is_served(site: Path) -> None:
    server = compressed.Server(site / "book")
    server.server_close()
    assert server.file_of("/a/") == site / "book/a/index.html"
    assert server.file_of("/a/index.html?x#y") == site / "book/a/index.html"
    assert server.file_of("/../index.html") is None
    assert server.file_of("/%2e%2e/index.html") is None


def test_a_weight_is_the_sum_of_its_parts() -> None:
    weight = page_weights.Weight("a.html", False, {"b": 1024, "a": 2048, "c": 512, "d": 1})
    assert weight.kilobytes == pytest.approx(3.5 + 1 / 1024)
    assert weight.heaviest(2) == [("a", 2.0), ("b", 1.0)]
