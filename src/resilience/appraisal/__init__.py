"""Option appraisal: what a neighbourhood could do next for the outcomes it wants, by published rules.

First the performance matrix, which is without scores; then swing weights, and a ranking in tiers. After
Department for Communities and Local Government. Multi-criteria analysis: a manual. London 2009.
It supports a conversation and decides nothing. `options` and `ranking` run in the reader's browser too.
"""

from resilience.appraisal.matrix import Happens, Row, matrix, options_of, rules_of
from resilience.appraisal.options import COMMUNITY, NEED, Option, Rules, Span, needs_of
from resilience.appraisal.place import Fit, Place, Places, Scale, places_of
from resilience.appraisal.ranking import CannotRank, Group, Ranked, Ranking, Tier, rank

__all__ = [
    "COMMUNITY",
    "NEED",
    "CannotRank",
    "Fit",
    "Group",
    "Happens",
    "Option",
    "Place",
    "Places",
    "Ranked",
    "Ranking",
    "Row",
    "Rules",
    "Scale",
    "Span",
    "Tier",
    "matrix",
    "needs_of",
    "options_of",
    "places_of",
    "rank",
    "rules_of",
]
