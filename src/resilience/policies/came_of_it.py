"""What came of a policy, in words that a list can show: the sentence on record, or that nothing was read."""

from resilience.records.policy import Policy
from resilience.records.vocabulary import FoundIn

NOT_READ = "An evaluation is mentioned; we have not read it."
ONLY_FIGURES = "Figures of what was done were seen; no evaluation was."


def came_of_it(policy: Policy) -> str | None:
    """Say what came of a policy: one or two sentences, or None where nobody was seen to look.

    The source of the sentence on record stands in `policy.found`.
    """
    if policy.found is None:
        if policy.evaluation:
            return NOT_READ
        return ONLY_FIGURES if policy.monitoring else None
    if policy.evaluation and policy.found.of is not FoundIn.EVALUATION:
        return f"{policy.found.says} {NOT_READ}"
    return policy.found.says
