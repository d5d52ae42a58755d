"""Matching of whole tables: on all cores or on a cluster, and from where an interrupted run stopped."""

from .answers import new_columns
from .cluster import ClusterFault, on_cluster
from .cores import on_this_machine
from .parts import Parts
from .run import Engine, match_table, on_one_core
from .state import State, state_of

__all__ = [
    "ClusterFault",
    "Engine",
    "Parts",
    "State",
    "match_table",
    "new_columns",
    "on_cluster",
    "on_one_core",
    "on_this_machine",
    "state_of",
]
