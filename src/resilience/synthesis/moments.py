"""Estimators of heterogeneity in closed form: Q or a variance set equal to what it is on average.

Each gives tau2 before it is cut off at zero. Formulas as in Viechtbauer W. Bias and efficiency of
meta-analytic variance estimators in the random-effects model. J Educ Behav Stat 2005;30:261-293; of Sidik and
Jonkman (2005) and of Hunter and Schmidt as R metafor has them.
"""

from statistics import fmean, pvariance

from resilience.synthesis.effects import Effects
from resilience.synthesis.projection import dot, fit_plainly, project


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
