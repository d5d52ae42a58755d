"""What a link is answered with: the same in the reader's browser and from the command."""

from collections.abc import Mapping
from typing import Any

from resilience.places.nation import NationTable
from resilience.planning.blocks import plain
from resilience.planning.given import Given, Standing
from resilience.planning.pack import STEP_BY_NAME
from resilience.planning.walk import read

NO_PLACE = "The link names a place that is not on record ({name}), so it is left out. Find it by its name."
LONGEST_NAME = 80


def answer(request: Mapping[str, Any], facts: Mapping[str, Any], table: NationTable | None) -> dict[str, Any]:
    """Answer a request with values that JSON can hold.

    `request` has the `link`, the `standing` of its place (`file` and `place`) or None, and `only`: the name
    of the one step that is asked for, or nothing for all. `lost` has a sentence for each answer in the link
    that can't be used. Raises KeyError where `only` names no step.
    """
    given, lost = given_of(request, facts, table)
    only = request.get("only")
    names = [only] if only else list(STEP_BY_NAME)
    steps = {name: STEP_BY_NAME[name](given) for name in names}
    return {"steps": {name: plain(step) for name, step in steps.items()}, "lost": lost}


def given_of(
    request: Mapping[str, Any], facts: Mapping[str, Any], table: NationTable | None
) -> tuple[Given, list[str]]:
    """Read what a request gives, and say what of it can't be used."""
    walk, lost = read(request["link"], facts["common"])
    standing = request.get("standing")
    if walk.place and not standing:
        lost.append(NO_PLACE.format(name=walk.place[:LONGEST_NAME]))
    place = Standing(standing["file"], standing["place"]) if standing else None
    return Given(facts, walk, place, table), lost
