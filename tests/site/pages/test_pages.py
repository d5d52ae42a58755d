"""Every record has a page, and what is on it is what the record says."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from docutils import nodes
from tests.frozen import book
from tests.site.reading import text, tree

from resilience.site.pages.catalogue import docnames, page_of
from resilience.site.pages.common import Pages, domains_of
from resilience.site.wording.values import FactsPage, Link


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(book())


def parts(value: Any) -> Iterator[Any]:
    """Walk over everything that a page consists of."""
    yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from parts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from parts(item)


def links(page: FactsPage) -> list[Link]:
    return [part for part in parts(page) if isinstance(part, Link)]


def words_of(pages: Pages, docname: str) -> str:
    return text(tree(pages, docname))


def test_each_record_has_a_page_from_an_existing_file(pages: Pages) -> None:
    listed = dict(docnames(pages.base))
    assert all((pages.base.folder.parent / path).is_file() for path in set(listed.values()))
    counts = {
        name: sum(doc.startswith(f"{name}/") for doc in listed)
        for name in ("studies", "policies", "councils")
    }
    base = pages.base
    assert counts == {
        "studies": len(base.studies),
        "policies": len(base.policies),
        "councils": len(base.councils),
    }


def test_all_links_between_records_lead_somewhere(pages: Pages) -> None:
    known = {docname for docname, _ in docnames(pages.base)}
    for docname in known:
        linked = {link.docname for link in links(page_of(pages, docname)) if link.docname}
        assert {name for name in linked if not name.startswith("book/")} <= known, docname


def test_no_page_links_to_a_mirror(pages: Pages) -> None:
    for docname, _ in docnames(pages.base):
        for link in links(page_of(pages, docname)):
            if link.url:
                assert not pages.base.mirrors.covers(link.url), (docname, link.url)


def test_types_and_studies_link_both_ways(pages: Pages) -> None:
    for study in pages.base.studies.values():
        for slug in study.types:
            there = {link.docname for link in links(page_of(pages, f"activities/{slug}"))}
            assert f"studies/{study.key}" in there
    for policy in pages.base.policies.values():
        there = {link.docname for link in links(page_of(pages, f"councils/{policy.council}"))}
        assert f"policies/{policy.slug}" in there


def test_a_work_without_authors_says_so(pages: Pages) -> None:
    key = next(key for key in pages.base.studies if not pages.base.references[key].authors)
    assert "Authors not seen" in words_of(pages, f"studies/{key}")


def test_a_policy_seen_only_on_a_mirror_says_so_and_has_no_link(pages: Pages) -> None:
    slug = next(slug for slug, policy in pages.base.policies.items() if policy.url is None)
    assert "No link yet." in words_of(pages, f"policies/{slug}")


def test_each_caution_of_a_record_stands_on_its_page(pages: Pages) -> None:
    for kind, records in (("studies", pages.base.studies), ("policies", pages.base.policies)):
        for key, record in records.items():
            said = words_of(pages, f"{kind}/{key}")
            assert all(caution in said for caution in record.provenance.cautions), key


def test_a_disputed_text_shows_both_types(pages: Pages) -> None:
    policy, action = next(
        (policy, action)
        for policy in pages.base.policies.values()
        for action in policy.actions
        if action.disputed
    )
    said = words_of(pages, f"policies/{policy.slug}")
    for slug in action.disputed or ():
        assert (pages.base.types[slug].label if slug in pages.base.types else "no type") in said
    assert "Two codings disagreed" in said


def test_no_section_is_empty(pages: Pages) -> None:
    for docname, _ in docnames(pages.base):
        for part in tree(pages, docname).findall(nodes.section):
            assert len(part.children) > 1, docname


def test_domains_follow_the_order_of_the_code_frame(pages: Pages) -> None:
    assert domains_of(pages, ["living-wage", "green-space"]) == ("living-environment", "economic-systems")
