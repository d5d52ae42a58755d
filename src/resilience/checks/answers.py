"""Do written answers speak of each main aim, say no more than their level, and stand on their grounds?"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from resilience.checks.corpus import Corpus
from resilience.checks.document import Document, Part
from resilience.checks.problem import Code, Problem, listed, meant, shortened
from resilience.evidence import EvidenceBase, EvidenceError
from resilience.evidence.kinds import KINDS
from resilience.findings import Findings
from resilience.findings.answers import AnswerNow, Move
from resilience.records.answer import (
    COUNCILS,
    MOST_WORDS,
    MOST_WORDS_OF_AIM,
    ActivitySentence,
    Aim,
    Grounds,
    WrittenAnswer,
)
from resilience.records.base import Record
from resilience.records.rating import RatingRules
from resilience.records.taxonomy import ActivityType, OutcomeGroup
from resilience.records.vocabulary import Level, LevelKind

W371 = Code(
    "W371",
    "An activity without a written answer",
    "Its page then gives numbers where a committee needs a sentence.",
    "Copy a file of answers/, and write a sentence for the activity and for each main aim.",
    "no answers/green-space.yml",
)
E372 = Code(
    "E372",
    "An answer of no activity",
    "No page would show it.",
    "Give the file the name of its type in taxonomy.yml.",
    "answers/greenspace.yml",
)
E373 = Code(
    "E373",
    "Aims that are not the main outcomes of the activity",
    "Readers would look in vain for what the activity is done for, or read of what it is not.",
    "Write one sentence for each of the type's `main_outcomes` in taxonomy.yml, and for no other.",
    "aims: []",
)
E374 = Code(
    "E374",
    "A sentence that is too long to read aloud",
    "A committee hears it once.",
    f"Use at most {MOST_WORDS} words for the activity and {MOST_WORDS_OF_AIM} for an aim; "
    "what is left out stands on the page.",
    "says: a sentence of 31 words for an aim",
)
E375 = Code(
    "E375",
    "A word that no evidence bears",
    "A committee would take it for more than the studies found.",
    "Say what happens, to whom, how much and how sure; the words are listed in rating.yml under `answers`.",
    "says: Befriending works.",
)
E376 = Code(
    "E376",
    "A sentence that does not say how sure it is",
    "A size or a direction without it is taken for certain.",
    "Put in the words of the level, which stand in rating.yml under `said_by`.",
    "says: Loneliness falls a little.\ngrounds:\n  level: early",
)
E377 = Code(
    "E377",
    "A sentence that says more than its level",
    "The level is what the records bear out.",
    "Say it with `may` and the words of the level, or look at the level again with `resilience rate`.",
    "says: It improves sleep, on early evidence.\ngrounds:\n  level: early",
)
W378 = Code(
    "W378",
    "A number that its studies do not have",
    "A number that nobody can find cannot be checked.",
    "Copy it from the size that leads or from a study, and name the study under `studies`.",
    "says: Loneliness falls by 12 per cent.\nstudies: []",
)
W379 = Code(
    "W379",
    "An answer whose grounds have moved",
    "The sentence was written when the records said something else.",
    "Read it beside `resilience rate TYPE` and mend what no longer holds; "
    "then run `resilience answers TYPE --renew`.",
    "grounds:\n  level: promising, where the level is now mixed",
)

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at which answers there are, at each sentence, and at what has moved since it was written."""
    yield from _present(corpus)
    rules = corpus.valid("rating", RatingRules).get("rating")
    for document in corpus.records("answer").values():
        if rules:
            yield from _words(document, rules)
        yield from _sentences(corpus, document)
    yield from _moved(corpus)


def _present(corpus: Corpus) -> Iterator[Problem]:
    """Compare the answers with the activity types, and their aims with the main outcomes."""
    types, written = corpus.slugs(ActivityType), corpus.names("answer")
    for slug, part in types.items():
        if slug not in written and part.texts("main_outcomes"):
            yield part.problem(W371, (), f"{slug} has no file in answers/")
    for name, document in corpus.records("answer").items():
        if name in types:
            wanted = [outcome for _, outcome in types[name].texts("main_outcomes")]
            yield from _aims(document, wanted, corpus.slugs(OutcomeGroup))
        elif types:
            mend = f"{meant(name, types)} {E372.mend}".strip()
            yield document.problem(E372, (), f"no activity type is called {shortened(name)}", mend)


