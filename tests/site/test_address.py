"""The book knows where it stands: canonical addresses, the list of pages, and a page for what is missing."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

import pytest
from tests.browser import serve
from tests.site.conftest import Build

from resilience.site.address import addresses, path_of
from resilience.site.for_crawlers import robots_of, sitemap_of

ACTIONS = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "Council/evidence-book"}
ON_PAGES = "https://council.github.io/evidence-book/"


@pytest.mark.parametrize(
    ("repository", "site", "variables", "expected"),
    [
        ("", "", {}, ("", "")),
        ("", "", ACTIONS, ("https://github.com/Council/evidence-book", ON_PAGES)),
        ("https://github.com/a/b/", "", ACTIONS, ("https://github.com/a/b", "https://a.github.io/b/")),
        ("", "https://book.example.org", ACTIONS, (
            "https://github.com/Council/evidence-book", "https://book.example.org/",
        )),
        ("", "", ACTIONS | {"GITHUB_REPOSITORY": "Council/council.github.io"}, (
            "https://github.com/Council/council.github.io", "https://council.github.io/",
        )),
        ("", "", ACTIONS | {"GITHUB_SERVER_URL": "https://git.example.org"}, (
            "https://git.example.org/Council/evidence-book", "",
        )),
        ("https://git.example.org/a/b", "", {}, ("https://git.example.org/a/b", "")),
        ("", "", {"GITHUB_REPOSITORY": "a/b"}, ("", "")),
    ],
    ids=["nobody", "actions", "setting", "own-domain", "owner's-pages", "other-server", "not-github", "half"],
)  # fmt: skip
def test_what_no_setting_gives_comes_from_actions(
    repository: str, site: str, variables: dict[str, str], expected: tuple[str, str]
) -> None:
    assert addresses(repository, site, variables) == expected


@pytest.mark.parametrize(
    ("address", "path"), [("", ""), ("https://book.example.org/", "/"), (ON_PAGES, "/evidence-book/")]
)
def test_a_path_stands_within_its_host(address: str, path: str) -> None:
    assert path_of(address) == path


def test_pages_for_print_are_not_listed_and_signs_are_escaped() -> None:
    listed = sitemap_of(ON_PAGES, ["index", "meetings/befriending", "activities/befriending", "book/a&b c"])
    places = [place.text for place in ElementTree.fromstring(listed).iter() if place.tag.endswith("}loc")]
    assert places == [
        f"{ON_PAGES}{name}.html" for name in ("activities/befriending", "book/a%26b%20c", "index")
    ]


def test_robots_are_led_to_the_list() -> None:
    assert robots_of(ON_PAGES).splitlines()[-1] == f"Sitemap: {ON_PAGES}sitemap.xml"


@pytest.mark.slow
def test_a_book_in_actions_knows_its_address_and_forgets_it_elsewhere(
    small_book: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in ACTIONS.items():
        monkeypatch.setenv(name, value)
    site = small_book / "_build/html"
    build(small_book)
    study = (site / "studies/mead-2010-befriending-depression.html").read_text("utf-8")
    assert f'rel="canonical" href="{ON_PAGES}studies/mead-2010-befriending-depression.html"' in study
    assert "https://github.com/Council/evidence-book/" in study
    assert f"{ON_PAGES}index.html" in (site / "sitemap.xml").read_text("utf-8")
    assert f"]({ON_PAGES}" in (site / "_static/data/befriending-meeting.md").read_text("utf-8")
    _every_address_on_the_missing_page_holds(site)
    monkeypatch.delenv("GITHUB_REPOSITORY")
    build(small_book)
    assert not (site / "sitemap.xml").exists()
    assert not (site / "robots.txt").exists()
    assert "<base" not in (site / "404.html").read_text("utf-8")
    assert ON_PAGES not in (site / "_static/data/befriending-meeting.md").read_text("utf-8")


def _every_address_on_the_missing_page_holds(site: Path) -> None:
    """Hold that what a browser asks for is there, however deep the address that was missing."""
    html = (site / "404.html").read_text("utf-8")
    base = re.search(r'<base href="([^"]+)">', html)
    assert base
    asked = f"{ON_PAGES}policies/a/b/old-name.html"
    links = [link for link in re.findall(r'(?:href|src)="([^"#]+)', html) if link != base[1]]
    assert len(links) > 10
    for link in links:
        address = urljoin(urljoin(asked, base[1]), link)
        if address.startswith("https://council.github.io/"):
            path = urlsplit(address).path
            assert path.startswith("/evidence-book/"), link
            assert (site / path.removeprefix("/evidence-book/")).is_file(), link


def test_a_folder_is_served_as_pages_does(tmp_path: Path) -> None:
    """Hold what the browser tests stand on."""
    (tmp_path / "a.html").write_text("here", "utf-8")
    (tmp_path / "404.html").write_text("missing", "utf-8")
    with serve(tmp_path, under="/name") as address:
        with urlopen(f"{address}/a.html") as answer:
            assert answer.read() == b"here"
        for path in ("/name/b/c.html", "/a.html"):
            with pytest.raises(HTTPError) as refused:
                urlopen(address.removesuffix("/name") + path)
            with refused.value as answer:
                assert (answer.code, answer.read()) == (404, b"missing")
