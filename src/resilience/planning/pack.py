"""The pack: all six steps, and the four pages that a group prints or keeps."""

from collections.abc import Callable, Mapping

from resilience.planning.blocks import Step
from resilience.planning.given import Given
from resilience.planning.steps import adapt, change, evaluate, options, place, share

STEP_BY_NAME: Mapping[str, Callable[[Given], Step]] = {
    "place": place.step,
    "change": change.step,
    "options": options.step,
    "adapt": adapt.step,
    "evaluate": evaluate.step,
    "share": share.step,
}
"""In the order of the path."""


def steps_of(given: Given) -> dict[str, Step]:
    """Give what each step says."""
    return {name: step(given) for name, step in STEP_BY_NAME.items()}
