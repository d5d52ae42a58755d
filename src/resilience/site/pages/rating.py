"""The level of evidence of an activity and a group of outcomes, as a tag and in words."""

from resilience.records.vocabulary import Level
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Inline, Tag, Text


def rating_tag(pages: Pages, level: Level) -> Tag:
    """Show a level, in words as well as by the look."""
    return Tag(_label(pages, level), ("badge", f"rating-{level}"))


def aims_tagged(pages: Pages, slug: str) -> list[Inline]:
    """Name the level of each main aim on one line; a table is sorted by the first of them."""
    parts: list[Inline] = []
    for cell in pages.ratings.of(slug).main:
        parts += [Text(f"{'; ' if parts else ''}{cell.group.label}: "), rating_tag(pages, cell.level)]
    return parts


def aims_in_words(pages: Pages, slug: str) -> str:
    """Say the level of each main aim, such as `money and bills: helps (promising evidence)`."""
    cells = pages.ratings.of(slug).main
    return "; ".join(f"{cell.group.label.lower()}: {_label(pages, cell.level).lower()}" for cell in cells)


def _label(pages: Pages, level: Level) -> str:
    return pages.base.rating.of_level[level].label
