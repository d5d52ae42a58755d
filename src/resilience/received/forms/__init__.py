"""The questions of each form: what a person can know; the rest is for a reviewer."""

from resilience.evidence import EvidenceBase
from resilience.received.form import Form
from resilience.received.forms.activity import activity
from resilience.received.forms.correction import correction
from resilience.received.forms.neighbourhood import neighbourhood
from resilience.received.forms.policy import policy
from resilience.received.forms.study import study


def forms_of(base: EvidenceBase) -> tuple[Form, ...]:
    """Give all forms; their lists to choose from are those of the models and of the code frame."""
    return correction(), study(base), policy(base), activity(base), neighbourhood()
