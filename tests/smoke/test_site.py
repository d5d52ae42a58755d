"""What holds of every page of the built site, whatever the records say."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from tests.end_to_end.conftest import REPOSITORY, SITE

from resilience.evidence import EvidenceBase
from resilience.site.pages.catalogue import docnames

pytestmark = pytest.mark.slow
ONE = re.compile(
    r".{0,9}(?<![\d,.–-])\b1 (studies|policies|results|reviews|trials|councils|authorities|are)\b"
)
SILENT = {"script", "style", "svg", "template", "option"}


class Page(HTMLParser):
    """What a page says, where its links lead, and what can be linked to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.heads = 0
        self._silent = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._silent += tag in SILENT
        self.heads += tag == "h1"
        self.ids |= {given["id"] or ""} if "id" in given else set()
        self.links += [given["href"] or ""] if tag == "a" and "href" in given else []

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.said).split())


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    assert (SITE / "index.html").is_file(), "There is no built site. Run `make site` first."
    paths = (path for path in SITE.rglob("*.html") if "_static" not in path.parts)
    return {path.relative_to(SITE).as_posix(): Page(path.read_text("utf-8")) for path in paths}


@pytest.fixture(scope="module")
def base() -> EvidenceBase:
    return EvidenceBase(REPOSITORY / "evidence")


def inner_links(pages: dict[str, Page]) -> Iterator[tuple[str, str, str]]:
    """Give each link within the site: the page, the file that it leads to, and the fragment."""
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if not parts.scheme and not parts.netloc:
                there = (SITE / name).parent / unquote(parts.path) if parts.path else SITE / name
                yield name, str(there), unquote(parts.fragment)


def test_every_record_has_its_page(pages: dict[str, Page], base: EvidenceBase) -> None:
    assert [name for name, _ in docnames(base) if f"{name}.html" not in pages] == []


def test_every_page_has_one_title(pages: dict[str, Page]) -> None:
    assert [name for name, page in pages.items() if page.heads != 1] == []


def test_every_link_within_the_site_leads_somewhere(pages: dict[str, Page]) -> None:
    lost = set()
    for name, there, fragment in inner_links(pages):
        path = Path(there).resolve()
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            lost.add((name, there))
        elif fragment and path.suffix == ".html":
            known = pages[path.relative_to(SITE.resolve()).as_posix()]
            if fragment not in known.ids:
                lost.add((name, f"{there}#{fragment}"))
    assert sorted(lost)[:10] == []


def test_no_page_links_to_a_mirror(pages: dict[str, Page], base: EvidenceBase) -> None:
    linked = {link for page in pages.values() for link in page.links if "://" in link}
    assert [link for link in linked if base.mirrors.covers(link)] == []


def test_nothing_single_is_told_as_many(pages: dict[str, Page], base: EvidenceBase) -> None:
    records = " ".join(" ".join(path.read_text("utf-8").split()) for path in base.folder.rglob("*.yml"))
    found = {(name, one[0]) for name, page in pages.items() for one in ONE.finditer(page.text)}
    assert {(name, said) for name, said in found if said not in records} == set(), "no record says so"


def test_each_caution_of_a_record_stands_on_its_page(pages: dict[str, Page], base: EvidenceBase) -> None:
    for kind in ("studies", "policies", "neighbourhoods"):
        for name, record in getattr(base, kind).items():
            text = pages[f"{kind}/{name}.html"].text
            assert [one for one in record.provenance.cautions if " ".join(one.split()) not in text] == [], (
                name
            )


def test_activities_and_studies_link_both_ways(pages: dict[str, Page], base: EvidenceBase) -> None:
    for key, study in base.studies.items():
        for slug in study.types:
            assert f"../activities/{slug}.html" in pages[f"studies/{key}.html"].links
            assert f"../studies/{key}.html" in pages[f"activities/{slug}.html"].links
    for slug, policy in base.policies.items():
        assert f"../policies/{slug}.html" in pages[f"councils/{policy.council}.html"].links


def test_outcomes_activities_and_problems_link_both_ways(pages: dict[str, Page], base: EvidenceBase) -> None:
    for category in base.outcomes.values():
        if category.group:
            assert f"../problems/{category.group}.html" in pages[f"outcomes/{category.slug}.html"].links
            assert f"../outcomes/{category.slug}.html" in pages[f"problems/{category.group}.html"].links
    for slug, type_ in base.types.items():
        for group in type_.main_outcomes:
            assert f"../problems/{group}.html" in pages[f"activities/{slug}.html"].links
            assert f"../activities/{slug}.html" in pages[f"problems/{group}.html"].links
