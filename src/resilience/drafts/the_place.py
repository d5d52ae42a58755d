"""The one place that somebody means."""

from resilience.appraisal import Place, Places
from resilience.checks.problem import meant


def the_place(places: Places, name: str) -> Place:
    """Find a place by its name or code; raises ValueError with a sentence where none or several have it."""
    found = places.named(name)
    if len(found) == 1:
        return found[0]
    if found:
        which = "; ".join(place.title for place in found)
        raise ValueError(f"{name} is the name of several places: {which}. Add the council, or give a code.")
    raise ValueError(
        f"{name} is no neighbourhood and no place on record. {meant(name, places.names)}".strip()
    )
