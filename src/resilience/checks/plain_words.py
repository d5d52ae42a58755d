"""Are the words for readers plain: short sentences, without slugs and coders' shorthand?"""

import re
from collections.abc import Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem, shortened
from resilience.records.base import Record
from resilience.records.editorial import Gap
from resilience.records.plain import long_sentences, sentences, shorthand, slug_pattern
from resilience.records.policy import Found, Policy
from resilience.records.pool import LeftOut, Member, Pool
from resilience.records.provenance import Provenance, Seen, Statement
from resilience.records.study import Outcome, Study
from resilience.records.taxonomy import ActivityType
from resilience.records.vocabulary import FoundIn

SENTENCES: dict[type[Record], tuple[str, ...]] = {
    Found: ("says",),
    Gap: ("text",),
    Policy: ("summary",),
    Pool: ("question", "because"),
    Provenance: ("cautions",),
    Seen: ("what",),
    Statement: ("text",),
    Study: ("summary",),
}
"""Fields that pages show as sentences."""
PHRASES: dict[type[Record], tuple[str, ...]] = {
    LeftOut: ("because",),
    Member: ("left_out",),
    Outcome: ("measure", "unit", "follow_up", "note"),
    Study: ("intervention", "comparator", "population", "setting", "quality", "inequality"),
}
"""Fields that pages show in tables and lists, where several phrases may follow each other."""

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
    """Look at what records say to readers."""
    slugs = slug_pattern(list(corpus.slugs(ActivityType)))
    for model, fields in (*SENTENCES.items(), *PHRASES.items()):
        for part in corpus.parts(model):
            for field in fields:
                for text in _texts(part, field):
                    yield from _shorthand(part, field, text, slugs)
                    if field in SENTENCES.get(model, ()):
                        yield from _sentences(part, field, text)
    for part in corpus.parts(Policy):
        yield from _policy(part)


def _texts(part: Part, field: str) -> list[str]:
    """Give the text of a field, or each of its texts."""
    held = part.data.get(field)
    return [text for text in (held if isinstance(held, list) else [held]) if isinstance(text, str)]


def _sentences(part: Part, field: str, text: str) -> Iterator[Problem]:
    count = len(sentences(text))
    if issubclass(part.model, Found) and count > 1:
        yield part.problem(E273, field, f"it is {count} sentences", "Keep the one that says what was found.")
    for sentence, words in long_sentences(text):
        yield part.problem(E273, field, f"“{shortened(sentence)}” has {words} words")


def _shorthand(part: Part, field: str, text: str, slugs: re.Pattern[str] | None) -> Iterator[Problem]:
    slug = slugs.search(text) if slugs else None
    if found := shorthand(text) or (slug and slug[0]):
        yield part.problem(E274, field, f"“{found}” stands in it")


def _policy(part: Part) -> Iterator[Problem]:
    found = part.inside("found")
    # What is found in either is named like the field that says that somebody looked.
    field = found.text("of") if found.text("of") in set(FoundIn) else ""
    if field and part.data.get(field) is not True:
        yield part.problem(E277, "found", f"it is of {found.text('of')}, and `{field}` is not true")
    if part.text("url") and part.data.get("looked_for"):
        yield part.problem(E278, "looked_for", "an address is on record")
