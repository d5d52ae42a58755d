"""Rules that tell that a person should look at two records."""

from resilience.duplicates.facts import (
    Rule,
)
from resilience.duplicates.likeness import AGREE, Likeness
from resilience.duplicates.prepared import Prepared


def alike(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """Titles are alike, and so are authors or journals."""
    if like.title < 85 or max(like.authors, like.journal) < 75:
        return None
    return "Their titles are alike, and so are authors or journal, but that is not enough to be sure."


def one_page(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """The same page of a volume by the same people, under other titles."""
    if (like.volume, like.pages) != (AGREE, AGREE) or like.authors < 85 or like.journal < 85:
        return None
    return "They stand on the same page, and are by the same people, but their titles differ."


def doi_only(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """One DOI, and little else that is the same."""
    return f"They have the same DOI ({one.doi}), but not the same title." if like.doi == AGREE else None


IN_DOUBT: tuple[Rule, ...] = (alike, one_page, doi_only)
