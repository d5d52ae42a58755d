"""Plans without a browser: the answer to a link, straight from the records."""

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl

from resilience.findings.view import Findings
from resilience.places.nation import NationTable, slug_of
from resilience.places.nation_tables import nation_tables
from resilience.planning.answer import answer, given_of
from resilience.planning.from_records.council_file import standing_of
from resilience.planning.from_records.facts import planning_facts
from resilience.planning.from_records.place_view import PlaceView
from resilience.planning.given import Given, Standing
from resilience.planning.walk import Walk, write


class Plans:
    """What the browser fetches for a plan, each part made once and in the form in which it is fetched."""

    def __init__(self, findings: Findings, places: PlaceView | None = None) -> None:
        """Take the view of the evidence, and that of its places where there is one; nothing is made yet."""
        self._findings, self._places = findings, places
        self._given: dict[str, Given] = {}

    @cached_property
    def facts(self) -> Mapping[str, Any]:
        """What is on record for all steps."""
        facts: Mapping[str, Any] = _fetched(planning_facts(self._findings))
        return facts

    @cached_property
    def _view(self) -> PlaceView:
        base = self._findings.base
        return self._places or PlaceView(self._findings, nation_tables(base.country, base.place_figures))

    def standing(self, link: str) -> Any:
        """Give how the place of a link stands; None where it names none that is on record."""
        place = dict(parse_qsl(link.removeprefix("?"))).get("place", "")
        found = standing_of(self._view, place)
        return _fetched({"file": found.file, "place": found.place}) if found else None

    def table(self, nation: str) -> NationTable:
        """Give all places of a nation; raises KeyError where it is none."""
        # The form in which it is fetched gives it back as it was, and is made for the browser alone.
        return self._view.tables[slug_of(nation)]

    def of(self, walk: Walk) -> Given:
        """Give the steps what a walk asks for; the same walk gives the same, so that it is ranked once."""
        link = write(walk)
        if link not in self._given:
            found = self.standing(link)
            standing = Standing(found["file"], found["place"]) if found else None
            table = self.table(standing.nation) if standing else None
            self._given[link] = Given(self.facts, walk, standing, table)
        return self._given[link]

    def given(self, link: str) -> tuple[Given, list[str]]:
        """Read a link into what the steps are given, with a sentence for each answer that can't be used."""
        standing = self.standing(link)
        table = self.table(standing["file"]["nation"]) if standing else None
        return given_of({"link": link, "standing": standing}, self.facts, table)

    def answer(self, link: str, *, day: str, address: str, only: str = "") -> dict[str, Any]:
        """Answer a link as `planning.answer` does."""
        standing = self.standing(link)
        request = {"link": link, "standing": standing, "only": only, "day": day, "address": address}
        return answer(request, self.facts, self.table(standing["file"]["nation"]) if standing else None)


def _fetched(content: Any) -> Any:
    """Give what JSON makes of a value, so that nothing differs by its form."""
    return json.loads(json.dumps(content))
