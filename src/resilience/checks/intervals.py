"""Do an estimate, its interval and its p-value fit together?"""

from collections.abc import Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem
from resilience.checks.sentences import plainly
from resilience.records.study import Effect
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


def check(corpus: Corpus) -> Iterator[Problem]:
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
