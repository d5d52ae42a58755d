"""The places to compare with, and how well they fit."""

from collections.abc import Mapping, Sequence

from resilience.places.comparison import CannotMatch, Comparison
from resilience.places.comparison_words import TOO_FAR, notes, verdict
from resilience.planning.blocks import Said, Section, Source, Table
from resilience.planning.given import Compared, Given, Near, Standing
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
    try:
        compared = given.compared
    except CannotMatch as reason:
        return _none(f"No places can be compared with {standing.name}: {reason}")
    if compared:
        return _compared(given, standing, compared)
    return _as_on_record(standing, given.nearest)


def _none(why: str) -> tuple[Said, Section]:
    said = Said(why, (TOOL,))
    return said, Section(HEADING, (said,))


def _compared(given: Given, standing: Standing, compared: Compared) -> tuple[Said, Section]:
    table, place, choice, found = compared
    nearest = given.nearest
    says = verdict(table, found)
    sources = dict.fromkeys(table.known[one.figure].source for one in found.balance)
    begins = "The nearest are" if _is_out_of_reach(found) else "Compare with"
    told = Said(
        f"{says} {begins} {_named(nearest)}.",
        (*(Source(one) for one in sources), TOOL),
        SURE,
    )
    lost = [key for key in given.walk.figures if key not in table.known]
    said = [
        Said(MEANS),
        *(
            [Said(f"{table.nation} does not have {listing(lost)}, so it was not compared on.")]
            if lost
            else []
        ),
        *map(Said, notes(table, place, choice, found)),
    ]
    most = f"The {count(len(nearest), table.place)} most like {standing.name}"
    caption = f"{most}, of {found.candidates:,} that might be chosen"
    return told, Section(HEADING, tuple(said), _table(caption, nearest))


def _is_out_of_reach(found: Comparison) -> bool:
    return any(abs(one.at_best) > TOO_FAR for one in found.balance)


def _as_on_record(standing: Standing, nearest: Sequence[Near]) -> tuple[Said, Section]:
    """Name the places of the usual comparison, which stand in the file of the council."""
    if not nearest:
        return _none(
            f"{standing.name} lacks one of the usual figures; choose others to find areas to compare with."
        )
    told = Said(f"Compare with {_named(nearest)}. {FIT}", (TOOL,), SURE)
    caption = f"The places most like {standing.name} on the usual figures"
    return told, Section(HEADING, (Said(MEANS),), _table(caption, nearest))


def _named(nearest: Sequence[Near]) -> str:
    return listing([f"{one.name} ({one.council})" for one in nearest])


def _table(caption: str, nearest: Sequence[Near]) -> Table:
    heads = ("Place", "Council", "How far from yours (0 is the same)")
    return Table(caption, heads, tuple(map(_row, nearest)))


def _row(one: Near) -> tuple[Said, ...]:
    page = Source(one.name, page=f"book/neighbourhoods/place?place={one.link}")
    return Said(one.name, (page,)), Said(one.council), Said(f"{one.distance:.2f}")


def planned_places(given: Given) -> Mapping[str, str]:
    """Give the names of the planned comparison areas by their codes; none where nothing can be compared."""
    try:
        return {one.link.rpartition(".")[2]: one.name for one in given.nearest}
    except CannotMatch:
        return {}
