"""What the box on the Activities page asks for: the activity types of a text, and why."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from resilience.matching import Decision, Lexicon, Match, match
from resilience.matching.english import WordList
from resilience.site.live.browser import Refusal, read

MOST_SHOWN = 3
WORTH_SHOWING = 5.0
"""The score from which a type is shown beside the first."""
IN_WORDS = (
    (90.0, "very likely"),
    (70.0, "likely"),
    (50.0, "more likely than not"),
    (20.0, "possible"),
    (0.0, "unlikely"),
)
"""From which score on each word is used; a score of 90 is right nine times in ten."""
RECORDS = {
    "neighbourhoods": "Read of that neighbourhood",
    "policies": "Read that policy",
    "studies": "Read of that study",
}
"""What a link to the record of a coded phrase says, by its folder; other phrases have no page."""


def match_text(request: Mapping[str, Any]) -> dict[str, Any]:
    """Find the activity types of `request["text"]`.

    Raises Refusal where there is no text.
    """
    text = str(request.get("text", ""))
    if not text.strip():
        raise Refusal("Write a few words about what you do or plan, then try again.")
    found = match(text, _lexicon())
    return {
        "type": found.type,
        "score": found.score,
        "margin": found.margin,
        "decision": found.decision.value,
        "verdict": _verdict(found),
        "why": list(found.why) if found.decision is Decision.NONE else [],
        "types": _types(found),
    }


@cache
def _lexicon() -> Lexicon:
    return Lexicon.from_plain(read("lexicon"), WordList(read("english-words")["words"]))


def _verdict(found: Match) -> str:
    if found.decision is Decision.NONE:
        return "No activity in the book fits this text."
    label, *others = (found.lexicon.labels[one.type] for one in found.types)
    also = f" It also names {' and '.join(others)}." if others else ""
    if found.decision is Decision.AUTO:
        return f"This is {label}.{also}"
    return f"Nearest is {label}, but look at the reasons before you rely on it.{also}"


def _types(found: Match) -> list[dict[str, Any]]:
    activities = read("activities")
    said: set[str] = set()
    types = []
    for one in found.in_order[:MOST_SHOWN]:
        if one.type == found.type or one.score >= WORTH_SHOWING:
            reasons = [why for why in found.reasons_for(one.type) if why not in said]
            said.update(reasons)
            likely = next(word for least, word in IN_WORDS if one.score >= least)
            types.append(
                {
                    "type": one.type,
                    "score": one.score,
                    "likely": likely,
                    "also": one in found.types[1:],
                    "why": reasons,
                    "like": _like(found, one.type),
                    **activities[one.type],
                }
            )
    return types


def _like(found: Match, slug: str) -> dict[str, str] | None:
    """Give the link to the record whose words the text is like."""
    phrase = found.likest(slug)
    words = RECORDS.get(phrase.source.partition("/")[0]) if phrase else None
    return {"text": words, "page": f"{phrase.source}.html"} if phrase and words else None
