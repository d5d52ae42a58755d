"""A pooled effect with its interval, heterogeneity and prediction interval."""

import math
from dataclasses import dataclass
from enum import StrEnum

from resilience.synthesis.distributions import chi2_above, critical_t, critical_z, normal_above, t_above
from resilience.synthesis.effects import CannotPool, Effects
from resilience.synthesis.heterogeneity import Method, estimate_tau2
from resilience.synthesis.projection import Projection, project


class IntervalMethod(StrEnum):
    """How the interval of a pooled effect is made, by the names of R metafor.

    By Wald; by Knapp and Hartung; or as theirs, but never narrower than Wald's and so than that of a common
    effect: Röver C, Knapp G, Friede T. Hartung-Knapp-Sidik-Jonkman approach and its modification for
    random-effects meta-analysis with few studies. BMC Med Res Methodol 2015;15:99.
    """

    Z = "z"
    KNHA = "knha"
    ADHOC = "adhoc"


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
    """Lower limit of the prediction interval as R gives it: by z, or by t with k - 1 with Knapp-Hartung."""
    pi_high: float | None
    new_low: float | None
    """Lower limit of the interval in which the true effect of a new study lies, by t with k - 2."""
    new_high: float | None
    notes: tuple[str, ...] = ()


ONE_STUDY = "One study says nothing of differences between studies: its own effect and interval are given."
NARROWER = (
    "The Knapp-Hartung interval is narrower than the Wald interval of a common effect, because the effects "
    "differ less than chance alone would have them; the modified one (adhoc) never is."
)


def pool(
    effects: Effects, method: Method, interval: IntervalMethod = IntervalMethod.Z, exact: bool = False
) -> Pooled:
    """Pool effects; `exact` iterates heterogeneity beyond the point at which R metafor stops.

    Wald interval and prediction interval: Viechtbauer W. Conducting meta-analyses in R with the metafor
    package. J Stat Softw 2010;36(3). Knapp-Hartung interval, not truncated: Knapp G, Hartung J. Stat Med
    2003;22:2693-2710; a note says where it is narrower than that of a common effect. Interval of a new study
    by t with k - 2 and the Wald standard error: Higgins JPT, Thompson SG, Spiegelhalter DJ. J R Stat Soc A
    2009;172:137-159, and Riley RD, Higgins JPT, Deeks JJ. BMJ 2011;342:d549; none for two studies. I2 and H2:
    Higgins JPT, Thompson SG. Stat Med 2002;21:1539-1558, from tau2 rather than Q unless method is FE.
    """
    if interval is not IntervalMethod.Z and method is Method.FE:
        raise CannotPool(
            "The Knapp-Hartung interval is for methods that allow studies to differ; FE does not. "
            "Take the Wald interval."
        )
    if effects.k == 1:
        return _one_study(effects, method, interval)
    found = estimate_tau2(effects, method, exact)
    fit = project(effects, found.tau2)
    se = math.sqrt(variance_scale(interval, fit, effects.df) / fit.total)
    critical = critical_value(interval, effects.df)
    plain = project(effects, 0)
    reach = critical * math.sqrt(se * se + found.tau2)
    new = _reach_of_new(fit, found.tau2, effects.df)
    narrower = interval is IntervalMethod.KNHA and critical * se < critical_z() / math.sqrt(plain.total)
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
        pi_low=None if is_common else fit.mean - reach,
        pi_high=None if is_common else fit.mean + reach,
        new_low=None if is_common or new is None else fit.mean - new,
        new_high=None if is_common or new is None else fit.mean + new,
        notes=(*found.notes, NARROWER) if narrower else found.notes,
    )


def variance_scale(interval: IntervalMethod, fit: Projection, df: int) -> float:
    """Give the factor by which a kind of interval changes the variance of an estimate.

    Raises CannotPool where Knapp's and Hartung's, which may be below 1, would be 0.
    """
    if interval is IntervalMethod.Z:
        return 1.0
    if interval is IntervalMethod.ADHOC:
        return max(1.0, fit.squares / df)
    if fit.squares <= 1e-15:
        raise CannotPool(
            "The effects are all the same, so that a Knapp-Hartung interval would have no width."
        )
    return fit.squares / df


def critical_value(interval: IntervalMethod, df: int) -> float:
    """Give the half-width of a 95% interval in standard errors."""
    return critical_z() if interval is IntervalMethod.Z else critical_t(df)


def p_value(statistic: float, interval: IntervalMethod, df: int) -> float:
    """Give the two-sided p-value of an estimate divided by its standard error."""
    return 2 * (normal_above(abs(statistic)) if interval is IntervalMethod.Z else t_above(abs(statistic), df))


def _reach_of_new(fit: Projection, tau2: float, df: int) -> float | None:
    """Give how far a new study may lie from the mean; none where no degree of freedom is left for it."""
    return critical_t(df - 1) * math.sqrt(1 / fit.total + tau2) if df > 1 else None


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
    if interval is not IntervalMethod.Z:
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
        new_low=None,
        new_high=None,
        notes=(ONE_STUDY,),
    )
