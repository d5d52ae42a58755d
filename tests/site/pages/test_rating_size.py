"""On the page of an activity a size stands beside the level, and what it is from beside both."""

import pytest
from tests.frozen import book
from tests.site.reading import facts, linked, piece, section, text, tree

from resilience.findings.headline import headline
from resilience.findings.size_words import NoSize
from resilience.records.vocabulary import Level
from resilience.site.pages.common import Pages
from resilience.site.pages.rating import aims_with_size, rating_facts

PAGES = Pages(book())


@pytest.mark.parametrize("slug", PAGES.base.types)
def test_each_main_aim_has_a_line_with_level_size_and_origin(slug: str) -> None:
    cells = PAGES.ratings.of(slug).main
    said = piece(aims_with_size(PAGES, slug))
    (lines,) = said.children
    assert len(lines) == len(cells)
    for line, cell in zip(lines, cells, strict=True):
        size = headline(PAGES.base, cell)
        assert text(line).startswith(f"{cell.group.label}: {size.how_sure}")
        assert (size.says in text(line)) is (size.why_not is not NoSize.NOT_STUDIED)
        assert bool(linked(line)) is (size.study is not None)
        # Such as that it points another way than the votes: nobody should read the number without it.
        assert all(caution in text(line) for caution in size.cautions)


@pytest.mark.parametrize("slug", ["social-isolation", "healthy-homes", "affordable-housing"])
def test_each_why_section_says_how_big_first(slug: str) -> None:
    page = tree(PAGES, f"activities/{slug}")
    for cell in PAGES.ratings.of(slug).studied:
        assert cell.level is not Level.NONE
        why = section(page, f"why-{cell.group.slug}")
        assert why
        said = facts(why)
        size = headline(PAGES.base, cell)
        assert next(iter(said)) == "How big"
        assert said["How big"][0].startswith(size.says)
        assert said["How big"][1:] == [*size.cautions, *size.about_scale]


def test_what_would_change_a_level_is_said_once_where_nothing_would() -> None:
    told = [why for type_ in PAGES.base.types.values() for why in rating_facts(PAGES, type_).why]
    for slug in PAGES.base.types:
        page = tree(PAGES, f"activities/{slug}")
        for why in rating_facts(PAGES, PAGES.base.types[slug]).why:
            terms = set(facts(section(page, why.anchor.id)))
            both = {"What would raise it", "What would lower it"}
            assert (both <= terms) is bool(why.raised_by or why.lowered_by)
            assert ("What would change it" in terms) is not (why.raised_by or why.lowered_by)
    assert told
