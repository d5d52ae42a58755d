"""From what evaluations and reviews say of one group of outcomes to a level, with a trace of every rule.

The newest review of the activity leads and has several votes; other reviews, and controlled evaluations that
no review holds, have one each. Cautions then cap what the votes say. The thresholds, the caps and their words
come from `evidence/rating.yml`, so that anyone can read and change them.
"""

from resilience.rating.rate import Change, Rating, Step, changes, rate, trials
from resilience.rating.rules import Rules
from resilience.rating.weigh import Vote

__all__ = ["Change", "Rating", "Rules", "Step", "Vote", "changes", "rate", "trials"]
