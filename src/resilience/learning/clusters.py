"""Groups of texts that the matcher does not know where to put: hints at what the code frame misses."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
from rapidfuzz.fuzz import token_set_ratio

from resilience.matching.normalise import LINKING, words

ALIKE = 62
"""Likeness, of a hundred, from which two texts belong together."""
NAMED_BY = 3


class Cluster(NamedTuple):
    """Texts that are alike, and the words that most of them share."""

    name: str
    texts: tuple[str, ...]


def clusters(texts: Sequence[str]) -> list[Cluster]:
    """Group texts so that each is like another of its group, the largest group first; loners are left out.

    Single linkage, Sneath (1957), J. Gen. Microbiol. 17(1), on the token set ratio of rapidfuzz.
    """
    told = {text: " ".join(_telling(text)) for text in sorted(set(texts))}
    groups: list[list[str]] = []
    for text, plain in told.items():
        near = [group for group in groups if any(_alike(plain, told[other]) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([text, *(other for group in near for other in group)])
    found = [Cluster(_name(group), tuple(sorted(group))) for group in groups if len(group) > 1]
    return sorted(found, key=lambda cluster: (-len(cluster.texts), cluster.name))


def clusters_frame(texts: Sequence[str]) -> pd.DataFrame:
    """List the groups: the words that most texts share, and the texts."""
    return pd.DataFrame(
        [{"Shared words": group.name, "Texts": "; ".join(group.texts)} for group in clusters(texts)],
        columns=["Shared words", "Texts"],
    )


def _telling(text: str) -> list[str]:
    return [word for word in words(text) if word not in LINKING]


def _alike(one: str, other: str) -> bool:
    return token_set_ratio(one, other) >= ALIKE


def _name(texts: Sequence[str]) -> str:
    counts = Counter(word for text in texts for word in set(_telling(text)))
    shared = sorted(counts, key=lambda word: (-counts[word], word))
    return ", ".join(word for word in shared[:NAMED_BY] if counts[word] > 1) or shared[0]
