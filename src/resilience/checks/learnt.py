"""Is what the matcher learnt as new as the texts that it learnt from?"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from resilience.checks.corpus import Corpus
from resilience.checks.problem import Code, Problem
from resilience.evidence.learnt import FOLDER, LEARNT_FROM
from resilience.findings.lessons import digests
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.policy import Policy
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType, PhraseBatch, Taxonomy, Words

W361 = Code(
    "W361",
    "What the matcher learnt is older than the evidence",
    "Suggestions, and their scores, rest on the texts as they were.",
    "You need do nothing: a maintainer renews it with `make learn` once your change is in.",
    "coded: fuel-poverty, on an action that had no code when the matcher learnt",
)


class _Taught(NamedTuple):
    """What the matcher would learn from now."""

    policies: Mapping[str, Policy]
    neighbourhoods: Mapping[str, Neighbourhood]
    studies: Mapping[str, Study]
    types: Mapping[str, ActivityType]
    phrases: Mapping[str, PhraseBatch]
    words: Words


def check(corpus: Corpus) -> Iterator[Problem]:
    """Compare the digests that were kept when the matcher learnt with those of now."""
    file = PurePosixPath(FOLDER, LEARNT_FROM)
    table = corpus.tables.get(file)
    taught = _taught(corpus)
    if table is None or taught is None:
        return
    kept = table.splitlines()
    changed = [part for part, digest in digests(taught).items() if f"{part},{digest}" not in kept]
    if changed:
        said = f"{' and '.join(changed)} changed since the matcher learnt from them"
        yield W361.found(corpus.shown(file), 1, said)


def _taught(corpus: Corpus) -> _Taught | None:
    """Give what there is to learn from; none while a record is broken, which is a problem of its own."""
    policies, places = corpus.valid("policy", Policy), corpus.valid("neighbourhood", Neighbourhood)
    own = {slug: place for slug, place in places.items() if place.programme}
    studies = corpus.valid("study", Study)
    code_frame = corpus.valid("taxonomy", Taxonomy).get("taxonomy")
    phrases = corpus.valid("phrases", PhraseBatch)
    words = corpus.valid("words", Words).get("words")
    read = {
        "policy": set(policies),
        "neighbourhood": set(places),
        "study": set(studies),
        "phrases": set(phrases),
    }
    is_whole = all(corpus.names(kind) == names for kind, names in read.items())
    if not is_whole or code_frame is None or words is None:
        return None
    types = {type_.slug: type_ for type_ in code_frame.types}
    return _Taught(policies, own, studies, types, phrases, words)
