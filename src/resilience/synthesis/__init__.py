"""From effects of single studies to what they say together; standard library only, for browsers too.

All intervals are 95% intervals. Where a number would be wrong, `CannotPool` says why in one sentence.
"""

from resilience.synthesis.directions import FEWEST_VOTES, SignTest, sign_test
from resilience.synthesis.effects import CannotPool, Effects, effect_fault, variance_fault
from resilience.synthesis.headline import ROBUST, Headline, Robust, headline, pool_clusters
from resilience.synthesis.heterogeneity import HeterogeneityInterval, Method, heterogeneity_interval
from resilience.synthesis.moderators import Coefficient, Regression, Subgroups, regress, subgroups
from resilience.synthesis.overlap import FEWEST, Candidate, Objection, objections
from resilience.synthesis.pooling import IntervalMethod, Pooled, pool
from resilience.synthesis.scale import Comparable, Reported, Source, comparable, convert
from resilience.synthesis.sensitivity import FEWEST as FEWEST_FOR_FUNNEL
from resilience.synthesis.sensitivity import Asymmetry, egger, leave_one_out
from resilience.synthesis.size import Estimate, absolute_change, pairs_in_100, size_word

__all__ = [
    "FEWEST",
    "FEWEST_FOR_FUNNEL",
    "FEWEST_VOTES",
    "ROBUST",
    "Asymmetry",
    "Candidate",
    "CannotPool",
    "Coefficient",
    "Comparable",
    "Effects",
    "Estimate",
    "Headline",
    "HeterogeneityInterval",
    "IntervalMethod",
    "Method",
    "Objection",
    "Pooled",
    "Regression",
    "Reported",
    "Robust",
    "SignTest",
    "Source",
    "Subgroups",
    "absolute_change",
    "comparable",
    "convert",
    "effect_fault",
    "egger",
    "headline",
    "heterogeneity_interval",
    "leave_one_out",
    "objections",
    "pairs_in_100",
    "pool",
    "pool_clusters",
    "regress",
    "sign_test",
    "size_word",
    "subgroups",
    "variance_fault",
]
