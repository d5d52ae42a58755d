"""What an outcome says that the activity can't have changed.

Lipsitch M, Tchetgen Tchetgen E, Cohen T. Negative controls: a tool for detecting confounding and bias in
observational studies. Epidemiology 2010;21:383-388.
"""

from collections.abc import Callable

from resilience.places.evaluation import Difference


def placebo_in_words(placebo: Difference, amount: Callable[[float], str]) -> str:
    """Say how the placebo outcome changed, and what that means; `amount` writes a number with its sign."""
    found = placebo.leading
    numbers = f"{amount(found.estimate)} ({amount(found.ci_low)} to {amount(found.ci_high)})"
    meaning = (
        "Its interval includes 0: no sign that the groups drifted apart for another reason, "
        "though a wide interval could hide one."
        if found.includes_none
        else "Its interval does not include 0: the groups drifted apart in something that the activity can't "
        "have changed. Something else was at work, and may have made the main difference too."
    )
    return f"Difference in change of the placebo outcome: {numbers}. {meaning}"
