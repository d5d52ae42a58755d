"""Rules that tell that two records are one work."""

from rapidfuzz.distance import DamerauLevenshtein

from resilience.duplicates.facts import (
    PAGES_OF_A_WORK,
    Rule,
    has_subtitle,
    is_long,
    nearly_one_title,
    one_title,
    spans,
)
from resilience.duplicates.likeness import AGREE, DIFFER, UNKNOWN, Likeness
from resilience.duplicates.prepared import Prepared


def printed_again(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """A journal printed an article again: all is the same but where it stands."""
    pages = one.pages.last - one.pages.first
    if (
        one.key == other.key
        and like.authors >= 99
        and like.journal >= 99
        and like.years_apart == 1
        and like.number == AGREE
        and pages == other.pages.last - other.pages.first
        and pages >= 2 * PAGES_OF_A_WORK
        and is_long(one)
        and not one.numbers
    ):
        return "A journal printed it again: title, authors and number of pages are the same, a year apart."
    return None


def one_editorial(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """The same editors write one editorial for an issue; indexes give its label, or its own title."""
    labels = {one.key, other.key} & {"editorial", "guesteditorial"}
    if (
        len(labels) == 1
        and "editorial" in one.title.split()[:2]
        and "editorial" in other.title.split()[:2]
        and one.people == other.people
        and len(one.names) >= 2
        and like.journal >= 99
        and (like.year, like.volume, like.number) == (AGREE, AGREE, AGREE)
    ):
        return "The same people wrote an editorial for the same issue; one record gives only its label."
    return None


def same_doi(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """A DOI names one work; those of a whole book or volume are told by titles."""
    if like.doi != AGREE:
        return None
    if like.title >= 85 or has_subtitle(one, other):
        return (
            f"They have the same DOI ({one.doi}) and the same title."
            if like.pages != DIFFER or like.title > 95
            else None
        )
    if like.title >= 50 and like.authors >= 80 and like.pages != DIFFER:
        return f"They have the same DOI ({one.doi}) and authors, and titles that are alike."
    return None


def same_place(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """The same page of the same volume, with a title that is nearly the same."""
    if (
        like.volume != AGREE
        or like.pages != AGREE
        or (max(one.pages.first, other.pages.first) <= 1 and like.journal < 75)
    ):
        return None
    same = like.journal >= 85 and (one.key == other.key or (like.title >= 97 and spans(one, other)))
    if like.years_apart > 1 and not (spans(one, other) or (same and like.authors >= 95)):
        return None
    if not (one_title(one, other, like) or nearly_one_title(one, other, like) or has_subtitle(one, other)):
        return None
    if like.authors >= 55 or (like.authors < 0 and like.journal >= 75) or same:
        return (
            f"They stand in the same volume ({one.volume}) on the same page, and their titles are the same."
        )
    return None


def same_work(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """The same title by the same people in the same journal, and nothing against it."""
    if not one_title(one, other, like) or like.journal < 75 or DIFFER in (like.volume, like.pages):
        return None
    if like.number == DIFFER and like.pages != AGREE:
        return None
    if like.authors < 85 and not (
        like.authors >= 60 and one.key == other.key and is_long(one) and like.volume == AGREE
    ):
        return None
    if like.year == DIFFER:
        # Online first in one year, in a volume of the next.
        settled = like.years_apart == 1 and like.volume == AGREE and is_long(one) and like.title >= 97
        return (
            "Title, authors, journal and volume are the same; the years are next to each other."
            if settled
            else None
        )
    # With nothing but a year, only a long title will do that is the same, or the main part of the other.
    same = one.key == other.key or has_subtitle(one, other)
    if AGREE not in (like.volume, like.pages) and not (
        like.year == AGREE and same and is_long(one) and is_long(other)
    ):
        return None
    return "Title, authors and journal are the same, and nothing about where it appeared differs."


def one_issue(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """An issue has one work with a long title by the same people, whatever its pages are said to be."""
    if one.key != other.key or not is_long(one) or like.authors < 95 or like.journal < 90:
        return None
    if (like.year, like.volume, like.number) != (AGREE, AGREE, AGREE):
        return None
    return "Title, authors, journal, volume and issue are the same; only the pages are given in another way."


def page_slip(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """All is the same but a digit of the page."""
    if (
        one.key != other.key
        or not is_long(one)
        or like.authors < 95
        or like.journal < 90
        or like.number == DIFFER
    ):
        return None
    first, second = str(one.pages.first), str(other.pages.first)
    if (like.year, like.volume) != (AGREE, AGREE) or len(first) != len(second) or len(first) < 2:
        return None
    if DamerauLevenshtein.distance(first, second) > 1:
        return None
    return f"All is the same but a digit of the page ({first} and {second})."


def same_pages(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """The same title by the same people, from the same first to the same last page of a year."""
    if like.authors < 85 or like.year != AGREE or not spans(one, other):
        return None
    if (one.is_generic or other.is_generic) and not one_title(one, other, like):
        return None
    if like.volume == DIFFER and (like.journal < 75 or not one_title(one, other, like)):
        return None
    if like.title >= 85 or has_subtitle(one, other):
        return "Authors, year, first and last page are the same, and so is the title or its main part."
    return None


def same_issue(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """The same title by the same people in one volume of a year, whatever the journal is called."""
    if not one_title(one, other, like) or like.authors < 85 or like.year != AGREE:
        return None
    if DIFFER in (like.volume, like.number, like.pages):
        return None
    if like.pages == AGREE and max(one.pages.first, other.pages.first) > 1:
        return "Title, authors, year and page are the same."
    named_apart = like.number == AGREE or (one.key == other.key and like.authors >= 95 and len(one.names) > 1)
    if like.volume == AGREE and is_long(one) and (like.journal < 0 or named_apart):
        return "Title, authors, year and volume are the same; the journal has no name, or another one."
    return None


def nobody_named(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """A long title of one year, in one journal or on the same pages, where no author is named."""
    if like.authors >= 0 or like.title < 97 or like.year != AGREE or not one_title(one, other, like):
        return None
    if not is_long(one) or DIFFER in (like.volume, like.number, like.pages):
        return None
    if spans(one, other) or (like.journal >= 85 and AGREE in (like.volume, like.pages)):
        return "Title, year and place are the same; one record or both name no author."
    return None


def at_one_meeting(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """The same title by the same people at a meeting, however its proceedings are called."""
    meetings = {"inproceedings", "conference", "proceedings"}
    if one.kind not in meetings or other.kind not in meetings or not one_title(one, other, like):
        return None
    if DIFFER in (like.volume, like.pages) or like.years_apart > 1:
        return None
    settled = like.authors >= 55 or (like.authors < 0 and one.key == other.key and is_long(one))
    if like.year == AGREE and (like.authors >= 80 or (settled and like.journal >= 85)):
        return "The same people gave a paper with this title at a meeting in the same year."
    if like.authors >= 95 and like.title >= 97 and is_long(one) and UNKNOWN in (like.pages, like.year):
        return "The same people gave a paper with this title at a meeting, and years are next to each other."
    return None


def translated(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """One record has the title in another language; all else is the same, down to the last page."""
    if (
        like.authors < 95
        or like.journal < 90
        or (like.year, like.volume, like.pages) != (AGREE, AGREE, AGREE)
    ):
        return None
    if like.number == DIFFER or not spans(one, other):
        return None
    return "Authors, journal, volume, first and last page are the same; the titles may be in two languages."


BEFORE_ALL: tuple[Rule, ...] = (printed_again, one_editorial)
"""Two known cases in which one work has two places and two DOIs; they come before the rules against."""
IN_FAVOUR: tuple[Rule, ...] = (
    same_doi,
    same_place,
    same_work,
    one_issue,
    page_slip,
    same_pages,
    same_issue,
    nobody_named,
    at_one_meeting,
    translated,
)
