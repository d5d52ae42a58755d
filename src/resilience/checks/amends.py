"""Do corrections still hold, are old names left alone, and does anything hang on a study with a notice?"""

import re
from collections.abc import Iterator
from typing import Any

from resilience.checks.corpus import Corpus
from resilience.checks.problem import Code, Problem, meant, shortened
from resilience.evidence.kinds import kind_with
from resilience.records.amends import Correction, OldName
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.policy import Policy
from resilience.records.pool import Pool
from resilience.records.study import Study

E391 = Code(
    "E391",
    "A correction that was undone",
    "Somebody found the value wrong and it was put right; here it says something else again.",
    "Put the value back. Where the new one is right, say so: add a correction on the same field below it.",
    "expected: 0.5, where the record says 0.4",
)
E392 = Code(
    "E392",
    "A correction of something that is not there",
    "Nobody can tell whether it still holds.",
    "Write the record as `studies/name`, and the field as `resilience check` does: outcomes[0].effect.value.",
    "field: outcomes[9].effect.value",
)
E393 = Code(
    "E393",
    "A name that was used before",
    "Links to the old record would lead to another one.",
    "Give the new record a name of its own.",
    "old: smith-2020, beside studies/smith-2020.yml",
)
E394 = Code(
    "E394",
    "An old name that leads nowhere",
    "Readers who follow an old link must come to a record.",
    "Write under `new` the name of the record as it is today.",
    "new: no-such-record",
)
W395 = Code(
    "W395",
    "A study that rests on one with a notice",
    "What was retracted or is in doubt may still count through it.",
    "Look whether it still holds; if so, say why in `provenance.cautions`.",
    "companion_of: a study with status: retracted",
)

_KINDS = {kind_with(model).folder: kind_with(model).name for model in (Study, Policy, Neighbourhood, Pool)}
_STEP = re.compile(r"([a-z_]+)|\[(\d+)\]")
_NOTHING = object()


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at corrections, old names and notices."""
    yield from _corrections(corpus)
    yield from _old_names(corpus)
    yield from _notices(corpus)


def _corrections(corpus: Corpus) -> Iterator[Problem]:
    # The last one on a field holds.
    parts = {(part.text("record"), part.text("field")): part for part in corpus.parts(Correction)}
    for (record, field), part in parts.items():
        folder, _, name = record.partition("/")
        records = corpus.records(_KINDS.get(folder, ""))
        if name not in records:
            mend = f"{meant(name, records)} {E392.mend}".strip()
            yield part.problem(E392, "record", f"{shortened(record)} is no record that we know", mend)
            continue
        found, expected = _at(records[name].data, field), part.data.get("expected")
        if found is _NOTHING:
            yield part.problem(E392, "field", f"{record} has no field {shortened(field)}")
        elif found != expected or isinstance(found, bool) is not isinstance(expected, bool):
            by, why = shortened(part.text("by")), shortened(part.text("reason"))
            message = (
                f"it was put right to {shortened(expected)}, as {by} reported ({why}), "
                f"and now says {shortened(found)}"
            )
            path = tuple(int(place) if place else key for key, place in _STEP.findall(field))
            yield records[name].problem(E391, path, message)


def _at(data: Any, field: str) -> Any:
    """Give what stands in a field; a marker where there is no such field."""
    for key, place in _STEP.findall(field):
        try:
            data = data[int(place)] if place else data[key]
        except (KeyError, IndexError, TypeError):
            return _NOTHING
    return data


def _old_names(corpus: Corpus) -> Iterator[Problem]:
    known: set[tuple[str, str]] = set()
    for part in corpus.parts(OldName):
        folder, old, new = part.text("folder"), part.text("old"), part.text("new")
        names = corpus.names(_KINDS.get(folder, ""))
        if old in names or (folder, old) in known:
            why = "stands in it again" if old in names else "stands here twice"
            yield part.problem(E393, "old", f"{folder}/{old} is an old name and {why}")
        known.add((folder, old))
        if new not in names:
            mend = f"{meant(new, names)} {E394.mend}".strip()
            yield part.problem(E394, "new", f"{folder}/{new} is no record that we know", mend)


def _notices(corpus: Corpus) -> Iterator[Problem]:
    doubtful = {part.document.name for part in corpus.parts(Study) if part.text("status")}
    for part in corpus.parts(Study) if doubtful else ():
        if part.text("status"):
            continue
        for path, key in (*part.words("companion_of"), *part.words("includes")):
            if key in doubtful:
                yield part.problem(W395, path, f"{key} has a notice against it")
