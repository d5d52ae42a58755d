"""What the page on adapting asks for who does what: the rows of a link, and the link for some rows."""

from collections.abc import Mapping
from typing import Any

from resilience.planning.answer import given_of
from resilience.planning.blocks import plain
from resilience.planning.tasks import TooLong, read_tasks, tasks_of, took_part, write_tasks
from resilience.site.live.browser import Refusal, read


def tasks(request: Mapping[str, Any]) -> dict[str, Any]:
    """Give the rows of `link`, or `rows` where they are given, and `text`: what the key `who` holds for them.

    `took_part` says who took part elsewhere, from the data `planning`. Raises Refusal where the rows have
    more letters than a link can hold.
    """
    return told(read("planning"), request)


def told(facts: Mapping[str, Any], request: Mapping[str, Any]) -> dict[str, Any]:
    """Give the same for any facts."""
    given, _ = given_of({"link": request["link"]}, facts, None)
    found, lost = tasks_of(request["rows"]) if "rows" in request else read_tasks(given.walk.who)
    try:
        text = write_tasks(found)
    except TooLong as reason:
        raise Refusal(str(reason)) from None
    return {
        "rows": [list(task) for task in found],
        "text": text,
        "lost": lost,
        "took_part": [plain(one) for one in took_part(given)],
    }
