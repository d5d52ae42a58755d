"""How a pooled effect hangs on single studies, and whether small ones find other effects than large ones."""

import math
from dataclasses import dataclass

from resilience.synthesis.distributions import critical_t, t_above
from resilience.synthesis.effects import CannotPool, Effects
from resilience.synthesis.heterogeneity import Method
from resilience.synthesis.pooling import IntervalMethod, Pooled, pool
from resilience.synthesis.projection import project

FEWEST = 10
"""Below this number neither test nor plot says anything. Sterne JAC and others. BMJ 2011;343:d4002."""


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


def _refuse_few(effects: Effects, interval: IntervalMethod) -> None:
    fewest = 2 if interval is IntervalMethod.Z else 3
    if effects.k < fewest:
        raise CannotPool(f"Leaving studies out needs at least {fewest} studies.")


@dataclass(frozen=True)
class Asymmetry:
    """Egger's test of a funnel plot."""

    k: int
    slope: float
    """How much the effect grows with its standard error; 0 in an even funnel."""
    t: float
    df: int
    p: float
    limit: float
    """The effect that a study of endless size would have, with its 95% interval."""
    limit_low: float
    limit_high: float


def egger(effects: Effects, fewest: int = FEWEST) -> Asymmetry:
    """Regress effects on their standard errors, with weights 1 / v and a common factor of dispersion.

    Egger M and others. Bias in meta-analysis detected by a simple, graphical test. BMJ 1997;315:629-634. Same
    as R's `regtest(model="lm")`; its mixed-effects variant is `regress` on the standard errors. Raises
    CannotPool below `fewest` studies, of which the arithmetic needs three.
    """
    if effects.k < max(fewest, 3):
        raise CannotPool(f"Egger's test is not done with fewer than {max(fewest, 3)} studies.")
    if min(effects.vi) == max(effects.vi):
        raise CannotPool("All studies are equally exact, so small ones cannot be told from large ones.")
    errors = tuple(math.sqrt(variance) for variance in effects.vi)
    model = Effects(effects.yi, effects.vi, errors)
    fit = project(model, 0)
    assert fit.line
    dispersion = fit.squares / model.df
    if dispersion <= 1e-15:
        raise CannotPool("The effects lie on a line, so that the test would have no error.")
    t = fit.line.slope / math.sqrt(dispersion / fit.line.spread)
    limit = fit.mean - fit.line.slope * fit.line.centre
    limit_se = math.sqrt(dispersion * (1 / fit.total + fit.line.centre**2 / fit.line.spread))
    half = critical_t(model.df) * limit_se
    return Asymmetry(
        k=effects.k,
        slope=fit.line.slope,
        t=t,
        df=model.df,
        p=2 * t_above(abs(t), model.df),
        limit=limit,
        limit_low=limit - half,
        limit_high=limit + half,
    )
