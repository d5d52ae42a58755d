"""Rules that tell that two records are surely not one work."""

from resilience.duplicates.facts import (
    Rule,
    has_subtitle,
    in_one_place,
)
from resilience.duplicates.likeness import AGREE, DIFFER, Likeness
from resilience.duplicates.prepared import SUPPLEMENT, Prepared

_NOTICE_WORDS = {
    "answer": "a comment or a reply",
    "erratum": "a correction",
    "protocol": "a protocol",
    "supplement": "a supplement",
}
_OPPOSED = frozenset(
    """
    acute adolescents adult adults boys children chronic early fathers female girls infants late
    left male men mice mothers paediatric pediatric qualitative quantitative rats right rural urban
    vitro vivo women
    """.split()  # noqa: SIM905 - a paragraph reads better than a column
)
"""Words in which the titles of two works by the same people may differ alone."""


def notice(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """One is about the other: an erratum, a reply, a protocol."""
    if _LABELS & _left_over(one, other):
        return "One title is that of the other and a word for a comment, a reply or a correction."
    apart = one.notices ^ other.notices
    if not apart or (like.pages == AGREE and like.volume != DIFFER and "erratum" not in apart):
        return None
    return f"Only one title is that of {_NOTICE_WORDS[min(apart)]}."


_LABELS = frozenset(
    ["response", "reply", "comment", "comments", "commentary", "letter", "discussion", "correction"]
)


def _left_over(one: Prepared, other: Prepared) -> set[str]:
    """Give the words that one title has before or after the whole of the other, where these are few."""
    if not has_subtitle(one, other):
        return set()
    left = set(one.title.split()) ^ set(other.title.split())
    return left if len(left) <= FEW else set()


FEW = 3


def numbered(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """Parts, phases and yearly reports have one title but for a number."""
    if one.numbers == other.numbers or like.doi == AGREE or in_one_place(one, other, like):
        return None
    if one.numbers and other.numbers and not has_subtitle(one, other):
        return f"The numbers in their titles differ ({one.numbers} and {other.numbers})."
    if DIFFER in (like.volume, like.pages, like.year):
        return "Only one title has a number in it, and they did not appear in the same place."
    return None


def worded_apart(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """Sister works have one title but for a word, such as women and men."""
    if like.title >= 99.9 or like.doi == AGREE or in_one_place(one, other, like):
        return None
    apart = set(one.title.split()) ^ set(other.title.split())
    words = sorted(apart & _OPPOSED)
    return f"Only one title has the word {words[0]}." if words else None


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
    if one.pages.last and other.pages.last and one.pages.last != other.pages.last:
        apart.append("last pages")
    return f"A title like theirs is used again and again, and the {apart[0]} differ." if apart else None


def other_doi(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """Two works have two DOIs; two DOIs of one work go with the same place in a journal."""
    if like.doi != DIFFER:
        return None
    placed = (like.year, like.volume, like.pages) == (AGREE, AGREE, AGREE) and like.number != DIFFER
    if placed and one.key == other.key and one.pages.last == other.pages.last and like.authors >= 85:
        return None
    return f"Their DOIs differ ({one.doi} and {other.doi})."


def other_kind(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """A paper at a meeting, a thesis and an article in a journal are works of their own."""
    kinds = {one.kind, other.kind}
    told = [words for names, words in _KINDS if kinds & names]
    if "article" not in kinds or not told:
        return None
    if like.doi == AGREE or like.journal >= 75 or (like.pages == AGREE and like.volume != DIFFER):
        return None
    return f"One {told[0]}, and the other is an article in a journal."


_KINDS = [
    ({"inproceedings", "conference"}, "was given at a meeting"),
    ({"phdthesis", "mastersthesis", "thesis"}, "is a thesis"),
]


def in_supplement(one: Prepared, other: Prepared, like: Likeness) -> str | None:
    """A supplement holds abstracts, the issues of a journal hold articles."""
    if not one.number or not other.number or (SUPPLEMENT in one.number) == (SUPPLEMENT in other.number):
        return None
    if AGREE in (like.doi, like.pages):
        return None
    return "Only one stands in a supplement."


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


AGAINST: tuple[Rule, ...] = (
    notice,
    numbered,
    worded_apart,
    repeated_title,
    other_doi,
    other_kind,
    in_supplement,
    elsewhere,
    years_apart,
    other_pages,
)
