"""Do two records describe one work?"""

from typing import NamedTuple

from resilience.duplicates.against import AGAINST
from resilience.duplicates.entry import Entry
from resilience.duplicates.in_doubt import IN_DOUBT
from resilience.duplicates.in_favour import BEFORE_ALL, IN_FAVOUR
from resilience.duplicates.likeness import Likeness, compare
from resilience.duplicates.prepared import Prepared, prepare

RULES = (
    *((rule, "same") for rule in BEFORE_ALL),
    *((rule, "different") for rule in AGAINST),
    *((rule, "same") for rule in IN_FAVOUR),
    *((rule, "maybe") for rule in IN_DOUBT),
)
"""In their order: those against come before those in favour, two named exceptions before both."""


class Verdict(NamedTuple):
    """What was decided of two records."""

    outcome: str
    """`same`, `maybe` or `different`."""
    why: str
    """A sentence."""
    rule: str
    """The name of the rule that decided."""


def judge(one: Entry, other: Entry) -> Verdict:
    """Decide whether two records describe one work; the order of the two makes no difference."""
    return verdict(prepare(one), prepare(other))


def verdict(one: Prepared, other: Prepared) -> Verdict:
    """Decide whether two prepared records describe one work."""
    first, second = sorted((one, other), key=_by_text)
    like = compare(first, second)
    for rule, outcome in RULES:
        if why := rule(first, second, like):
            return Verdict(outcome, why, rule.__name__)
    return Verdict("different", _nothing(like), "nothing_alike")


def _by_text(one: Prepared) -> tuple[str, str, str, str, tuple[int, int, bool], int, str]:
    return one.title, one.initials, one.journal, one.doi, one.pages, one.year, one.volume


def _nothing(like: Likeness) -> str:
    return f"Too little is alike: titles to {like.title:.0f} of 100."
