"""What a link is answered with: the same in the reader's browser and from the command."""

import datetime
from collections.abc import Mapping
from typing import Any

from resilience.places.nation import NationTable
from resilience.planning.blocks import Step, plain
from resilience.planning.draft import NoDraft, as_yaml, draft, file_of
from resilience.planning.given import Given, Standing
from resilience.planning.markdown import as_markdown
from resilience.planning.pack import STEP_BY_NAME, Printed, pages_of, steps_of
from resilience.planning.path import BY_NAME
from resilience.planning.walk import read
from resilience.records.english import day

NO_PLACE = "The link names a place that is not on record ({name}), so it is left out. Find it by its name."
LONGEST_NAME = 80


def answer(request: Mapping[str, Any], facts: Mapping[str, Any], table: NationTable | None) -> dict[str, Any]:
    """Answer a request with values that JSON can hold.

    `request` has the `link`, the `standing` of its place (`file` and `place`) or None, and `only`: the name
    of the one step that is asked for, or nothing for all. With all of them comes the pack, as `pages` and as
    `markdown`, and the draft of a `record`; they show the `day`, such as 2026-11-30, and the `address` of the
    page. `lost` has a sentence for each answer in the link that can't be used. Raises KeyError where `only`
    names no step, and ValueError where the day is none.
    """
    given, lost = given_of(request, facts, table)
    only = request.get("only")
    if only:
        return {"steps": {only: _plain(STEP_BY_NAME[only](given))}, "lost": lost}
    steps = steps_of(given)
    today = datetime.date.fromisoformat(request["day"])
    printed = Printed(day(today), request["address"])
    pages = pages_of(given, steps, printed)
    return {
        "steps": {name: _plain(step) for name, step in steps.items()},
        "lost": lost,
        "pages": [plain(page) for page in pages],
        "markdown": as_markdown(pages, printed.address),
        "record": _record(given, today),
    }


def _plain(step: Step) -> dict[str, Any]:
    """Give a step with its title, and the page where it is answered."""
    there = BY_NAME[step.name]
    return {**plain(step), "title": there.title, "page": there.whole_page}


def _record(given: Given, today: datetime.date) -> dict[str, str]:
    """Give the draft of a record as the text of its file, or say why there is none."""
    try:
        return {"file": file_of(given), "text": as_yaml(draft(given, today)), "none": ""}
    except NoDraft as reason:
        return {"file": "", "text": "", "none": str(reason)}


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
