"""How a pooled effect hangs on single studies, and how it came about over time."""

from resilience.synthesis.effects import Effects
from resilience.synthesis.errors import CannotPool
from resilience.synthesis.heterogeneity import Method
from resilience.synthesis.pooling import IntervalMethod, Pooled, pool


def leave_one_out(
    effects: Effects, method: Method, interval: IntervalMethod = IntervalMethod.Z, exact: bool = False
) -> list[Pooled]:
    """Pool again without each study in turn.

    Viechtbauer W, Cheung MWL. Outlier and influence diagnostics for meta-analysis. Res Synth Methods
    2010;1:112-125.
    """
    _refuse_few(effects, interval)
    places = range(effects.k)
    return [
        pool(effects.chosen([i for i in places if i != left_out]), method, interval, exact)
        for left_out in places
    ]


def cumulative(
    effects: Effects, method: Method, interval: IntervalMethod = IntervalMethod.Z, exact: bool = False
) -> list[Pooled | None]:
    """Pool the first study, the first two, and so on; none where too few stand for the test asked for.

    Lau J and others. Cumulative meta-analysis of therapeutic trials for myocardial infarction. N Engl J Med
    1992;327:248-254.
    """
    _refuse_few(effects, interval)
    first = 1 if interval is IntervalMethod.Z else 2
    return [
        pool(effects.chosen(range(k)), method, interval, exact) if k >= first else None
        for k in range(1, effects.k + 1)
    ]


def _refuse_few(effects: Effects, interval: IntervalMethod) -> None:
    fewest = 2 if interval is IntervalMethod.Z else 3
    if effects.k < fewest:
        raise CannotPool(f"Leaving studies out needs at least {fewest} studies.")
