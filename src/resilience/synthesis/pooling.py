"""A pooled effect with its interval, heterogeneity and prediction interval."""

import math
from dataclasses import dataclass
from enum import StrEnum

from .distributions import chi2_above, critical_t, critical_z, normal_above, t_above
from .effects import Effects
from .errors import CannotPool
from .heterogeneity import Method, estimate_tau2
from .projection import Projection, project


class IntervalMethod(StrEnum):
    """How the interval of a pooled effect is made: by Wald, or by Knapp and Hartung."""

    Z = "z"
    KNHA = "knha"


@dataclass(frozen=True)
class Pooled:
    """A pooled effect, in the definitions and units of R metafor; none where a number is not defined."""

    k: int
    method: Method
    interval: IntervalMethod
    estimate: float
    se: float
    ci_low: float
    ci_high: float
    p: float
    tau2: float | None
    """Variance of the true effects between studies."""
    i2: float | None
    """Share of the total variance of a typical study that lies between studies, in percent."""
    h2: float | None
    q: float
    q_p: float
    pi_low: float | None
    """Lower limit of the interval in which the true effect of a new study lies."""
    pi_high: float | None
    notes: tuple[str, ...] = ()


ONE_STUDY = "One study says nothing of differences between studies: its own effect and interval are given."


def pool(
    effects: Effects, method: Method, interval: IntervalMethod = IntervalMethod.Z, exact: bool = False
) -> Pooled:
    """Pool effects; `exact` iterates heterogeneity beyond the point at which R metafor stops.

    Wald interval and prediction interval: Viechtbauer W. Conducting meta-analyses in R with the metafor
    package. J Stat Softw 2010;36(3). Knapp-Hartung interval, not truncated: Knapp G, Hartung J. Stat Med
    2003;22:2693-2710. I2 and H2: Higgins JPT, Thompson SG. Stat Med 2002;21:1539-1558, from tau2 rather than
    Q unless method is FE.
    """
    if interval is IntervalMethod.KNHA and method is Method.FE:
        raise CannotPool(
            "The Knapp-Hartung interval is for methods that allow studies to differ; FE does not."
        )
    if effects.k == 1:
        return _one_study(effects, method, interval)
    found = estimate_tau2(effects, method, exact)
    fit = project(effects, found.tau2)
    scale = knapp_hartung_scale(fit, effects.df) if interval is IntervalMethod.KNHA else 1.0
    se = math.sqrt(scale / fit.total)
    critical = critical_value(interval, effects.df)
    plain = project(effects, 0)
    new = critical * math.sqrt(se * se + found.tau2)
    is_common = method is Method.FE
    i2, h2 = _heterogeneity_shares(effects, plain, found.tau2, is_common)
    return Pooled(
        k=effects.k,
        method=method,
        interval=interval,
        estimate=fit.mean,
        se=se,
        ci_low=fit.mean - critical * se,
        ci_high=fit.mean + critical * se,
        p=p_value(fit.mean / se, interval, effects.df),
        tau2=found.tau2,
        i2=i2,
        h2=h2,
        q=plain.squares,
        q_p=chi2_above(plain.squares, effects.df),
        pi_low=None if is_common else fit.mean - new,
        pi_high=None if is_common else fit.mean + new,
        notes=found.notes,
    )


def knapp_hartung_scale(fit: Projection, df: int) -> float:
    """Give the factor by which Knapp and Hartung change the variance of an estimate; it may be below 1."""
    if fit.squares <= 1e-15:
        raise CannotPool(
            "The effects are all the same, so that a Knapp-Hartung interval would have no width."
        )
    return fit.squares / df


def critical_value(interval: IntervalMethod, df: int) -> float:
    """Give the half-width of a 95% interval in standard errors."""
    return critical_t(df) if interval is IntervalMethod.KNHA else critical_z()


def p_value(statistic: float, interval: IntervalMethod, df: int) -> float:
    """Give the two-sided p-value of an estimate divided by its standard error."""
    return 2 * (
        t_above(abs(statistic), df) if interval is IntervalMethod.KNHA else normal_above(abs(statistic))
    )


def _heterogeneity_shares(
    effects: Effects, plain: Projection, tau2: float, is_common: bool
) -> tuple[float, float]:
    if is_common:
        h2 = plain.squares / effects.df
        return (max(0.0, 100 * (1 - 1 / h2)) if h2 else 0.0), h2
    typical = effects.df / plain.trace
    return 100 * tau2 / (typical + tau2), tau2 / typical + 1


def _one_study(effects: Effects, method: Method, interval: IntervalMethod) -> Pooled:
    # R says that tau2 and I2 are 0 here; nothing in one study says so.
    if interval is IntervalMethod.KNHA:
        raise CannotPool("The Knapp-Hartung interval needs at least two studies.")
    estimate, se = effects.yi[0], math.sqrt(effects.vi[0])
    return Pooled(
        k=1,
        method=method,
        interval=interval,
        estimate=estimate,
        se=se,
        ci_low=estimate - critical_z() * se,
        ci_high=estimate + critical_z() * se,
        p=2 * normal_above(abs(estimate / se)),
        tau2=0.0 if method is Method.FE else None,
        i2=None,
        h2=None,
        q=0.0,
        q_p=1.0,
        pi_low=None,
        pi_high=None,
        notes=(ONE_STUDY,),
    )
