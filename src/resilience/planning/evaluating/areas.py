"""The places to compare with, and how well they fit."""

from collections.abc import Mapping, Sequence
from typing import Any

from resilience.places.comparison import CannotMatch, Choice, Comparison, compare
from resilience.places.comparison_words import TOO_FAR, notes, verdict
from resilience.places.nation import NationTable, apart
from resilience.planning.blocks import Said, Section, Source, Table
from resilience.planning.given import Given, Standing
from resilience.planning.walk import MAHALANOBIS
from resilience.records.english import count, listing

HEADING = "Comparison areas"
TOOL = Source("how they are found, and others", page="book/neighbourhoods/comparison-areas")
NO_PLACE = (
    "No place is chosen, so no areas to compare with can be named. Without any, nobody can tell what would"
    " have happened anyway."
)
FIT = "How well they fit was not looked at here; the page on comparison areas says it for each."
SURE = "official figures; places that are alike on them may differ in others."
MEANS = (
    "You compare with others to see what would have happened without the activity. They must not have it"
    " themselves in the meantime, so ask their councils."
)


def areas(given: Given) -> tuple[Said | None, Section | None]:
    """Give the verdict and the places; nothing where no place is chosen."""
    standing = given.standing
    if standing is None:
        return None, None
    if given.table is None:
        return _as_on_record(standing)
    return _compared(given, standing, given.table)


def _compared(given: Given, standing: Standing, table: NationTable) -> tuple[Said, Section]:
    walk = given.walk
    name = walk.place.rpartition(".")[2]
    place = table.neighbourhoods.get(name, {name: 1.0})
    choice = Choice(walk.figures or apart(table.figures), walk.within, walk.distance == MAHALANOBIS)
    try:
        found = compare(table, place, choice)
    except CannotMatch as reason:
        says = f"No places can be compared with {standing.name}: {reason}"
        return Said(says, (TOOL,)), Section(HEADING, (Said(says, (TOOL,)),))
    says = verdict(table, found)
    sources = dict.fromkeys(table.known[one.figure].source for one in found.balance)
    rows = [
        [table.link_of(one.code), table.name_of(one.code), table.council_of(one.code), one.distance]
        for one in found.matches
    ]
    begins = "The nearest are" if _is_out_of_reach(found) else "Compare with"
    told = Said(
        f"{says} {begins} {listing([f'{row[1]} ({row[2]})' for row in rows])}.",
        (*(Source(one) for one in sources), TOOL),
        SURE,
    )
    lost = [key for key in walk.figures if key not in table.known]
    said = [
        Said(MEANS),
        *(
            [Said(f"{table.nation} does not have {listing(lost)}, so it was not compared on.")]
            if lost
            else []
        ),
        *map(Said, notes(table, place, choice, found)),
    ]
    most = f"The {count(len(rows), table.place)} most like {standing.name}"
    caption = f"{most}, of {found.candidates:,} that might be chosen"
    return told, Section(HEADING, tuple(said), _table(caption, rows))


def _is_out_of_reach(found: Comparison) -> bool:
    return any(abs(one.at_best) > TOO_FAR for one in found.balance)


def _as_on_record(standing: Standing) -> tuple[Said, Section]:
    """Name the places of the usual comparison, which stand in the file of the council."""
    alike: Sequence[Sequence[Any]] = standing.place["alike"]
    if not alike:
        says = f"{standing.name} lacks one of the usual figures; choose others to find areas to compare with."
        return Said(says, (TOOL,)), Section(HEADING, (Said(says, (TOOL,)),))
    rows = [[f"{council}.{code}", name, of, far] for code, name, of, far, council in alike]
    names = listing([f"{row[1]} ({row[2]})" for row in rows])
    told = Said(f"Compare with {names}. {FIT}", (TOOL,), SURE)
    caption = f"The places most like {standing.name} on the usual figures"
    return told, Section(HEADING, (Said(MEANS),), _table(caption, rows))


def _table(caption: str, rows: Sequence[Sequence[Any]]) -> Table:
    heads = ("Place", "Council", "How far from yours (0 is the same)")
    return Table(caption, heads, tuple(_row(*row) for row in rows))


def _row(link: str, name: str, council: str, far: float) -> tuple[Said, ...]:
    page = Source(name, page=f"book/neighbourhoods/place?place={link}")
    return Said(name, (page,)), Said(council), Said(f"{far:.2f}")


def planned_places(given: Given) -> Mapping[str, str]:
    """Give the names of the planned comparison areas by their codes; none where nothing can be compared."""
    _, found = areas(given)
    if found is None or found.table is None:
        return {}
    return {row[0].sources[0].page.rpartition(".")[2]: row[0].text for row in found.table.rows}
