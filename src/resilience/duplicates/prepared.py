"""What a record says, in a form in which two records can be compared."""

import html
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from resilience.duplicates.entry import Entry


class Pages(NamedTuple):
    """Page numbers; 0 is unknown. Letters such as the S of a supplement are left out."""

    first: int = 0
    last: int = 0
    is_article_number: bool = False
    """It is the number of an article without paper, such as e12724."""


class Prepared(NamedTuple):
    """A record whose fields can be compared; what it does not say is empty, or 0."""

    title: str
    """Words in small letters without accents; a note in brackets at its end is no part of it."""
    key: str
    """The letters and digits of the title."""
    second: str
    """The title in another language, which some sources add in brackets."""
    numbers: str
    """The digits of the title in their order, and those of numbers in words."""
    notices: frozenset[str]
    """What kinds of notice the title says that the work is, such as an erratum."""
    people: str
    """Family names in order, with one space between them."""
    initials: str
    """Family names and initials of all authors."""
    names: tuple[frozenset[str], ...]
    """The words of each author's name; initials are none."""
    first: str
    """The family name of the first author."""
    year: int
    journal: str
    volume: str
    number: frozenset[str]
    pages: Pages
    doi: str
    kind: str
    is_generic: bool
    """The title is one that journals use again and again, such as "Editorial"."""


_TAG = re.compile(r"<[^<>]{1,40}>")
_WORD = re.compile(r"[^\W_]+")
_END_NOTE = re.compile(r"\s*(?:\[([^\[\]]*)\]|\(([^()]*)\))[\s.]*$")
_LANGUAGE_OR_NOTE = re.compile(
    r"(review|letter|comment|erratum|errata|corrected|retract|abstract|see |republished|summary|proceeding|"
    r"electronic|\d+ refs|in [a-z]+$|[a-z]+$)",
    re.IGNORECASE,
)
_NUMBER_WORDS = {
    **{word: str(n) for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)},  # noqa: SIM905
    **{
        "ii": "2",
        "iii": "3",
        "iv": "4",
        "vi": "6",
        "vii": "7",
        "viii": "8",
        "ix": "9",
        "xi": "11",
        "xii": "12",
    },
}
_PART = re.compile(
    r"\b(?:part|phase|volume|chapter|series|number|no|study|case|paper|section|appendix) ([a-z]|[ivx]+)\b"
)
_ROMAN = {"i": "1", "v": "5", "x": "10"}
_NOTICES = {
    "erratum": re.compile(
        r"^(?:\w+ ){0,2}?(?:erratum|errata|corrigend\w+|correction|retraction|retracted|withdrawn|"
        r"expression of concern)\b|\b(?:erratum|corrigendum|retraction)$|\bcorrection to\b"
    ),
    "answer": re.compile(
        r"^(?:an? |the |authors? |in |s |invited )*"
        r"(?:reply|response to|comments?(?: on)?|commentary|rejoinder|letter)\b"
        r"|\b(?:reply|comment|commentary|rejoinder|authors? response|letter)$"
    ),
    "protocol": re.compile(r"\bprotocol\b|\brationale and (?:study )?design\b|\bdesign and rationale\b"),
    "supplement": re.compile(r"\b(?:supplementary|online appendix|supporting information)\b"),
}
_GENERIC = re.compile(
    r"^(?:guest |from the |the |an? |special issue )*"
    r"(?:editor\w*|introduction|foreword|preface|contents|index|book reviews?|reviews?|abstracts?|"
    r"letters?|news|announcements?|commentary|comments?|reply|response|erratum|corrigendum|discussion|conclusions?|"
    r"in this issue|in brief|obituary|acknowledge?ments?|untitled|title page|front matter|back matter|"
    r"table of contents|call for papers|conference report)\b|\beditors?\b|\beditorials?\b"
)
LONGEST_GENERIC = 60
"""Letters; a longer title that begins like this says what the work is about."""


ANONYMOUS = "anonymous"


_GREEK = {
    ord(sign): f"{name} "
    for sign, name in zip("αβγδκμω", ["alpha", "beta", "gamma", "delta", "kappa", "mu", "omega"], strict=True)
}
_GREEK[ord("ß")] = "ss"


