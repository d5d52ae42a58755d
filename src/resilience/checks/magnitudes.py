"""Can a number be on the scale that its metric says?"""

import re
from collections.abc import Iterator
from math import log

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem
from resilience.checks.sentences import plainly
from resilience.records.study import Outcome
from resilience.records.vocabulary import Metric

_NOTE = "Look at the source again; where it is as printed, say so in `note`."

W226 = Code(
    "W226",
    "A ratio that is hardly possible",
    "Ratios of neighbourhood activities lie between 0.05 and 20; a per cent or a logarithm may stand here.",
    f"Give 15 per cent less as 0.85. {_NOTE}",
    "metric: RR\nvalue: 85",
)
W227 = Code(
    "W227",
    "A ratio that speaks of per cent",
    "A percentage is no ratio, and the two are read in opposite ways.",
    f"Choose another metric, or name the measure without per cent. {_NOTE}",
    "measure: change in falls, %\nmetric: RR",
)
W228 = Code(
    "W228",
    "An interval much longer on one side",
    "An interval is even on its own scale; a lopsided one has a slip of a digit or a sign, or another scale.",
    f"Check sign and decimal point, and whether a ratio stands as a logarithm. {_NOTE}",
    "metric: SMD\nvalue: -0.5\nci_low: -0.6\nci_high: 0.6",
)

_LEAST, _MOST = 0.05, 20
_LOPSIDED = 1.5
_ROUNDING = 0.006
"""Half a unit of the second decimal, in which most intervals are printed."""
_PER_CENT = re.compile(r"(?:^|[,;(] ?|\bin )(?:%|per ?cent)\)?$", re.IGNORECASE)
_RATIOS = tuple(metric.value for metric in Metric if metric.is_ratio)
_DIFFERENCES = (Metric.SMD, Metric.MD, Metric.BETA, Metric.PERCENTAGE_POINT)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at the size of each effect; a note on the result says that somebody has looked."""
    for part in corpus.parts(Outcome):
        if part.text("note"):
            continue
        effect = part.inside("effect")
        metric = effect.text("metric")
        if metric in _RATIOS:
            yield from _ratio(part, effect)
        if metric in _RATIOS or metric in _DIFFERENCES:
            yield from _lopsided(effect, is_ratio=metric in _RATIOS)


def _ratio(part: Part, effect: Part) -> Iterator[Problem]:
    value = effect.number("value")
    if value is not None and value > 0 and not _LEAST <= value <= _MOST:
        yield effect.problem(W226, "value", f"the ratio is {plainly(value)}")
    elif value is not None and any(_PER_CENT.search(part.text(field)) for field in ("measure", "unit")):
        yield part.problem(W227, "measure", f"the measure speaks of per cent, the ratio is {plainly(value)}")


def _lopsided(effect: Part, *, is_ratio: bool) -> Iterator[Problem]:
    low, value, high = (effect.number(field) for field in ("ci_low", "value", "ci_high"))
    if low is None or value is None or high is None or not low < value < high or (is_ratio and low <= 0):
        return
    below, above = (log(value / low), log(high / value)) if is_ratio else (value - low, high - value)
    slack = _ROUNDING / value if is_ratio else _ROUNDING
    longer, shorter = max(below, above), min(below, above)
    if longer - slack > _LOPSIDED * (shorter + slack):
        message = (
            f"the interval {plainly(low)} to {plainly(high)} is much longer on one side of {plainly(value)}"
        )
        yield effect.problem(W228, "ci_low", message)
