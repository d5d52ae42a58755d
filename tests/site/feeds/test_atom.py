"""Feeds are Atom as RFC 4287 asks, the same for the same commits, and hold no markup of a record."""

import re
import shutil
import xml.etree.ElementTree as ET
from datetime import datetime
from pathlib import Path

import pytest
from tests.changes.history.repository import STUDY, Repository, repository, warmer_no_more

from resilience.evidence import load
from resilience.site.feeds import has_feed
from resilience.site.feeds.atom import feed_of, feed_of_all
from resilience.site.pages.catalogue import docnames
from resilience.site.pages.common import Pages

ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SITE = "https://example.org/book/"
LATER = "2026-01-02T10:00:00+00:00"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    made = repository(tmp_path_factory.mktemp("book"))
    warmer_no_more(made)
    made.commit(LATER)
    return made


@pytest.fixture(scope="module")
def pages(book: Repository) -> Pages:
    return Pages(load(book.folder))


def words(element: ET.Element | None) -> str:
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def links(root: ET.Element) -> list[str]:
    return [
        *(one.attrib["href"] for one in root.iter(f"{ATOM}link")),
        *(a.attrib["href"] for a in root.iter(f"{XHTML}a")),
    ]


@pytest.mark.parametrize("site", ["", SITE])
def test_every_feed_has_what_atom_asks_for(pages: Pages, site: str) -> None:
    names = [name for name, _ in docnames(pages.base) if has_feed(name)]
    assert {name.partition("/")[0] for name in names} == {
        "activities", "problems", "studies", "policies", "pools", "councils", "neighbourhoods",
    }  # fmt: skip
    seen: set[str] = set()
    for text in (feed_of_all(pages, site), *(feed_of(pages, name, site) for name in names)):
        root = ET.fromstring(text)
        for part in (root, *root.findall(f"{ATOM}entry")):
            name = words(part.find(f"{ATOM}id"))
            assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", name)
            assert name not in seen
            seen.add(name)
            assert words(part.find(f"{ATOM}title"))
            assert datetime.fromisoformat(words(part.find(f"{ATOM}updated"))).tzinfo
            assert [one for one in part.findall(f"{ATOM}link") if one.attrib["rel"] == "alternate"]
        assert words(root.find(f"{ATOM}author/{ATOM}name"))
        assert len(root.findall(f"{ATOM}link[@rel='self']")) == bool(site)
        assert all(link.startswith(site) for link in links(root))


def test_a_feed_tells_what_moved_and_why(pages: Pages) -> None:
    root = ET.fromstring(feed_of(pages, "activities/fuel-poverty", ""))
    newest, first = root.findall(f"{ATOM}entry")
    title = words(newest.find(f"{ATOM}title"))
    assert re.fullmatch(r"\d levels? moved, \d sizes? told otherwise, 1 study with other details", title)
    said = words(newest.find(f"{ATOM}content"))
    assert "Home: was “May help (early evidence)”, is now" in said
    assert (
        "results / “winter bedroom temperature (degrees C)” / direction was “benefit”, is now “harm”" in said
    )
    assert (
        words(newest.find(f"{ATOM}updated")) == words(root.find(f"{ATOM}updated")) == "2026-01-02T10:00:00Z"
    )
    assert f"../{STUDY}.html" in links(newest)
    assert "new studies" in words(first.find(f"{ATOM}title"))


def test_the_feed_of_a_record_does_not_name_it_in_each_title(pages: Pages) -> None:
    titles = [
        words(one.find(f"{ATOM}title"))
        for one in ET.fromstring(feed_of(pages, STUDY, "")).iter(f"{ATOM}entry")
    ]
    assert titles == ["Other details: results", "New on record"]


def test_names_outlive_a_move_of_the_site_and_all_else_is_the_same(
    book: Repository, tmp_path: Path, pages: Pages
) -> None:
    copy = shutil.copytree(book.folder, tmp_path / "elsewhere")
    there = Pages(load(copy))
    for name in ("activities/fuel-poverty", STUDY):
        assert feed_of(there, name, "") == feed_of(pages, name, "")
        named, moved = (re.findall("<id>.*</id>", feed_of(pages, name, site)) for site in ("", SITE))
        assert named == moved
    assert feed_of_all(there, SITE) == feed_of_all(pages, SITE)


def test_text_of_long_ago_is_text(book: Repository, tmp_path: Path) -> None:
    shutil.copytree(book.folder, tmp_path / "book")
    hostile = Repository(tmp_path / "book")
    hostile.replace(
        f"{STUDY}.yml", "setting: seven", "setting: '<script>alert(1)</script> & \u202e]]> ' # seven"
    )
    hostile.commit("2026-01-03T10:00:00+00:00")
    path = f"{STUDY}.yml"
    hostile.change(path, lambda text: re.sub("setting: .*", 'setting: "a\\\\x00b\\\\uFFFEc"', text))
    hostile.commit("2026-01-04T10:00:00+00:00")
    hostile.change(path, lambda text: re.sub("setting: .*", "setting: seven", text))
    hostile.commit("2026-01-05T10:00:00+00:00")
    text = feed_of(Pages(load(hostile.folder)), STUDY, "")
    root = ET.fromstring(text)
    assert not list(root.iter(f"{XHTML}script"))
    assert "<script>alert(1)</script> & ]]>" in words(root)
    assert "a b c" in words(root)


def test_a_feed_is_cut(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resilience.site.feeds.atom.SHOWN", 2)
    newest, first = ET.fromstring(feed_of_all(pages, "")).findall(f"{ATOM}entry")
    studies = sum(one.partition("/")[0] == "studies" for one, _ in docnames(pages.base))
    assert f"and {studies - 2} more" in words(first)
    monkeypatch.setattr("resilience.site.feeds.atom.MOST", 1)
    (only,) = ET.fromstring(feed_of_all(pages, "")).findall(f"{ATOM}entry")
    assert words(only) == words(newest)


def test_without_a_history_a_feed_says_so(tmp_path: Path, book: Repository) -> None:
    shutil.copytree(book.evidence, tmp_path / "evidence")
    root = ET.fromstring(feed_of(Pages(load(tmp_path)), STUDY, ""))
    assert "without the whole git history" in words(root.find(f"{ATOM}subtitle"))
    assert not root.findall(f"{ATOM}entry")
    assert words(root.find(f"{ATOM}updated")).startswith("20")
