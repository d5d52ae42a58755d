"""Estimators of heterogeneity: in closed form, and step by step to where R metafor 3.8 stops by default.

Closed forms set Q or a variance equal to what it is on average, and give tau2 before it is cut off at zero.
Formulas as in Viechtbauer W. Bias and efficiency of meta-analytic variance estimators in the random-effects
model. J Educ Behav Stat 2005;30:261-293; of Sidik and Jonkman (2005) and of Hunter and Schmidt as R metafor
has them.

R stops when a step is below 0.00001, so its last digits are not those of the solution. A reader who runs R on
our data must find our digits, so the same steps are taken here; `heterogeneity` decides whether they went far
enough.
"""

from statistics import fmean, median, pvariance

from resilience.synthesis.effects import Effects
from resilience.synthesis.likelihood import log_likelihood
from resilience.synthesis.projection import dot, fit_plainly, project
from resilience.synthesis.roots import EPSILON, root

SMALL_STEP = 1e-5
STEPS = 100
TOLERANCE = EPSILON**0.25
FURTHEST = 100.0


def dersimonian_laird(effects: Effects) -> float:
    """Estimate tau2 from Cochran's Q. DerSimonian R, Laird N. Control Clin Trials 1986;7:177-188."""
    fit = project(effects, 0)
    return (fit.squares - effects.df) / fit.trace


def hunter_schmidt(effects: Effects) -> float:
    """Estimate tau2 from Q without regard to degrees of freedom. Hunter JE, Schmidt FL, 1990."""
    fit = project(effects, 0)
    return (fit.squares - effects.k) / fit.total


def hedges(effects: Effects) -> float:
    """Estimate tau2 from the plain variance of the effects. Hedges LV, Olkin I, 1985, chapter 9."""
    fit = fit_plainly(effects)
    free = [1 - 1 / effects.k] * effects.k
    if fit.line:
        free = [part - z * z / fit.line.spread for part, z in zip(free, fit.line.centred, strict=True)]
    return (fit.squares - dot(effects.vi, free)) / effects.df


def sidik_jonkman(effects: Effects) -> float:
    """Estimate tau2 by weights from a rough first guess. Sidik K, Jonkman JN. Appl Stat 2005;54:367-384."""
    guess = pvariance(effects.yi, fmean(effects.yi))
    if guess == 0:
        return 0.0
    return guess * project(effects, guess).squares / effects.df


def paule_mandel_like_r(effects: Effects) -> float | None:
    """Give the Paule-Mandel estimate as R's `uniroot` leaves it; none where R finds none."""
    middle = median(effects.yi)
    spread = 1.4826 * median(abs(effect - middle) for effect in effects.yi)
    furthest = max(FURTHEST, 10 * spread**2)

    def excess(tau2: float) -> float:
        return project(effects, tau2).squares - effects.df

    if excess(0) < 0:
        return 0.0
    return None if excess(furthest) > 0 else root(excess, 0.0, furthest, TOLERANCE)


def fisher_scoring_like_r(effects: Effects, method: str) -> float | None:
    """Take Fisher's scoring steps for REML, ML or EB as R does; none where R finds no end.

    Raudenbush SW. Analyzing effect sizes: random-effects models. In: Cooper H and others (eds). The handbook
    of research synthesis and meta-analysis, 2009; Viechtbauer 2005 (see `projection`).
    """
    tau2 = max(0.0, hedges(effects))
    for _ in range(STEPS):
        step = _scoring_step(effects, tau2, method)
        while tau2 + step < 0:
            step /= 2
        tau2 += step
        if abs(step) <= SMALL_STEP:
            return _zero_if_better(effects, tau2, method)
    return None


def _scoring_step(effects: Effects, tau2: float, method: str) -> float:
    fit = project(effects, tau2)
    if method == "EB":
        return (fit.squares * effects.k / effects.df - effects.k) / fit.total
    if method == "REML":
        return (fit.squares_by_weight - fit.trace) / fit.trace_of_square
    return (fit.squares_by_weight - fit.total) / dot(fit.weights, fit.weights)


def _zero_if_better(effects: Effects, tau2: float, method: str) -> float:
    if method == "EB" or tau2 <= SMALL_STEP:
        return tau2
    restricted = method == "REML"
    gain = log_likelihood(effects, 0, restricted) - log_likelihood(effects, tau2, restricted)
    return 0.0 if gain > TOLERANCE else tau2
