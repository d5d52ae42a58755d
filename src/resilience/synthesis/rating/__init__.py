"""From what is known of the studies of an activity to a level of evidence, with a trace of every rule.

Two lines of evidence are read apart, because a review may hold the very studies that stand beside it: trials
and other controlled studies, and reviews. Cautions then cap what the lines say. The thresholds and caps come
from outside (`evidence/rating.yml`), so that anyone can read and change them.
"""

from .changes import Change, changes
from .facts import Rules, StudyFacts, Thresholds
from .rate import Rating, Step, rate

__all__ = ["Change", "Rating", "Rules", "Step", "StudyFacts", "Thresholds", "changes", "rate"]
