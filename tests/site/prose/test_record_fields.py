"""The page on fields shows every field of every kind of record, and every word of the code frame."""

import re
from pathlib import Path

import pytest
from docutils import nodes
from tests.frozen import book
from tests.site.reading import piece, rows, text

from resilience.evidence.fields import fields_of, groups_of
from resilience.evidence.kinds import KINDS, Kind
from resilience.site.pages.common import Pages
from resilience.site.prose.record_fields import record_fields, record_words

PAGE = Path(__file__).parents[3] / "book/contribute/fields.md"


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(book())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_field_of_each_group_is_a_row(pages: Pages, kind: Kind) -> None:
    shown = piece(record_fields(pages, kind.name))
    wanted = [
        one.name
        for group in groups_of(kind.model)
        for one in fields_of(group, kind if group is kind.model else None)
    ]
    assert [row[0] for row in rows(shown)] == wanted
    assert len(list(shown.findall(nodes.table))) == len(groups_of(kind.model))


def test_the_page_has_all_kinds_once() -> None:
    asked = re.findall(r"\{record-fields\} (\S+)", PAGE.read_text("utf-8"))
    assert sorted(asked) == sorted(kind.name for kind in KINDS)


def test_a_closed_list_stands_with_its_meaning(pages: Pages) -> None:
    assert "cluster-rct (Cluster randomised trial)" in text(piece(record_fields(pages, "study")))


def test_the_words_are_those_of_the_code_frame(pages: Pages) -> None:
    shown = rows(piece(record_words(pages, "activity type")))
    assert [tuple(row) for row in shown] == [(slug, one.label) for slug, one in pages.base.types.items()]


@pytest.mark.parametrize("show", [record_fields, record_words])
def test_what_is_not_there_is_refused(pages: Pages, show: object) -> None:
    with pytest.raises(KeyError):
        show(pages, "nothing")  # type: ignore[operator]
