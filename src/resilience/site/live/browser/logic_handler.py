"""What the page on adapting asks for its logic model: the model of a link, and the link after a change."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from resilience.planning.answer import given_of
from resilience.planning.blocks import plain
from resilience.planning.logic import as_table, drawn, model_of
from resilience.planning.logic_changes import CannotChange, changed
from resilience.planning.logic_edits import write_edits
from resilience.site.live.browser import Refusal, read


def logic(request: Mapping[str, Any]) -> dict[str, Any]:
    """Give the logic model for `link`, after `change` where there is one, from the data `planning`.

    `text` is what the key `model` of the link then holds, `says` what the change did. Raises Refusal where it
    can't be made.
    """
    return modelled(read("planning"), request)


def modelled(facts: Mapping[str, Any], request: Mapping[str, Any]) -> dict[str, Any]:
    """Give the same for any facts."""
    given, _ = given_of({"link": request["link"]}, facts, None)
    says = ""
    if "change" in request:
        try:
            done = changed(given, request["change"])
        except CannotChange as reason:
            raise Refusal(str(reason)) from None
        says = done.says
        given = replace(given, walk=replace(given.walk, model=write_edits(done.edits)))
    model = model_of(given)
    return {
        "picture": drawn(model),
        "table": plain(as_table(model)),
        "notes": [plain(one) for one in model.notes],
        "lost": list(model.lost),
        "text": given.walk.model,
        "says": says,
    }
