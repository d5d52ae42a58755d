"""What a filled form becomes: a record that is begun, an activity, or a report on a record."""

from collections.abc import Callable, Mapping

from resilience.evidence import EvidenceBase
from resilience.received.answers import Answers
from resilience.received.change import Change
from resilience.received.made.activity import activity
from resilience.received.made.correction import correction
from resilience.received.made.neighbourhood import neighbourhood
from resilience.received.made.policy import policy
from resilience.received.made.study import study
from resilience.received.sender import Sender

Maker = Callable[[EvidenceBase, Answers, Sender], Change | None]
"""Makes the change that answers ask for; None where something is wrong, which the answers then know."""

MAKERS: Mapping[str, Maker] = {
    "study": study,
    "policy": policy,
    "activity": activity,
    "neighbourhood": neighbourhood,
    "correction": correction,
}
