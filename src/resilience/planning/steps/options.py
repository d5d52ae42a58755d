"""Step: options."""

from resilience.planning.blocks import Step
from resilience.planning.given import Given


def step(given: Given) -> Step:
    """Say what there is to say."""
    return Step("options")
