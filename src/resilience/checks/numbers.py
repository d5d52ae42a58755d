"""Can the numbers be true?"""

import math
import re
from collections.abc import Iterator

from ..records.base import Record
from ..records.policy import Figure, Policy
from ..records.study import Effect
from ..records.survey import Estimate, Evaluation, HouseholdSurvey, Wave
from ..records.vocabulary import Metric
from .corpus import Corpus
from .document import Part
from .problem import Code, Problem

_AGAIN = "Look at the source again."

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
E215 = Code(
    "E215",
    "Years the wrong way round",
    "Nothing ends before it starts.",
    "Swap them, or correct one.",
    "year_start: 2019\nyear_end: 2014",
)
E216 = Code(
    "E216",
    "A percentage outside its range",
    "A share of a whole lies between 0 and 100.",
    f"{_AGAIN} A change (increase, return, growth) may go beyond; then say so in the words next to it.",
    "fact: homes with loft insulation\nvalue: 140\nunit: percent",
)
E217 = Code(
    "E217",
    "A count that is not above zero",
    "Nothing was counted; what was not seen is null.",
    "Write null, or the number in the source.",
    "n: 0",
)

_COUNTS = (
    "n",
    "total_n",
    "in_both_waves",
    "households_approx",
    "n_high_deprivation",
    "n_low_deprivation",
    "population",
)
_SHARES = ("men_pct", "women_pct", "response_rate")
_PERCENT = re.compile(r"^(?:%|per ?cent\b|% of\b)", re.IGNORECASE)
_CHANGE = re.compile(
    r"chang|increas|ris|grow|grew|return|more|up\b|higher|above|target|fund|cost|saving|reduc|fall|fell|drop|less|lower",
    re.IGNORECASE,
)
"""Words that say that a percentage is a change or a comparison, which may be above 100 or below 0."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at all numbers."""
    for part in corpus.parts(Effect):
        is_ratio = part.text("metric") in [metric.value for metric in Metric if metric.is_ratio]
        yield from _interval(part, "value", is_ratio)
        yield from _p_value(part)
    for part in corpus.parts(Estimate):
        yield from _interval(part, "estimate", "ratio" in part.text("measure").casefold().split())
        yield from _order(part, "range_low", "range_high")
    for part in corpus.parts(Policy):
        yield from _years(part)
    yield from _percentages(corpus)
    for part in corpus.parts(Record):
        for field in _COUNTS:
            if (count := part.number(field)) is not None and count <= 0:
                yield part.problem(E217, field, f"{field} is {count:g}")


def _interval(part: Part, name: str, is_ratio: bool) -> Iterator[Problem]:
    value, low, high = part.number(name), part.number("ci_low"), part.number("ci_high")
    if is_ratio:
        yield from _ratio(part, name)
    out_of_order = list(_order(part, "ci_low", "ci_high"))
    yield from out_of_order
    if value is None or out_of_order:
        return
    if low is not None and value < low:
        yield part.problem(E213, name, f"the estimate {value:g} is below its lower limit {low:g}")
    elif high is not None and value > high:
        yield part.problem(E213, name, f"the estimate {value:g} is above its upper limit {high:g}")


def _ratio(part: Part, name: str) -> Iterator[Problem]:
    for field in (name, "ci_low", "ci_high"):
        number = part.number(field)
        # A lower limit may be printed as 0.00.
        if number is not None and (number < 0 or (number == 0 and field != "ci_low")):
            yield part.problem(E211, field, f"the ratio is {number:g}")


def _order(part: Part, lower: str, upper: str) -> Iterator[Problem]:
    low, high = part.number(lower), part.number(upper)
    if low is not None and high is not None and low > high:
        yield part.problem(E212, lower, f"the lower limit {low:g} is above the upper {high:g}")


def _p_value(part: Part) -> Iterator[Problem]:
    p = part.number("p")
    if p is not None and not 0 <= p <= 1:
        yield part.problem(E214, "p", f"p is {p:g}")


def _years(part: Part) -> Iterator[Problem]:
    start, end = part.number("year_start"), part.number("year_end")
    if start is not None and end is not None and end < start:
        yield part.problem(E215, "year_end", f"the end {end:.0f} is before the start {start:.0f}")


def _percentages(corpus: Corpus) -> Iterator[Problem]:
    for part in corpus.parts(Figure):
        if _PERCENT.match(part.text("unit")) and not _CHANGE.search(
            f"{part.text('fact')} {part.text('unit')}"
        ):
            yield from _share(part, "value")
    for part in corpus.parts(Effect):
        if part.text("metric") == Metric.PERCENTAGE_POINT:
            yield from _share(part, "value", -100)
    for model in (Wave, Evaluation, HouseholdSurvey):
        for part in corpus.parts(model):
            for field in _SHARES:
                yield from _share(part, field)


def _share(part: Part, field: str, least: float = 0) -> Iterator[Problem]:
    share = part.number(field)
    if share is not None and not (math.isfinite(share) and least <= share <= 100):
        yield part.problem(E216, field, f"{share:g} percent is outside {least:g} to 100")
