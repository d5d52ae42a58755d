"""Whether small studies find other effects than large ones, as where dull results stay unpublished."""

import math
from dataclasses import dataclass

from resilience.synthesis.distributions import critical_t, t_above
from resilience.synthesis.effects import Effects
from resilience.synthesis.errors import CannotPool
from resilience.synthesis.projection import project

FEWEST = 10
"""Below this number neither test nor plot says anything. Sterne JAC and others. BMJ 2011;343:d4002."""


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
