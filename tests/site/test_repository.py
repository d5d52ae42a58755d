"""The address of the repository comes from settings or Actions, and leads to the form for a record."""

from urllib.parse import parse_qs, urlsplit

import pytest

from resilience.received.forms.correction import correction
from resilience.received.page import page_named
from resilience.site.repository import FORM, address_in, correction_link

GITHUB = "https://github.com"


@pytest.mark.parametrize(
    ("server", "name", "expected"),
    [
        (GITHUB, "owner/book", f"{GITHUB}/owner/book"),
        ("https://git.example.org:8443", "o.w_n-er/b.ook", "https://git.example.org:8443/o.w_n-er/b.ook"),
        (GITHUB, "", ""),
        ("", "owner/book", ""),
        ("http://github.com", "owner/book", ""),
        ("javascript:alert(1)//", "owner/book", ""),
        (GITHUB, 'owner/book"onclick="x', ""),
        (GITHUB, "owner/book\n", ""),
        (GITHUB, "owner/book/edit", ""),
    ],
)
def test_only_an_address_is_taken(server: str, name: str, expected: str) -> None:
    assert address_in({"GITHUB_SERVER_URL": server, "GITHUB_REPOSITORY": name}) == expected


def test_without_actions_there_is_no_address() -> None:
    assert address_in({}) == ""


@pytest.mark.parametrize(
    ("page", "record"),
    [
        ("studies/mead-2010", "studies/mead-2010"),
        ("neighbourhoods/claremont", "neighbourhoods/claremont"),
        ("neighbourhoods/claremont-plan", "neighbourhoods/claremont"),
    ],
)
def test_the_form_comes_filled_in_and_is_understood(page: str, record: str) -> None:
    link = urlsplit(correction_link(f"{GITHUB}/owner/book", page))
    filled = parse_qs(link.query)
    assert (link.path, filled["template"], filled["record"]) == ("/owner/book/issues/new", [FORM], [record])
    assert filled["title"] == [f"{correction().title}{record}"]
    assert filled.keys() <= {"template", "title", *(one.id for one in correction().questions)}
    assert page_named(record) == tuple(record.split("/"))
    assert correction().file == FORM
