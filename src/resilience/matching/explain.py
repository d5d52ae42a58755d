"""Why a text is of a type, in words."""

import re
from collections.abc import Iterable, Sequence

from resilience.matching.candidates import Candidates
from resilience.matching.lexicon import NONE, Lexicon
from resilience.matching.neighbours import CodedPhrase
from resilience.matching.normalise import LINKING
from resilience.matching.signs import Sign, signs

MOST_NAMED = 3
NEAR_ENOUGH = 0.35
"""Likeness from which a coded phrase is worth naming."""
SAID_BY_EDITORS = ("idea ", "term ")
"""Kinds of sign that editors wrote. Other words, such as `want` or the name of a place, speak for a type only
by chance of the texts that were learnt from; they count, but a reader would not take them for a reason."""
ORDINARY = LINKING | frozenset(
    """
    agenda cap check checks communities community condition conditions deliver delivered delivering
    delivers duty evaluation fair fine help helped helper helpers helping get improve improved improving
    index indicator indicators intervention land local mission new notice outcome outcomes people plan
    plans poor powers programme project provide provided providing public review show shows supply
    supplying target targets trial view views want work working zone
    """.split()  # noqa: SIM905 - a paragraph reads better than a column of lines
)
"""Words that say nothing by themselves, though some stand in a phrase of the editors or share its root."""
WORTH_SAYING = 0.25
"""The share of the strongest reason that a word must carry to be named beside it."""
_NOT = re.compile(r"n t\b")
SAID_BY = {
    "neighbourhoods": "what people in a neighbourhood did",
    "policies": "what a council's policy says",
    "studies": "what a study looked at",
}
"""Whose words a coded phrase is, by the folder of its record."""


def reasons(found: Candidates, lexicon: Lexicon, slug: str) -> tuple[str, ...]:
    """Say in sentences what speaks for a type, or for none, in a text that has been read."""
    shown = signs(found.reading, lexicon.book)
    return (
        *_mended(found),
        *_denials(found),
        *_decoys(found),
        *_bans(found, lexicon),
        *(_for_none(found, lexicon, shown) if slug == NONE else _for_type(found, lexicon, shown, slug)),
        *_near(found, slug),
    )


def _mended(found: Candidates) -> list[str]:
    return [f"“{typed}” is read as a slip for “{meant}”." for typed, meant in found.mended.items()]


def _denials(found: Candidates) -> list[str]:
    return [
        f"“{_said(found, one.start, one.end)}” says what it is not about, so a person should look."
        for one in found.denied
    ]


def _said(found: Candidates, start: int, end: int) -> str:
    return _NOT.sub("n't", " ".join(found.reading.words[start:end]))


def _decoys(found: Candidates) -> list[str]:
    denied = {place for one in found.denied for place in range(*one.topic)}
    reading = enumerate(zip(found.reading.words, found.reading.roots, strict=True))
    hidden = [word for place, (word, cut) in reading if not cut and place not in denied]
    return [f"“{' '.join(hidden)}” only looks like a sign of an activity."] if hidden else []


def _bans(found: Candidates, lexicon: Lexicon) -> list[str]:
    return [f"“{phrase}” rules out {lexicon.labels[slug]}." for slug, phrase in found.banned.items()]


def _for_none(found: Candidates, lexicon: Lexicon, shown: Sequence[Sign]) -> list[str]:
    if not found.signs:
        return ["No word here is known to the matcher."]
    return _words_for(found, lexicon, shown, NONE, "point away from every activity type") or [
        "Nothing here points clearly to an activity type."
    ]


def likest(found: Candidates, slug: str) -> CodedPhrase | None:
    """Give the coded phrase of a type that the text is most like, if it is like one."""
    near = (one.phrase for one in found.near if one.phrase.type == slug and one.likeness >= NEAR_ENOUGH)
    return next(near, None)


def _for_type(found: Candidates, lexicon: Lexicon, shown: Sequence[Sign], slug: str) -> list[str]:
    label = lexicon.labels[slug]
    if found.named == slug:
        return [f"This is a name of {label}."]
    terms = _terms(found, shown, slug)
    named = [f"{_quoted(terms)} {_verb(terms, 'is a term', 'are terms')} of {label}."] if terms else []
    speaks = named + _words_for(found, lexicon, shown, slug, f"point to {label}", leave_out=terms)
    # Where a text denies what it names, the sentence on that is reason enough.
    if speaks or found.denied:
        return speaks
    return [f"No single word points to {label}; the wording as a whole does."]


def _terms(found: Candidates, shown: Sequence[Sign], slug: str) -> list[str]:
    spots = {(sign.start, sign.end) for sign in shown if sign.name == f"term {slug}"}
    return _once(_said(found, start, end) for start, end in sorted(spots) if _may_be_named(found, start, end))


def _words_for(
    found: Candidates,
    lexicon: Lexicon,
    shown: Sequence[Sign],
    slug: str,
    what: str,
    leave_out: Sequence[str] = (),
) -> list[str]:
    said: dict[tuple[int, int], float] = {}
    for sign in shown:
        if sign.name.startswith(SAID_BY_EDITORS) and _may_be_named(found, sign.start, sign.end):
            spot = (sign.start, sign.end)
            said[spot] = said.get(spot, 0.0) + _speaks(sign.name, found, lexicon, slug)
    least = WORTH_SAYING * max(said.values(), default=0.0)
    best = sorted(
        (spot for spot in said if said[spot] > max(least, 0.0)), key=lambda spot: (-said[spot], spot)
    )
    named = _once(_said(found, start, end) for start, end in best)
    named = [words for words in named if not any(words in other for other in leave_out)]
    named = [
        words for words in named if not any(words != other and words in other for other in named[:MOST_NAMED])
    ]
    named = named[:MOST_NAMED]
    return [f"{_quoted(named)} {what if len(named) > 1 else _singular(what)}."] if named else []


def _may_be_named(found: Candidates, start: int, end: int) -> bool:
    """Say whether a reader would take words for a reason: they say something, and are not denied."""
    denied = any(first < end and start < last for first, last in (one.topic for one in found.denied))
    return not denied and not ORDINARY.issuperset(found.reading.words[start:end])


def _speaks(name: str, found: Candidates, lexicon: Lexicon, slug: str) -> float:
    """Give how much a sign speaks for a type; for none, only what speaks for none more than for any type."""
    if name not in found.signs:
        return 0.0
    speaks_for = {lexicon.types[place]: weight for place, weight in lexicon.weights[name].speaks_for}
    weight = speaks_for.get(slug, 0.0)
    if slug == NONE and weight < max(speaks_for.values(), default=0.0):
        return 0.0
    return weight * found.signs[name]


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
