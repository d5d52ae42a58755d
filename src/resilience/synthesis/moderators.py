"""Whether a feature of the studies goes with the size of their effects: groups, or a line on a number."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from resilience.synthesis.distributions import chi2_above
from resilience.synthesis.effects import CannotPool, Effects
from resilience.synthesis.heterogeneity import Method, estimate_tau2
from resilience.synthesis.pooling import IntervalMethod, Pooled, critical_value, p_value, pool, variance_scale
from resilience.synthesis.projection import project


@dataclass(frozen=True)
class Coefficient:
    """A coefficient of a regression."""

    estimate: float
    se: float
    ci_low: float
    ci_high: float
    p: float


@dataclass(frozen=True)
class Regression:
    """A mixed-effects regression of effects on one number a study."""

    k: int
    intercept: Coefficient
    slope: Coefficient
    tau2: float
    """Variance between studies that the moderator leaves unexplained."""
    i2: float
    r2: float | None
    """Share of tau2 that the moderator explains, in percent; none where there is none to explain."""
    q: float
    q_p: float
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Subgroups:
    """Groups pooled apart, and a test whether they differ."""

    groups: dict[str, Pooled]
    q_between: float
    df: int
    p: float


def regress(
    effects: Effects,
    moderator: Sequence[float],
    method: Method,
    interval: IntervalMethod = IntervalMethod.Z,
    exact: bool = False,
) -> Regression:
    """Fit a line on a moderator, with heterogeneity around it.

    Raudenbush SW. Analyzing effect sizes: random-effects models. In: Cooper H and others (eds), 2009; R2 as
    there. Knapp G, Hartung J. Improved tests for a random effects meta-regression with a single covariate.
    Stat Med 2003;22:2693-2710.
    """
    if effects.k < 3:
        raise CannotPool("A line through the effects needs at least three studies.")
    if method is Method.FE:
        raise CannotPool(
            "A line through the effects is for methods that allow studies to differ; FE does not."
        )
    model = replace(effects, moderator=tuple(map(float, moderator)))
    found = estimate_tau2(model, method, exact)
    fit, plain = project(model, found.tau2), project(model, 0)
    assert fit.line
    scale = variance_scale(interval, fit, model.df)
    slope_variance = scale / fit.line.spread
    intercept_variance = scale / fit.total + slope_variance * fit.line.centre**2
    intercept = fit.mean - fit.line.slope * fit.line.centre
    typical = model.df / plain.trace
    alone = estimate_tau2(effects, method, exact).tau2
    return Regression(
        k=model.k,
        intercept=_coefficient(intercept, intercept_variance, interval, model.df),
        slope=_coefficient(fit.line.slope, slope_variance, interval, model.df),
        tau2=found.tau2,
        i2=100 * found.tau2 / (typical + found.tau2),
        r2=max(0.0, 100 * (alone - found.tau2) / alone) if alone else None,
        q=plain.squares,
        q_p=chi2_above(plain.squares, model.df),
        notes=found.notes,
    )


def subgroups(
    effects: Effects,
    labels: Sequence[str],
    method: Method,
    interval: IntervalMethod = IntervalMethod.Z,
    exact: bool = False,
) -> Subgroups:
    """Pool each group with its own heterogeneity, and compare the pooled effects by a Q-test.

    Borenstein M and others. Introduction to meta-analysis. Wiley, 2009, chapter 19.
    """
    if len(labels) != effects.k:
        raise CannotPool("Each effect needs one group.")
    places: dict[str, list[int]] = {}
    for place, label in enumerate(labels):
        places.setdefault(label, []).append(place)
    if len(places) < 2:
        raise CannotPool("There is only one group, so there is nothing to compare.")
    groups = {
        label: pool(effects.chosen(chosen), method, interval, exact) for label, chosen in places.items()
    }
    between, df = _q_between(groups)
    return Subgroups(groups, between, df, chi2_above(between, df))


def _q_between(groups: Mapping[str, Pooled]) -> tuple[float, int]:
    pooled = groups.values()
    if any(group.tau2 is None for group in pooled):
        raise CannotPool(
            "A group of one study has no heterogeneity of its own, so groups cannot be compared."
        )
    means = Effects.of([group.estimate for group in pooled], [group.se**2 for group in pooled])
    return project(means, 0).squares, means.df


def _coefficient(estimate: float, variance: float, interval: IntervalMethod, df: int) -> Coefficient:
    se = math.sqrt(variance)
    half = critical_value(interval, df) * se
    return Coefficient(estimate, se, estimate - half, estimate + half, p_value(estimate / se, interval, df))
