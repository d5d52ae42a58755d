"""On the page of an activity a size stands beside the level, and what it is from beside both."""

import pytest
from tests.frozen import book

from resilience.findings.headline import headline
from resilience.findings.size_words import NoSize
from resilience.records.vocabulary import Level
from resilience.site.pages.activity import activity_page
from resilience.site.pages.blocks import Bullets, Facts, Inlines, Link, Section, Tag
from resilience.site.pages.common import Pages

PAGES = Pages(book())


def text(line: Inlines) -> str:
    return "".join(part.text for part in line)


@pytest.mark.parametrize("slug", PAGES.base.types)
def test_each_main_aim_has_a_line_with_level_size_and_origin(slug: str) -> None:
    page = activity_page(PAGES, PAGES.base.types[slug])
    lines = next(block for block in page.blocks if isinstance(block, Bullets)).items
    cells = PAGES.ratings.of(slug).main
    assert len(lines) == len(cells)
    for line, cell in zip(lines, cells, strict=True):
        size = headline(PAGES.base, cell)
        assert [part.text for part in line if isinstance(part, Tag)] == [size.how_sure]
        assert (size.says in text(line)) is (size.why_not is not NoSize.NOT_STUDIED)
        assert any(isinstance(part, Link) for part in line) is (size.study is not None)
        # Such as that it points another way than the votes: nobody should read the number without it.
        assert all(caution in text(line) for caution in size.cautions)


@pytest.mark.parametrize("slug", ["social-isolation", "healthy-homes", "affordable-housing"])
def test_each_why_section_says_how_big_first(slug: str) -> None:
    page = activity_page(PAGES, PAGES.base.types[slug])
    rating = next(block for block in page.blocks if isinstance(block, Section) and block.anchor == "rating")
    why = {block.anchor: block for block in rating.blocks if isinstance(block, Section)}
    for cell in PAGES.ratings.of(slug).studied:
        assert cell.level is not Level.NONE
        known = next(block for block in why[f"why-{cell.group.slug}"].blocks if isinstance(block, Facts))
        term, said = known.entries[0]
        assert term == "How big"
        size = headline(PAGES.base, cell)
        assert text(said[0]).startswith(size.says)
        assert [text(line) for line in said[1:]] == [*size.cautions, *size.about_scale]
