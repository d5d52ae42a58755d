"""Rules by which two records are the same work, may be, or are surely different: the first that holds decides.

Each rule gives a sentence where it holds, and None where it does not.
"""

from collections.abc import Callable

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from resilience.duplicates.likeness import AGREE, DIFFER, UNKNOWN, Likeness
from resilience.duplicates.prepared import Prepared

Rule = Callable[[Prepared, Prepared, Likeness], str | None]

WORDS_OF_A_LONG_TITLE = 6
"""A title of so many words hardly ever belongs to two works of the same people."""
PAGES_OF_A_WORK = 3
"""A work of so many pages is no note beside which another may stand on the same page."""

SLIP = 70
"""Likeness of a word to the same word with a slip in it, or in another spelling."""


# What tells that two records are surely not one work.


def notice(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """One is about the other: an erratum, a reply, a protocol."""
    apart = one.notices ^ other.notices
    if not apart or (like.pages == AGREE and like.volume != DIFFER and "erratum" not in apart):
        return None
    return f"Only one title is that of {_NOTICE_WORDS[min(apart)]}."


_NOTICE_WORDS = {
    "answer": "a comment or a reply",
    "erratum": "a correction",
    "protocol": "a protocol",
    "supplement": "a supplement",
}


def numbered(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """Parts, phases and yearly reports have one title but for a number."""
    if one.numbers == other.numbers or like.doi == AGREE or _in_one_place(one, other, like):
        return None
    if one.numbers and other.numbers and not _has_subtitle(one, other):
        return f"The numbers in their titles differ ({one.numbers} and {other.numbers})."
    if DIFFER in (like.volume, like.pages, like.year):
        return "Only one title has a number in it, and they did not appear in the same place."
    return None


def worded_apart(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """Sister works have one title but for a word, such as women and men."""
    if like.title >= 99.9 or like.doi == AGREE or _in_one_place(one, other, like):
        return None
    apart = sorted(word for pair in _OPPOSED for word in pair if _only_in_one(word, one, other))
    return f"Only one title has the word {apart[0]}." if apart else None


_OPPOSED = [
    ("women", "men"),
    ("female", "male"),
    ("girls", "boys"),
    ("adults", "children"),
    ("paediatric", "adult"),
    ("pediatric", "infants"),
    ("vivo", "vitro"),
    ("rats", "mice"),
    ("left", "right"),
    ("urban", "rural"),
    ("quantitative", "qualitative"),
    ("short", "long"),
    ("early", "late"),
    ("acute", "chronic"),
]


def _only_in_one(word: str, one: Prepared, other: Prepared) -> bool:
    return (word in one.title.split()) != (word in other.title.split())


def repeated_title(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """Journals use some titles again and again."""
    if not (one.is_generic or other.is_generic):
        return None
    states = {
        "volumes": like.volume,
        "issues": like.number,
        "pages": like.pages,
        "years": like.year,
        "DOIs": like.doi,
    }
    apart = [name for name, state in states.items() if state == DIFFER]
    return f"A title like theirs is used again and again, and the {apart[0]} differ." if apart else None


def other_doi(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """Two works have two DOIs; two DOIs of one work go with the same place in a journal."""
    if like.doi != DIFFER:
        return None
    placed = (like.year, like.volume, like.pages) == (AGREE, AGREE, AGREE) and like.number != DIFFER
    if placed and one.key == other.key and one.pages.last == other.pages.last and like.authors >= 85:
        return None
    return f"Their DOIs differ ({one.doi} and {other.doi})."


def journal_and_meeting(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """A paper at a meeting and an article in a journal are two works."""
    kinds = {one.kind, other.kind}
    if not ("article" in kinds and kinds & {"inproceedings", "conference"}):
        return None
    if like.doi == AGREE or like.journal >= 75 or (like.pages == AGREE and like.volume != DIFFER):
        return None
    return "One was given at a meeting, and the other is an article in a journal."


def elsewhere(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """What appeared in another volume, on other pages, appeared elsewhere."""
    if like.volume == DIFFER and like.pages == DIFFER:
        return f"Both volumes ({one.volume}, {other.volume}) and pages differ."
    return None


def years_apart(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """Two years lie between them, and nothing places them together."""
    if like.doi == AGREE or like.years_apart < 2 or (like.pages == AGREE and like.volume != DIFFER):
        return None
    return f"Their years differ ({one.year} and {other.year}), and they did not appear in the same place."


def other_pages(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """Two articles of a volume have other pages, and titles that are not quite the same."""
    if like.doi == AGREE or like.pages != DIFFER or like.title >= 95:
        return None
    return "Their pages differ, and so do their titles."


GUARDS: tuple[Rule, ...] = (
    notice,
    numbered,
    worded_apart,
    repeated_title,
    other_doi,
    journal_and_meeting,
    elsewhere,
    years_apart,
    other_pages,
)


# What tells that two records are one work.


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
        and _is_long(one)
        and not one.numbers
    ):
        return "A journal printed it again: title, authors, number of pages and issue are the same, a year apart."
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
    if like.title >= 85 or _has_subtitle(one, other):
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
    same = one.key == other.key and like.journal >= 85
    if like.years_apart > 1 and not (_spans(one, other) or (same and like.authors >= 95)):
        return None
    if not (_one_title(one, other, like) or _nearly_one_title(one, other, like) or _has_subtitle(one, other)):
        return None
    if like.authors >= 55 or (like.authors < 0 and like.journal >= 75) or same:
        return (
            f"They stand in the same volume ({one.volume}) on the same page, and their titles are the same."
        )
    return None


def _nearly_one_title(one: Prepared, other: Prepared, like: Likeness) -> bool:
    """Say whether titles are alike enough where records stand on the same page."""
    if like.title < 80:
        return False
    told_apart = _replaced(one, other) or one.numbers != other.numbers
    return _spans(one, other) or (like.authors >= 85 and like.journal >= 75 and not told_apart)


def same_work(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """The same title by the same people in the same journal, and nothing against it."""
    if not _one_title(one, other, like) or like.journal < 75 or DIFFER in (like.volume, like.pages):
        return None
    if like.number == DIFFER and like.pages != AGREE:
        return None
    if like.authors < 85 and not (
        like.authors >= 60 and one.key == other.key and _is_long(one) and like.volume == AGREE
    ):
        return None
    if like.year == DIFFER:
        # Online first in one year, in a volume of the next.
        settled = like.years_apart == 1 and like.volume == AGREE and _is_long(one) and one.key == other.key
        return (
            "Title, authors, journal and volume are the same; the years are next to each other."
            if settled
            else None
        )
    if AGREE not in (like.volume, like.pages, like.year):
        return None
    return "Title, authors and journal are the same, and nothing about where it appeared differs."


def one_issue(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """An issue has one work with a long title by the same people, whatever its pages are said to be."""
    if one.key != other.key or not _is_long(one) or like.authors < 95 or like.journal < 90:
        return None
    if (like.year, like.volume, like.number) != (AGREE, AGREE, AGREE):
        return None
    return "Title, authors, journal, volume and issue are the same; only the pages are given in another way."


def page_slip(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """All is the same but a digit of the page."""
    if (
        one.key != other.key
        or not _is_long(one)
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
    if like.authors < 85 or like.year != AGREE or not _spans(one, other):
        return None
    if like.volume == DIFFER and (like.journal < 75 or not _one_title(one, other, like)):
        return None
    if like.title >= 85 or _has_subtitle(one, other):
        return "Authors, year, first and last page are the same, and so is the title or its main part."
    return None


def same_issue(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """The same title by the same people in one volume of a year, in a journal without a name or with another."""
    if not _one_title(one, other, like) or like.authors < 85 or like.year != AGREE:
        return None
    if DIFFER in (like.volume, like.number, like.pages):
        return None
    if like.pages == AGREE and max(one.pages.first, other.pages.first) > 1:
        return "Title, authors, year and page are the same."
    if like.volume == AGREE and _is_long(one) and (like.journal < 0 or like.number == AGREE):
        return "Title, authors, year and volume are the same; the journal has no name, or another one."
    return None


def nobody_named(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """A long title in one journal and year, where no author is named."""
    if like.authors >= 0 or like.title < 97 or like.journal < 85 or like.year != AGREE or not _is_long(one):
        return None
    if DIFFER in (like.volume, like.number, like.pages) or AGREE not in (like.volume, like.pages):
        return None
    return "Title, journal, year and volume or page are the same; one record or both name no author."


def at_one_meeting(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """The same title by the same people at a meeting, however its proceedings are called."""
    meetings = {"inproceedings", "conference", "proceedings"}
    if one.kind not in meetings or other.kind not in meetings or not _one_title(one, other, like):
        return None
    if DIFFER in (like.volume, like.pages) or like.years_apart > 1:
        return None
    if like.year == AGREE and (like.authors >= 80 or (like.authors >= 55 and like.journal >= 85)):
        return "The same people gave a paper with this title at a meeting in the same year."
    if like.authors >= 95 and one.key == other.key and _is_long(one) and UNKNOWN in (like.pages, like.year):
        return "The same people gave a paper with this title at a meeting; its proceedings came out a year later."
    return None


def translated(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """One record has the title in another language; all else is the same, down to the last page."""
    if (
        like.authors < 95
        or like.journal < 90
        or (like.year, like.volume, like.pages) != (AGREE, AGREE, AGREE)
    ):
        return None
    if like.number == DIFFER or not _spans(one, other):
        return None
    return "Authors, journal, volume, first and last page are the same; the titles may be in two languages."


SAME: tuple[Rule, ...] = (
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


# What a person should look at.


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


MAYBE: tuple[Rule, ...] = (alike, one_page, doi_only)


def _one_title(one: Prepared, other: Prepared, like: Likeness) -> bool:
    """Say whether the titles are the same but for slips and a subtitle."""
    if one.key == other.key:
        return bool(one.key)
    if like.title < 90 or (one.numbers != other.numbers and like.pages != AGREE):
        return False
    return _spans(one, other) or not _replaced(one, other)


def _replaced(one: Prepared, other: Prepared) -> bool:
    """Say whether one title has another word in the place of a word: safety and efficacy, not color and colour."""
    first, second = set(one.title.split()), set(other.title.split())
    mine, theirs = first - second, second - first
    if not mine or not theirs:
        return False
    joined = "".join(sorted(mine)), "".join(sorted(theirs))
    if fuzz.ratio(*joined) >= SLIP:
        return False
    return any(max(fuzz.ratio(word, twin) for twin in theirs) < SLIP for word in mine if len(word) > 3)


def _is_long(one: Prepared) -> bool:
    return one.title.count(" ") + 1 >= WORDS_OF_A_LONG_TITLE


def _spans(one: Prepared, other: Prepared) -> bool:
    """Say whether first and last page are the same, with some pages between."""
    return one.pages == other.pages and one.pages.last - one.pages.first + 1 >= PAGES_OF_A_WORK


def _has_subtitle(one: Prepared, other: Prepared) -> bool:
    """Say whether one title is the whole beginning of the other, or its whole end."""
    short, long = sorted((one.title, other.title), key=len)
    return short.count(" ") >= 3 and (long.startswith(short + " ") or long.endswith(" " + short))


def _in_one_place(one: Prepared, other: Prepared, like: Likeness) -> bool:
    """Say whether both stand on the same pages, of which there are several."""
    return like.volume == AGREE and like.pages == AGREE and _spans(one, other)
