"""Matching of whole tables: on one core or on a cluster, and from where an interrupted run stopped."""

from .answers import new_columns
from .cluster import ClusterFault, on_cluster
from .parts import Parts
from .run import Engine, match_table, on_this_machine
from .state import State, state_of

__all__ = [
    "ClusterFault",
    "Engine",
    "Parts",
    "State",
    "match_table",
    "new_columns",
    "on_cluster",
    "on_this_machine",
    "state_of",
]
