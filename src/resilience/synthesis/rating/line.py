"""One line of evidence: studies of a kind, what share of them points to benefit, and the level that gives."""

from collections.abc import Sequence
from dataclasses import dataclass

from .facts import (
    BENEFIT,
    EARLY,
    HARM,
    MIXED,
    NO_DIFFERENCE,
    NONE,
    NOT_SUPPORTED,
    PROMISING,
    STRONG,
    TRIAL,
    UNCLEAR,
    Rules,
    StudyFacts,
)


@dataclass(frozen=True)
class Line:
    """Studies of a kind whose direction is clear, and what they say by themselves."""

    name: str
    studies: tuple[StudyFacts, ...]
    level: str
    why: str
    """A sentence."""

    @property
    def benefit(self) -> int:
        """Count those that point to benefit."""
        return sum(study.direction == BENEFIT for study in self.studies)


def read_line(name: str, studies: Sequence[StudyFacts], rules: Rules, *, trials_asked: bool) -> Line:
    """Read one line of evidence; `name` says in the plural what it holds."""
    clear = tuple(study for study in studies if study.direction != UNCLEAR)
    level, because = _level(clear, rules, trials_asked)
    if not clear:
        return Line(name, clear, level, f"No {name} with a clear result are on record.")
    benefit = sum(study.direction == BENEFIT for study in clear)
    return Line(name, clear, level, f"{benefit} of {len(clear)} {name} point to benefit: {because}.")


def _level(clear: Sequence[StudyFacts], rules: Rules, trials_asked: bool) -> tuple[str, str]:
    """Give the level and, as a clause, the rule that gives it."""
    number = len(clear)
    if not number:
        return NONE, "there are none"
    benefit = _share(clear, {BENEFIT})
    trials = sum(study.tier == TRIAL for study in clear)
    few, good, bad = rules.promising, rules.strong, rules.not_supported
    if number >= bad.studies and _share(clear, {NO_DIFFERENCE, HARM}) >= bad.share:
        return NOT_SUPPORTED, f"at least {bad.share:g} in 100 find no difference or harm"
    if number < few.studies:
        return EARLY, f"fewer than {few.studies} are too few to go by"
    enough_trials = not trials_asked or trials >= good.trials
    if number >= good.studies and enough_trials and benefit >= good.share:
        with_trials = f", {trials} of them trials" if trials_asked else ""
        return STRONG, f"at least {good.share:g} in 100, among at least {good.studies}{with_trials}"
    if benefit >= few.share:
        return PROMISING, f"at least {few.share:g} in 100, among at least {few.studies}"
    return MIXED, f"fewer than {few.share:g} in 100"


def _share(studies: Sequence[StudyFacts], directions: set[str]) -> float:
    return 100 * sum(study.direction in directions for study in studies) / len(studies)
