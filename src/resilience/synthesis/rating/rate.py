"""The level of evidence for an activity, with every rule that was looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from .caps import cautions, lower
from .facts import (
    ASSOCIATION,
    CONTROLLED,
    EARLY,
    MIXED,
    NONE,
    NOT_SUPPORTED,
    OTHER,
    PROMISING,
    REVIEW,
    STRONG,
    TRIAL,
    UNCLEAR,
    Rules,
    StudyFacts,
)
from .line import Line, read_line

CAREFUL = (STRONG, PROMISING, MIXED)
"""From bold to careful: where two lines differ, the more careful stands."""
DECIDED = frozenset({STRONG, PROMISING, MIXED, NOT_SUPPORTED})


@dataclass(frozen=True)
class Step:
    """One rule that was looked at: whether it changed the level, a sentence, and the studies it rests on."""

    rule: str
    fired: bool
    sentence: str
    keys: tuple[str, ...]
    level: str
    """The level after this rule."""


@dataclass(frozen=True)
class Rating:
    """A level and how it came about."""

    level: str
    steps: tuple[Step, ...]

    @property
    def fired(self) -> tuple[str, ...]:
        """Name the rules that changed the level, in order."""
        return tuple(step.rule for step in self.steps if step.fired)


def rate(studies: Sequence[StudyFacts], rules: Rules) -> Rating:
    """Rate the evidence; the order of the studies does not matter."""
    ordered = sorted(studies, key=lambda study: study.key)
    primary = read_line(
        "controlled studies",
        [study for study in ordered if study.tier in (TRIAL, CONTROLLED)],
        rules,
        trials_asked=True,
    )
    reviews = read_line(
        "reviews", [study for study in ordered if study.tier == REVIEW], rules, trials_asked=False
    )
    steps = [_line_step("controlled", primary), _line_step("reviews", reviews)]
    joined = _joined(primary, reviews)
    steps += [joined, _beside(ordered, joined.level)]
    if joined.level in DECIDED:
        steps += _capped(_deciding(primary, reviews), joined.level, rules)
    return Rating(steps[-1].level, tuple(steps))


def _line_step(rule: str, line: Line) -> Step:
    return Step(rule, bool(line.studies), line.why, tuple(study.key for study in line.studies), line.level)


def _joined(primary: Line, reviews: Line) -> Step:
    keys = tuple(study.key for study in (*primary.studies, *reviews.studies))
    say, level = _join(primary.level, reviews.level)
    return Step("joined", level != primary.level, say, keys, level)


def _join(primary: str, reviews: str) -> tuple[str, str]:
    """Join what two lines say: a sentence and the level."""
    decided = [level for level in (primary, reviews) if level in DECIDED]
    if not decided:
        level = EARLY if EARLY in (primary, reviews) else NONE
        return "Neither line has enough to go by." if level == EARLY else "Neither line has a study.", level
    if len(decided) == 1:
        line = "controlled studies" if primary in DECIDED else "reviews"
        return f"Only the {line} are enough to go by.", decided[0]
    if primary == reviews:
        return "Both lines say the same.", primary
    if NOT_SUPPORTED in decided:
        return "One line finds no benefit and the other does not say so: the lines disagree.", MIXED
    return "Where the lines differ, the more careful one stands.", max(decided, key=CAREFUL.index)


def _deciding(primary: Line, reviews: Line) -> list[StudyFacts]:
    return [study for line in (primary, reviews) if line.level in DECIDED for study in line.studies]


def _beside(studies: Sequence[StudyFacts], level: str) -> Step:
    """Let studies that can't tell what changed what lift a type from none to early, and no higher."""
    beside = [study for study in studies if study.tier in (ASSOCIATION, OTHER)]
    with_result = tuple(study.key for study in beside if study.direction != UNCLEAR)
    if not with_result:
        return Step("beside", False, "No other studies have a clear result.", (), level)
    say = f"Other studies with a result, which can't tell what changed what: {len(with_result)}."
    return Step("beside", level == NONE, say, with_result, EARLY if level == NONE else level)


def _capped(deciding: Sequence[StudyFacts], level: str, rules: Rules) -> list[Step]:
    steps = []
    for caution in cautions(deciding):
        cap = rules.caps.get(caution.name)
        after = lower(level, cap) if caution.holds and cap else level
        steps.append(Step(caution.name, after != level, caution.sentence, caution.keys, after))
        level = after
    return steps