def _aims(document: Document, wanted: list[str], known: Iterable[str]) -> Iterator[Problem]:
    found: set[str] = set()
    for aim in _parts(document, Aim):
        outcome = aim.text("outcome")
        if outcome in found:
            yield aim.problem(E373, "outcome", f"{outcome} has a sentence already")
        # A group that is not known is a problem of its own.
        elif outcome in known and outcome not in wanted:
            yield aim.problem(E373, "outcome", f"{outcome} is no main outcome of {document.name}")
        found.add(outcome)
    if missing := [outcome for outcome in wanted if outcome not in found]:
        yield document.problem(E373, ("aims",), f"there is no sentence for {listed(missing)}")


def _sentences(corpus: Corpus, document: Document) -> Iterator[Problem]:
    """Look at the length of each sentence, and for its numbers where it says that they are from."""
    sizes = " ".join(part.text("size") for part in _parts(document, Grounds))
    for part, most in _with_limit(document):
        says = part.text("says")
        # The slot stands for three words.
        count = len(says.replace(COUNCILS, "16 UK councils").split())
        if count > most:
            yield part.problem(E374, "says", f"the sentence has {count} words, and {most} are the most")
        studies = corpus.records("study")
        read = [str(studies[key].data) for _, key in part.texts("studies") if key in studies]
        there = set(_NUMBER.findall(" ".join([sizes, *read])))
        if strange := [number for number in _NUMBER.findall(says) if number not in there]:
            yield part.problem(W378, "says", f"no size and no study named here has {listed(strange)}")


def _with_limit(document: Document) -> Iterator[tuple[Part, int]]:
    yield from ((part, MOST_WORDS) for part in _parts(document, ActivitySentence))
    yield from ((part, MOST_WORDS_OF_AIM) for part in _parts(document, Aim))


def _words(document: Document, rules: RatingRules) -> Iterator[Problem]:
    """Compare the words of each sentence with what its level allows."""
    aims = [(aim, [aim.inside("grounds").text("level")]) for aim in _parts(document, Aim)]
    every = [part.text("level") for part in _parts(document, Grounds)]
    for part, said in [*((one, every) for one in _parts(document, ActivitySentence)), *aims]:
        levels = [level for level in Level if level in said]
        yield from _overstated(part, rules, levels)
        for level in levels:
            own = rules.of_level[level].said_by
            if not _found(own, part.text("says")):
                wanted = " or ".join(map(_quoted, own))
                message = f"the level is {level}, and the sentence does not say {wanted}"
                yield part.problem(E376, "says", message)


def _overstated(part: Part, rules: RatingRules, levels: list[Level]) -> Iterator[Problem]:
    says = part.text("says")
    if found := _found(rules.answers.never, says):
        yield part.problem(E375, "says", f"it says {_listed(found)}")
    best = max((level.height for level in levels), default=None)
    if best is None:
        return
    above = [level for level in Level if level.kind is LevelKind.HELPS and level.height > best]
    too_much = [word for level in above for word in rules.of_level[level].said_by]
    flatly = rules.answers.only_promising if Level.PROMISING in above else ()
    if found := _found([*too_much, *flatly], says):
        yield part.problem(E377, "says", f"the level is {listed(levels)}, and it says {_listed(found)}")


def _found(words: Iterable[str], text: str) -> list[str]:
    return [word for word in words if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)]


def _quoted(word: str) -> str:
    return f"“{word}”"


def _listed(words: Iterable[str]) -> str:
    return listed(map(_quoted, words))


def _parts(document: Document, model: type[Record]) -> list[Part]:
    return [part for part in document.parts if part.model is model]


def _moved(corpus: Corpus) -> Iterator[Problem]:
    """Compare the grounds of each answer with what the records say now."""
    base = _base_of(corpus)
    if base is None:
        return
    answers = Findings(base).answers
    for slug in answers:
        try:
            now = answers[slug]
        # What points at nothing is a problem of its own.
        except (EvidenceError, KeyError):
            continue
        yield from _moved_of(corpus.records("answer")[slug], now)


def _moved_of(document: Document, now: AnswerNow) -> Iterator[Problem]:
    for place, aim in enumerate(now.aims):
        for move in aim.moves:
            yield document.problem(W379, ("aims", place, "says"), _named(move))
    for move in now.beside:
        yield document.problem(W379, ("activity", "says"), _named(move))


def _named(move: Move) -> str:
    return f"{move.says}: {listed(move.keys)}" if move.keys else move.says


def _base_of(corpus: Corpus) -> EvidenceBase | None:
    """Give the records as an evidence base; none while one is broken, which is a problem of its own."""
    known: dict[type[Record], dict[str, Any]] = {}
    for kind in KINDS:
        known[kind.model] = corpus.valid(kind.name, kind.model)
        if known[kind.model].keys() != corpus.names(kind.name):
            return None
    return EvidenceBase(corpus.folder, known, corpus.shared) if known[WrittenAnswer] else None
