"""A text as plain words: no capitals, accents, hyphens or American spelling; each word cut to its root."""

import re
import unicodedata
from functools import lru_cache

LONGEST_TEXT = 20_000
"""Characters that are read; what follows says nothing more about a type."""
MOST_WORDS = 1_000

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b|(?<=s)['’](?!\w)")
_HYPHENS = re.compile(r"[-\u2010-\u2013]+")
# Written in one word, in two, or with a hyphen: "co-operative", "pre school".
_JOINED = re.compile(r"\b(co|re|pre|non|anti|multi|micro) (?=[a-z]{4})|\bco op(?=s?\b)")
_IZE = re.compile(r"(?<=[a-z]{2})iz(?=(?:e|ed|er|ers|es|ing|ation|ations)$)")
_NOT_IZE = frozenset(["prize", "prized", "prizes", "seize", "seized", "size", "sized", "sizes", "bulldoze"])
_BRITISH = {
    "aging": "ageing",
    "analyze": "analyse",
    "behavior": "behaviour",
    "center": "centre",
    "centers": "centres",
    "color": "colour",
    "colors": "colours",
    "councilor": "councillor",
    "councilors": "councillors",
    "counseling": "counselling",
    "counselor": "counsellor",
    "enrollment": "enrolment",
    "favor": "favour",
    "fiber": "fibre",
    "gray": "grey",
    "harbor": "harbour",
    "honor": "honour",
    "labor": "labour",
    "license": "licence",
    "licenses": "licences",
    "mold": "mould",
    "neighbor": "neighbour",
    "neighborhood": "neighbourhood",
    "neighborhoods": "neighbourhoods",
    "neighborly": "neighbourly",
    "neighbors": "neighbours",
    "pediatric": "paediatric",
    "plow": "plough",
    "practise": "practice",
    "program": "programme",
    "programs": "programmes",
    "theater": "theatre",
    "theaters": "theatres",
    "traveler": "traveller",
    "traveling": "travelling",
}
_SUFFIXES = (
    "ingly", "edly", "ness", "ment", "ing", "ion", "ity", "ive", "ed", "er", "or", "ly", "al", "e",
)  # fmt: skip
_WHOLE = frozenset(["better", "letter", "mission"])
"""Words that share a root with "betting", "letting" and "missing" only to the eye."""
LINKING = frozenset(
    """
    a an the of and or to in on for with by at from as is are be that who which their they them its it our we
    your you into through so can how what this these those not any all more than other including such up out
    about per us have has had do does will been being was were while within where when each every some his her
    he she
    """.split()  # noqa: SIM905 - a paragraph reads better than a column of hundreds of lines
)
"""Words that only hold a sentence together."""


def normalise(text: str) -> str:
    """Give the words of a text in small letters and British spelling, one space between them.

    What is folded is the same again: normalise(normalise(text)) == normalise(text).
    """
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """Give the words of `normalise`, at most `MOST_WORDS` of them."""
    plain = _fold(text[:LONGEST_TEXT])
    plain = _HYPHENS.sub(" ", _POSSESSIVE.sub(_keep_plural, plain))
    spaced = " ".join(_WORD.findall(plain))
    joined = _JOINED.sub(lambda found: found.group().replace(" ", ""), spaced)
    return [_british(word) for word in joined.split(" ")[:MOST_WORDS] if word]


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower()
    for _ in range(2):
        text = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in text if not unicodedata.combining(letter))


def _keep_plural(found: re.Match[str]) -> str:
    return "s" if found.group().endswith("s") else ""


@lru_cache(50_000)
def _british(word: str) -> str:
    if word in _BRITISH:
        return _BRITISH[word]
    return word if word in _NOT_IZE else _IZE.sub("is", word)


@lru_cache(50_000)
def root(word: str) -> str:
    """Cut a word to what its forms share: "insulating" and "insulation" to "insulat".

    One plural and one other ending are taken off, after the idea of Porter (1980), An algorithm for suffix
    stripping, Program 14(3); what is left is a key, not always a word.
    """
    if len(word) <= 3:
        return word
    word = singular(word)
    if word in _WHOLE:
        return word
    if word.endswith("isation"):
        word = word.removesuffix("ation")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word[: -len(suffix)]
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 4 else word


def singular(word: str) -> str:
    """Cut the ending of a plural."""
    if not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("sses"):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word[:-1]
