"""From what evaluations and reviews say of one group of outcomes to a level, with a trace of every rule.

The newest review of the activity leads and has several votes; other reviews, and controlled evaluations that
no review holds, have one each. Cautions then cap what the votes say. The thresholds and caps come from
outside (`evidence/rating.yml`), so that anyone can read and change them.
"""

from resilience.synthesis.rating.changes import HEIGHT, MOST_TRIED, Change, changes, trials
from resilience.synthesis.rating.facts import Needed, Rules, Vote
from resilience.synthesis.rating.rate import Rating, Step, rate

__all__ = [
    "HEIGHT",
    "MOST_TRIED",
    "Change",
    "Needed",
    "Rating",
    "Rules",
    "Step",
    "Vote",
    "changes",
    "rate",
    "trials",
]
