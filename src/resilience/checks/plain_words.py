"""Are the words for readers plain: short sentences, without slugs and coders' shorthand?"""

import re
from collections.abc import Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem, shortened
from resilience.records.editorial import Gap
from resilience.records.policy import Found, Policy
from resilience.records.taxonomy import ActivityType
from resilience.records.vocabulary import FoundIn

LONGEST = 30
"""Words of a sentence."""

E273 = Code(
    "E273",
    "A sentence of more than 30 words, or more than one where one must do",
    "Readers lose the thread. What was found of a policy is one sentence, because lists show it.",
    "Make two sentences of it, or leave out what readers don't need.",
    "text: We found no trial, and what we found instead is ... (31 words and more)",
)
E274 = Code(
    "E274",
    "Coders' shorthand in words for readers",
    "Nobody knows it but those who wrote it.",
    "Write the words out; what only coders need goes into `notes`.",
    "text: No CIs (n=12); see community-arts and year_start.",
)
E277 = Code(
    "E277",
    "What came of a policy, without word that somebody looked",
    "Lists count policies by `evaluation` and `monitoring`.",
    "Set `evaluation` or `monitoring` to true, as `of` says, or take `found` out.",
    "evaluation: null\nfound:\n  of: evaluation",
)
E278 = Code(
    "E278",
    "An address looked for in vain, beside an address",
    "The page would say both that it was found and that it was not.",
    "Delete `looked_for`.",
    "url: https://example.org/plan\nlooked_for: '2026-11-30'",
)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at what policies and gaps say to readers."""
    slugs = _slugs(corpus)
    for part in corpus.parts(Found):
        yield from _sentences(part, "says", most=1)
        yield from _shorthand(part, "says", slugs)
    for part in corpus.parts(Gap):
        yield from _sentences(part, "text")
        yield from _shorthand(part, "text", slugs)
    for part in corpus.parts(Policy):
        yield from _policy(part)


_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9£])")


def _sentences(part: Part, field: str, most: int | None = None) -> Iterator[Problem]:
    found = _END.split(part.text(field).strip())
    if most and len(found) > most:
        message = f"it is {len(found)} sentences"
        yield part.problem(E273, field, message, "Keep the one that says what was found.")
    for sentence in found:
        if (count := len(sentence.split())) > LONGEST:
            yield part.problem(E273, field, f"“{shortened(sentence)}” has {count} words")


_SHORTHAND = re.compile(
    r"(?<!\*)\*(?=\w)|\bn ?= ?\d|\bCIs?\b|\bRCTs?\b|\bSMDs?\b|\bIQRs?\b|\b[a-z]+_[a-z_]+\b|\bSay so\b"
)


def _shorthand(part: Part, field: str, slugs: re.Pattern[str] | None) -> Iterator[Problem]:
    text = part.text(field)
    if match := _SHORTHAND.search(text) or (slugs and slugs.search(text)):
        yield part.problem(E274, field, f"“{match[0]}” stands in it")


def _slugs(corpus: Corpus) -> re.Pattern[str] | None:
    """Match a slug of an activity type that no reader would take for words."""
    known = sorted(slug for slug in corpus.slugs(ActivityType) if "-" in slug)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, known))})(?![\w-])") if known else None


def _policy(part: Part) -> Iterator[Problem]:
    found = part.inside("found")
    # What is found in either is named like the field that says that somebody looked.
    field = found.text("of") if found.text("of") in set(FoundIn) else ""
    if field and part.data.get(field) is not True:
        yield part.problem(E277, "found", f"it is of {found.text('of')}, and `{field}` is not true")
    if part.text("url") and part.data.get("looked_for"):
        yield part.problem(E278, "looked_for", "an address is on record")
