"""What records fill of a logic model: its boxes, and its arrows with how sure each is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from resilience.planning.blocks import Source
from resilience.planning.given import Given
from resilience.planning.logic_edits import CHANGE, DO, OUTCOME, Pair
from resilience.records.english import count

NOTHING = "nothing on record says so"
ASSUMED = "our assumption, no record"
RATED, ACCOUNT, UNSTUDIED, OWN = "rated", "account", "unstudied", "own"
"""What an arrow rests on: a rating of studies, neighbourhoods' own account, nothing, or the group."""


@dataclass(frozen=True)
class Box:
    """Something that people do, that changes, or that comes of it."""

    name: str
    """Its stage with the slug of what it stands for, such as `do-befriending`; a number for one's own."""
    stage: str
    text: str
    on_record: str = ""
    """What records call it; empty for a box of the group's own."""
    page: str = ""

    @property
    def is_own(self) -> bool:
        """Say whether it is of the group's own."""
        return not self.on_record

    @property
    def mark(self) -> str:
        """Say what readers must know of its words; nothing where records have the same."""
        if self.is_own:
            return "our own"
        return "" if self.text == self.on_record else f"on record as “{self.on_record}”"

    @property
    def title(self) -> str:
        """Give its words with the mark."""
        return f"{self.text} ({self.mark})" if self.mark else self.text


class Arrow(NamedTuple):
    """The way from one box to another."""

    start: str
    end: str
    sure: str
    """How sure it is, as a phrase."""
    kind: str
    """One of RATED, ACCOUNT, UNSTUDIED and OWN."""
    sources: tuple[Source, ...] = ()

    @property
    def pair(self) -> Pair:
        """Name the boxes that it joins."""
        return self.start, self.end


def on_record(given: Given) -> tuple[list[Box], list[Arrow]]:
    """Give the boxes and arrows that records fill for the chosen activities and outcomes."""
    known, walk = given.facts["common"], given.walk
    types = [_box(DO, slug, known["types"][slug]["label"], f"activities/{slug}") for slug in walk.activities]
    groups = {slug: _group_box(given, OUTCOME, slug) for slug in walk.outcomes}
    between: dict[str, Box] = {}
    arrows: list[Arrow] = []
    for box, slug in zip(types, walk.activities, strict=True):
        facts = given.facts["logic"]["types"][slug]
        for one, places in facts["found"].items():
            end = _box(CHANGE, one, given.facts["logic"]["properties"][one], "")
            between[end.name] = end
            arrows.append(_account(given, box, end, places))
        for group in given.facts["logic"]["between"]:
            if group in facts["measured"] and group not in groups:
                end = _group_box(given, CHANGE, group)
                between[end.name] = end
                arrows.append(_rated(box, end, facts["measured"][group]))
        arrows += [_rated(box, end, facts["measured"].get(group)) for group, end in groups.items()]
    order = [f"{CHANGE}-{one}" for one in (*given.facts["logic"]["properties"], *known["groups"])]
    middle = sorted(between.values(), key=lambda one: order.index(one.name))
    return [*types, *middle, *groups.values()], arrows


def _box(stage: str, slug: str, label: str, page: str) -> Box:
    return Box(f"{stage}-{slug}", stage, label, label, page)


def _group_box(given: Given, stage: str, slug: str) -> Box:
    return _box(stage, slug, given.facts["common"]["groups"][slug]["label"], "")


def _account(given: Given, start: Box, end: Box, places: Sequence[str]) -> Arrow:
    names = given.facts["common"]["neighbourhoods"]
    sources = tuple(Source(names[slug], page=f"neighbourhoods/{slug}") for slug in places)
    sure = f"own account of {count(len(places), 'neighbourhood')}, not rated"
    return Arrow(start.name, end.name, sure, ACCOUNT, sources)


def _rated(start: Box, end: Box, measured: Mapping[str, Any] | None) -> Arrow:
    page = Source(start.on_record, page=start.page)
    if measured is None:
        return Arrow(start.name, end.name, NOTHING, UNSTUDIED, (page,))
    level, studies = measured["label"], count(measured["studies"], "study", "studies")
    return Arrow(start.name, end.name, f"{level[:1].lower()}{level[1:]}, {studies}", RATED, (page,))
