"""Can the number of a result be true: its limits and p-value, its size, its metric?"""

import re
from collections.abc import Iterator
from math import log

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem, plainly, shortened
from resilience.records.study import Effect, Outcome
from resilience.records.survey import Estimate
from resilience.records.vocabulary import Metric

E211 = Code(
    "E211",
    "A ratio that is not above zero",
    "Odds, risk, hazard and rate ratios are above zero.",
    "Give the ratio itself, not its logarithm or a percentage, or change the metric.",
    "metric: OR\nvalue: -0.3",
)
E212 = Code(
    "E212",
    "Limits the wrong way round",
    "The lower limit of an interval can't be above the upper one.",
    "Swap them, or check the sign.",
    "ci_low: 0.4\nci_high: 0.1",
)
E213 = Code(
    "E213",
    "An estimate outside its interval",
    "A confidence interval holds its estimate.",
    "Check sign and decimal point; all three must be on one scale.",
    "value: 0.5\nci_low: 0.6\nci_high: 0.9",
)
E214 = Code(
    "E214",
    "A p-value outside 0 to 1",
    "A p-value is a probability.",
    "Write 5% as 0.05.",
    "p: 5",
)
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
W229 = Code(
    "W229",
    "A count that is not called one",
    "A number of homes or deaths is no effect, and pages must not set it beside effects.",
    "Write `metric: count`; where counts were compared, say in `note` that it is a difference.",
    "metric: other\nunit: homes made safe",
)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at each effect and estimate."""
    yield from _intervals(corpus)
    yield from _magnitudes(corpus)
    yield from _metrics(corpus)


def _intervals(corpus: Corpus) -> Iterator[Problem]:
    """Look at the effects of studies and at the estimates of the survey."""
    for part in corpus.parts(Effect):
        is_ratio = part.text("metric") in [metric.value for metric in Metric if metric.is_ratio]
        yield from _interval(part, "value", is_ratio)
        yield from _p_value(part)
    for part in corpus.parts(Estimate):
        yield from _interval(part, "estimate", "ratio" in part.text("measure").casefold().split())
        yield from _order(part, "range_low", "range_high")


def _interval(part: Part, name: str, is_ratio: bool) -> Iterator[Problem]:
    value, low, high = part.number(name), part.number("ci_low"), part.number("ci_high")
    if is_ratio:
        yield from _ratio(part, name)
    out_of_order = list(_order(part, "ci_low", "ci_high"))
    yield from out_of_order
    if value is None or out_of_order:
        return
    if low is not None and value < low:
        yield part.problem(
            E213, name, f"the estimate {plainly(value)} is below its lower limit {plainly(low)}"
        )
    elif high is not None and value > high:
        yield part.problem(
            E213, name, f"the estimate {plainly(value)} is above its upper limit {plainly(high)}"
        )


def _ratio(part: Part, name: str) -> Iterator[Problem]:
    for field in (name, "ci_low", "ci_high"):
        number = part.number(field)
        # A lower limit may be printed as 0.00.
        if number is not None and (number < 0 or (number == 0 and field != "ci_low")):
            yield part.problem(E211, field, f"the ratio is {plainly(number)}")


def _order(part: Part, lower: str, upper: str) -> Iterator[Problem]:
    low, high = part.number(lower), part.number(upper)
    if low is not None and high is not None and low > high:
        yield part.problem(E212, lower, f"the lower limit {plainly(low)} is above the upper {plainly(high)}")


def _p_value(part: Part) -> Iterator[Problem]:
    p = part.number("p")
    if p is not None and not 0 <= p <= 1:
        yield part.problem(E214, "p", f"p is {plainly(p)}")


_LEAST, _MOST = 0.05, 20
_LOPSIDED = 1.5
_ROUNDING = 0.006
"""Half a unit of the second decimal, in which most intervals are printed."""


_PER_CENT = re.compile(r"(?:^|[,;(] ?|\bin )(?:%|per ?cent)\)?$", re.IGNORECASE)
_RATIOS = tuple(metric.value for metric in Metric if metric.is_ratio)
_DIFFERENCES = (Metric.SMD, Metric.MD, Metric.BETA, Metric.PERCENTAGE_POINT)


def _magnitudes(corpus: Corpus) -> Iterator[Problem]:
    """Look at the size of each effect; a note on the result says that somebody has looked."""
    for part in corpus.parts(Outcome):
        if part.text("note"):
            continue
        effect = part.inside("effect")
        metric = effect.text("metric")
        if metric in _RATIOS:
            yield from _size_of_ratio(part, effect)
        if metric in _RATIOS or metric in _DIFFERENCES:
            yield from _lopsided(effect, is_ratio=metric in _RATIOS)


def _size_of_ratio(part: Part, effect: Part) -> Iterator[Problem]:
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


_COUNTED = re.compile(
    r"^(?:number of |new |extra |fewer |more |preventable )?(?:homes|houses|dwellings|households|buildings"
    r"|deaths|births|people|persons|residents|tenants|members|clients|victims|patients|carers|volunteers"
    r"|families|children|pupils|adults|women|men|jobs|employees|workers|businesses|firms|shops|admissions"
    r"|prescriptions|visits|falls|crimes|incidents|suicides|cases|days|interventions|studies|schemes)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"%|\bper ?cent\b", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:difference|fewer|coefficient)\b", re.IGNORECASE)
"""Words of a note that say that counts were compared, so that the number is an effect."""


def _metrics(corpus: Corpus) -> Iterator[Problem]:
    """Look at each result whose metric is none of the list."""
    for part in corpus.parts(Outcome):
        effect = part.inside("effect")
        words = (part.text("measure"), part.text("unit"))
        if effect.text("metric") != Metric.OTHER or any(map(_SHARE.search, words)):
            continue
        if _COMPARED.search(part.text("note")):
            continue
        for match in filter(None, map(_COUNTED.search, words)):
            yield effect.problem(
                W229, "metric", f"{shortened(match[0].lower())} are counted, and the metric is other"
            )
            break
