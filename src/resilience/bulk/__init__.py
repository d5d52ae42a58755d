"""Matching of whole tables: on all cores or on a cluster, and from where an interrupted run stopped."""

from resilience.bulk.answers import new_columns
from resilience.bulk.cluster import ClusterFault, on_cluster
from resilience.bulk.cores import on_this_machine
from resilience.bulk.parts import Parts
from resilience.bulk.run import Engine, match_table, on_one_core
from resilience.bulk.state import State, state_of

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
