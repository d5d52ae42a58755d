"""Matching of whole tables: on all cores or on a cluster, and from where an interrupted run stopped."""

from resilience.bulk.cluster import ClusterFault, on_cluster
from resilience.bulk.cores import on_this_machine
from resilience.bulk.hold import InUse
from resilience.bulk.parts import Parts, State, state_of
from resilience.bulk.run import Engine, match_table, new_columns, on_one_core

__all__ = [
    "ClusterFault",
    "Engine",
    "InUse",
    "Parts",
    "State",
    "match_table",
    "new_columns",
    "on_cluster",
    "on_one_core",
    "on_this_machine",
    "state_of",
]