def fold(text: str) -> str:
    """Write text in small letters without accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).translate(_GREEK)
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()


def words(text: str) -> list[str]:
    """Give the words of a text, folded."""
    return _WORD.findall(fold(text))


def prepare(entry: Entry) -> Prepared:
    """Bring a record into the form in which it is compared."""
    main, second = _titles(entry.title)
    title_words = words(main)
    title = " ".join(title_words)
    people = [_person(name) for name in entry.authors]
    people = [person for person in people if person[0] and person[0] != ANONYMOUS]
    return Prepared(
        title=title,
        key="".join(title_words),
        second=" ".join(words(second)),
        numbers=_numbers(title, title_words),
        notices=frozenset(name for name, pattern in _NOTICES.items() if pattern.search(title)),
        people=" ".join(family for family, _, _ in people),
        initials=" ".join(family + initials for family, initials, _ in people),
        names=tuple(names for _, _, names in people),
        first=people[0][0] if people else "",
        year=_year(entry.year),
        journal=entry.journal or entry.booktitle,
        volume=_volume(entry.volume, entry.year),
        number=_issue(entry.number),
        pages=_pages(entry.pages, entry.year),
        doi=plain_doi(entry.doi),
        kind=entry.kind.lower(),
        is_generic=len(title) <= LONGEST_GENERIC and bool(_GENERIC.search(title)),
    )


def _titles(raw: str) -> tuple[str, str]:
    """Take the notes of a source off a title, and a second title in brackets from it."""
    text = _TAG.sub(" ", html.unescape(raw)) if "&" in raw or "<" in raw else raw
    text = text.strip().removesuffix(".")
    second = ""
    while found := _END_NOTE.search(text):
        note, before = (found[1] or found[2] or "").strip(), text[: found.start()]
        if len(before) < 12:
            break
        if found[1] is not None:
            if len(note.split()) > 4 and not _LANGUAGE_OR_NOTE.match(note):
                second = note
        elif not _LANGUAGE_OR_NOTE.fullmatch(note) or len(note.split()) > 1:
            break
        text = before.strip().removesuffix(".")
    return text, second


def _numbers(title: str, title_words: list[str]) -> str:
    parts = {found[1] for found in _PART.finditer(title)}
    found = []
    for word in title_words:
        if word in _NUMBER_WORDS:
            found.append(_NUMBER_WORDS[word])
        elif word in parts:
            found.append(_ROMAN.get(word, word))
        elif not word.isalpha():
            found.extend(re.findall(r"\d+", word))
    return "".join(found)


@lru_cache(100_000)
def _person(name: str) -> tuple[str, str, frozenset[str]]:
    """Give the family name as letters, the initials, and all words of the name."""
    family, _, given = name.partition(",")
    if not given and " " in family.strip():
        *before, last = family.split()
        # "Smith J" and "Smith JA" end with initials; "Jane Smith" ends with the family name.
        family, given = (
            (" ".join(before), last) if last.isupper() and len(last) <= 3 else (last, " ".join(before))
        )
    family_words, given_words = words(family), words(given)
    initials = "".join(word if len(word) <= 3 and given.isupper() else word[0] for word in given_words)
    long = frozenset(word for word in (*family_words, *given_words) if len(word) > 2)
    return "".join(family_words), initials, long


def _year(text: str) -> int:
    found = re.search(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)", text)
    return int(found[1]) if found else 0


def _volume(text: str, year: str) -> str:
    """Give the number of a volume; the year in its place, a date or words are none."""
    if not text or text == year or _DATE.search(text):
        return ""
    found = re.search(r"\d+", text)
    return found[0].lstrip("0") if found else ""


_DATE = re.compile(r"\d+-\d+-[A-Za-z]|[A-Z][a-z]+ ?\d{4}|\d{4}-[A-Za-z]")
SUPPLEMENT = "supplement"


def _issue(text: str) -> frozenset[str]:
    """Give the numbers of an issue, such as 3 and 4 of a double one, and whether it is a supplement."""
    numbers = frozenset(digits.lstrip("0") for digits in re.findall(r"\d+", text))
    return numbers | {SUPPLEMENT} if numbers and "s" in text.lower() else numbers


_MONTHS = {
    month: str(place)
    for place, month in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)  # noqa: SIM905
}
_MONTH = re.compile("|".join(_MONTHS))
_RANGE = re.compile(r"([a-z]*)(\d*)([a-z]*)\s*[-\u2010-\u2015]+\s*([a-z]*)(\d+)")


def _pages(text: str, year: str) -> Pages:
    """Read page numbers: 195-8 ends on 198, and 8-Nov is what spreadsheets make of 8-11."""
    plain = text.strip().lower()
    if not plain or plain == year or _HOW_MANY.fullmatch(plain):
        return Pages()
    if plain[-1].isalpha() or plain[0].isalpha():
        plain = _MONTH.sub(lambda found: _MONTHS[found[0]], plain)
    if found := _RANGE.search(plain):
        first, last = found[2], found[5]
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        return Pages(_page(first), _page(last))
    if found := _ARTICLE_NUMBER.fullmatch(plain):
        return Pages(_page(found[1]), 0, True)
    single = re.search(r"\d+", plain)
    return Pages(_page(single[0])) if single else Pages()


_HOW_MANY = re.compile(r"\d+ ?p(?:p|ages|gs)?\.?")
"""A book or thesis of so many pages."""
_ARTICLE_NUMBER = re.compile(r"(?:e|[a-rt-z](?=\d{4}))(\d+)")


def _page(digits: str) -> int:
    return int(digits[:15] or 0)


def plain_doi(text: str) -> str:
    """Give a DOI in small letters, without what databases put around it."""
    found = re.search(r"10\.\d{4,9}/\S+", html.unescape(text).lower().replace("%2f", "/"))
    return found[0].rstrip(".,;)]") if found else ""
