"""Why the matcher finds a type in a text, for a person to read."""

from collections.abc import Iterable, Iterator

from resilience.matching import Lexicon, explain, match

MOST_OTHERS = 2
DECISIONS = {
    "auto": "auto: it can stand without a look.",
    "review": "review: a person should look.",
    "none": "none: no type fits.",
}


def explanation(text: str, lexicon: Lexicon) -> Iterator[str]:
    """Give the lines that explain a match: the type and why, then the types that are next."""
    found = match(text, lexicon)
    yield f"Type: {_named(found.type, lexicon)}"
    yield f"Score: {found.score:.0f}, so about {found.score:.0f} in a hundred answers like this are right."
    yield f"Decision: {DECISIONS[found.decision]}"
    yield from _reasons(found.why)
    others = [one for one in found.ranked if one.type != found.type]
    for other in others[:MOST_OTHERS]:
        yield ""
        yield f"Next: {_named(other.type, lexicon)}, score {other.score:.0f}"
        yield from _reasons(explain(text, lexicon, other.type))


def _named(slug: str, lexicon: Lexicon) -> str:
    return f"{slug} ({lexicon.labels[slug]})"


def _reasons(sentences: Iterable[str]) -> list[str]:
    return [f"- {sentence}" for sentence in sentences] or ["- No word in the text speaks for it."]
