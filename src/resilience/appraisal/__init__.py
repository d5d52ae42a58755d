"""Option appraisal: what a neighbourhood could do next, scored on five grounds by published rules.

A simple additive model of multi-criteria analysis, as in Department for Communities and Local Government.
Multi-criteria analysis: a manual. London 2009. It supports a conversation and decides nothing.
"""

from resilience.appraisal.options import GROUNDS, Ground, Option, options_for
from resilience.appraisal.place import Place, find_place, places_of
from resilience.appraisal.ranking import DRAWS, Group, Ranked, Ranking, rank, top_shares

__all__ = [
    "DRAWS",
    "GROUNDS",
    "Ground",
    "Group",
    "Option",
    "Place",
    "Ranked",
    "Ranking",
    "find_place",
    "options_for",
    "places_of",
    "rank",
    "top_shares",
]
