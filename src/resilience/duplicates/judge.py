"""Do two records describe one work?"""

import re
from typing import NamedTuple

from rapidfuzz import fuzz

from resilience.duplicates.entry import Entry


class Verdict(NamedTuple):
    """What was decided of two records."""

    outcome: str
    """`same`, `maybe` or `different`."""
    why: str
    """A sentence."""


def judge(one: Entry, other: Entry) -> Verdict:
    """Decide whether two records describe one work; the order of the two makes no difference."""
    likeness = fuzz.ratio(_plain(one.title), _plain(other.title))
    dois = {entry.doi.casefold() for entry in (one, other) if entry.doi}
    if len(dois) == 2:
        return Verdict("different", "Their DOIs differ.")
    if likeness >= 95 and (len(dois) == 1 and one.doi and other.doi):
        return Verdict("same", "They have one DOI and one title.")
    if likeness >= 97 and one.year == other.year and _family(one) == _family(other):
        return Verdict("same", "Title, year and first author agree.")
    if likeness >= 90:
        return Verdict("maybe", "The titles are alike, and nothing else settles it.")
    return Verdict("different", "The titles differ.")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _family(entry: Entry) -> str:
    return _plain(entry.authors[0].split(",")[0]) if entry.authors else ""
