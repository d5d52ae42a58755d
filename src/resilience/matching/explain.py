"""Why a text is of a type, in words."""

from collections.abc import Iterable

from resilience.matching.candidates import Candidates
from resilience.matching.lexicon import NONE, Lexicon
from resilience.matching.neighbours import CodedPhrase

MOST_NAMED = 3
NEAR_ENOUGH = 0.35
"""Likeness from which a coded phrase is worth naming."""
SAID_BY_EDITORS = ("idea ", "term ")
"""Kinds of sign that editors wrote. Other words, such as `want` or the name of a place, speak for a type only
by chance of the texts that were learnt from; they count, but a reader would not take them for a reason."""
ORDINARY = frozenset(
    (
        *("help", "helped", "helper", "helpers", "helping", "get", "plan", "want", "work"),
        *("community", "local", "new", "people", "project"),
    )
)
"""Words that say nothing by themselves, though some stand in a phrase of the editors or share its root."""
SAID_BY = {
    "examples": "a phrase written as an example",
    "neighbourhoods": "what people in a neighbourhood did",
    "policies": "what a council's policy says",
    "studies": "what a study looked at",
}
"""Whose words a coded phrase is, by the folder of its record."""


def reasons(found: Candidates, lexicon: Lexicon, slug: str) -> tuple[str, ...]:
    """Say in sentences what speaks for a type, or for none, in a text that has been read."""
    return (
        *_mended(found),
        *_decoys(found),
        *_bans(found, lexicon),
        *(_for_none(found, lexicon) if slug == NONE else _for_type(found, lexicon, slug)),
        *_near(found, slug),
    )


def _mended(found: Candidates) -> list[str]:
    return [f"“{typed}” is read as a slip for “{meant}”." for typed, meant in found.mended.items()]


def _decoys(found: Candidates) -> list[str]:
    hidden = [word for word, cut in zip(found.reading.words, found.reading.roots, strict=True) if not cut]
    return [f"“{' '.join(hidden)}” only looks like a sign of an activity."] if hidden else []


def _bans(found: Candidates, lexicon: Lexicon) -> list[str]:
    return [f"“{phrase}” rules out {lexicon.labels[slug]}." for slug, phrase in found.banned.items()]


def _for_none(found: Candidates, lexicon: Lexicon) -> list[str]:
    if not found.signs:
        return ["No word here is known to the matcher."]
    return _words_for(found, lexicon, NONE, "point away from every activity type") or [
        "Nothing here points clearly to an activity type."
    ]


def likest(found: Candidates, slug: str) -> CodedPhrase | None:
    """Give the coded phrase of a type that the text is most like, if it is like one."""
    near = (one.phrase for one in found.near if one.phrase.type == slug and one.likeness >= NEAR_ENOUGH)
    return next(near, None)


def _for_type(found: Candidates, lexicon: Lexicon, slug: str) -> list[str]:
    label = lexicon.labels[slug]
    if found.named == slug:
        return [f"This is a name of {label}."]
    terms = _terms(found, slug)
    named = [f"{_quoted(terms)} {_verb(terms, 'is a term', 'are terms')} of {label}."] if terms else []
    return named + _words_for(found, lexicon, slug, f"point to {label}", leave_out=terms) or [
        f"No single word points to {label}; the wording as a whole does."
    ]


def _terms(found: Candidates, slug: str) -> list[str]:
    return _once(
        " ".join(found.reading.words[sign.start : sign.end])
        for sign in found.shown
        if sign.name == f"term {slug}"
    )


def _words_for(
    found: Candidates, lexicon: Lexicon, slug: str, what: str, leave_out: list[str] | None = None
) -> list[str]:
    place = lexicon.types.index(slug)
    said: dict[tuple[int, int], float] = {}
    telling = {
        (sign.start, sign.end)
        for sign in found.shown
        if sign.name.startswith(SAID_BY_EDITORS)
        and not ORDINARY.issuperset(found.reading.words[sign.start : sign.end])
    }
    for sign in found.shown:
        if (sign.start, sign.end) not in telling:
            continue
        speaks_for = lexicon.weights[sign.name].speaks_for if sign.name in found.signs else ()
        weight = next((weight for where, weight in speaks_for if where == place), 0.0)
        if weight > 0:
            spot = (sign.start, sign.end)
            said[spot] = said.get(spot, 0.0) + weight * found.signs[sign.name]
    best = sorted(said, key=lambda spot: (-said[spot], spot))
    named = _once(" ".join(found.reading.words[start:end]) for start, end in best)
    named = [words for words in named if not any(words in other for other in leave_out or ())]
    named = [
        words for words in named if not any(words != other and words in other for other in named[:MOST_NAMED])
    ]
    named = named[:MOST_NAMED]
    return [f"{_quoted(named)} {what if len(named) > 1 else _singular(what)}."] if named else []


def _near(found: Candidates, slug: str) -> list[str]:
    phrase = likest(found, slug)
    return [f"It is like {SAID_BY[phrase.source.partition('/')[0]]}: “{phrase.text}”."] if phrase else []


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _quoted(texts: list[str]) -> str:
    quoted = [f"“{text}”" for text in texts]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def _verb(texts: list[str], one: str, many: str) -> str:
    return one if len(texts) == 1 else many


def _singular(what: str) -> str:
    return what.replace("point ", "points ", 1)
