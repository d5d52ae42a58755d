"""Is a neighbourhood outside the programme where it says, and told as what it is?"""

import csv
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.place_tables import Tables
from resilience.checks.problem import Code, Problem, shortened
from resilience.evidence.country import table_of
from resilience.records.neighbourhood import PLACE_PATTERN, ComparisonPlace, Neighbourhood
from resilience.records.place_figures import PlaceFigures
from resilience.records.provenance import Provenance
from resilience.records.vocabulary import Nation, Read

E381 = Code(
    "E381",
    "A neighbourhood outside the programme without a place",
    "Nobody who looks for the place would find it.",
    "Find the place in the book, and copy what stands after `place=` in its link.",
    "programme: false\nplace: null",
)
E382 = Code(
    "E382",
    "A place that is not on record",
    "The link to its page would lead nowhere.",
    E381.mend,
    "place: E06000009.E05999999",
)
E383 = Code(
    "E383",
    "A comparison area in another nation",
    "The nations measure different things, so nothing could be compared.",
    "Choose a place of the same nation, with the page on comparison areas.",
    "place: E06000009.E05015190\ncomparison_areas:\n  - place: W06000015.W05001258",
)
E384 = Code(
    "E384",
    "A neighbourhood compared with itself",
    "A comparison needs a place where the activity does not happen.",
    "Choose another place, with the page on comparison areas.",
    "the same `place` once more under comparison_areas",
)
E385 = Code(
    "E385",
    "A group's own account in a record of another kind",
    "Only the record of a neighbourhood outside the programme rests on what a group says of itself.",
    "Say how much of a source was read, or write `programme: false` where it is such a neighbourhood.",
    "read: own-account, in a study",
)


class _Place(NamedTuple):
    """A place of the country, as far as links need it."""

    name: str
    council: str
    """Its code."""
    nation: Nation


_Places = Mapping[str, _Place] | None
"""By code; None where the tables can't be read, which is a problem of its own."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at places, comparison areas and provenance."""
    linked = [part for part in corpus.parts(Neighbourhood) if _is_linked(part)]
    places = _places(corpus) if linked else None
    for part in linked:
        yield from _of_place(part, places)
    own = {part.document.path for part in linked if _is_outside(part)}
    for part in corpus.parts(Provenance):
        if part.text("read") == Read.OWN_ACCOUNT and part.document.path not in own:
            yield part.problem(E385, "read", "own-account is for neighbourhoods outside the programme only")


def _is_outside(part: Part) -> bool:
    return part.data.get("programme") is False


def _is_linked(part: Part) -> bool:
    return _is_outside(part) or bool(part.text("place")) or bool(part.data.get("comparison_areas"))


def _places(corpus: Corpus) -> _Places:
    dictionary = next(iter(corpus.valid("place-figures", PlaceFigures).values()), None)
    found: dict[str, _Place] = {}
    for nation in dictionary.nations if dictionary else ():
        text = Tables(corpus).text(table_of(nation.nation))
        if isinstance(text, Problem):
            return None
        for row in csv.DictReader(text.splitlines()):
            code, name, council = (str(row.get(column)) for column in ("code", "name", "council"))
            found[code] = _Place(name, council, nation.nation)
    return found or None


def _of_place(part: Part, places: _Places) -> Iterator[Problem]:
    link = part.text("place")
    if not link and _is_outside(part):
        yield part.problem(E381, "place", "the record names no place")
    if places is None:
        return
    if link:
        yield from _unknown(part, link, places)
    own = places.get(link.rpartition(".")[2])
    for one in part.document.parts:
        if one.model is ComparisonPlace:
            yield from _compared(one, link, own, places)


def _compared(part: Part, link: str, own: _Place | None, places: Mapping[str, _Place]) -> Iterator[Problem]:
    area = part.text("place")
    if not area:
        return
    yield from _unknown(part, area, places)
    found = places.get(area.rpartition(".")[2])
    if area == link:
        yield part.problem(E384, "place", f"{shortened(area)} is the neighbourhood's own place")
    elif own and found and found.nation is not own.nation:
        said = f"{found.name} lies in {found.nation.label}, the neighbourhood in {own.nation.label}"
        yield part.problem(E383, "place", said)


def _unknown(part: Part, link: str, places: Mapping[str, _Place]) -> Iterator[Problem]:
    # A link in another form is a problem of its own.
    if not re.fullmatch(PLACE_PATTERN, link):
        return
    council, _, code = link.partition(".")
    place = places.get(code)
    if place is None:
        yield part.problem(E382, "place", f"no place has the code {code}")
    elif place.council != council:
        mend = f"Write {place.council}.{code}."
        yield part.problem(E382, "place", f"{place.name} lies in {place.council}, not in {council}", mend)
