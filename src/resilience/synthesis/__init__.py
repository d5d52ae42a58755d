"""From effects of single studies to what they say together; standard library only, for browsers too.

All intervals are 95% intervals. Where a number would be wrong, `CannotPool` says why in one sentence.
"""

from .clusters import Robust, pool_clusters
from .conversion import convert, fisher_z
from .directions import Pointing, SignTest, Tally, direction_of_study, sign_test, tally
from .effects import Effects, effect_fault, variance_fault
from .errors import CannotPool
from .heterogeneity import Method
from .intervals import HeterogeneityInterval, heterogeneity_interval
from .moderators import Coefficient, Regression, Subgroups, regress, subgroups
from .overlap import Candidate, Objection, objections
from .pooling import IntervalMethod, Pooled, pool
from .scale import Comparable, Reported, Source, comparable, towards_benefit
from .sensitivity import cumulative, leave_one_out
from .small_studies import Asymmetry, egger

__all__ = [
    "Asymmetry",
    "Candidate",
    "CannotPool",
    "Coefficient",
    "Comparable",
    "Effects",
    "HeterogeneityInterval",
    "IntervalMethod",
    "Method",
    "Objection",
    "Pointing",
    "Pooled",
    "Regression",
    "Reported",
    "Robust",
    "SignTest",
    "Source",
    "Subgroups",
    "Tally",
    "comparable",
    "convert",
    "cumulative",
    "direction_of_study",
    "effect_fault",
    "egger",
    "fisher_z",
    "heterogeneity_interval",
    "leave_one_out",
    "objections",
    "pool",
    "pool_clusters",
    "regress",
    "sign_test",
    "subgroups",
    "tally",
    "towards_benefit",
    "variance_fault",
]
