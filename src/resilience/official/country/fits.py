"""Which wards of today a neighbourhood of the programme lies in, by households."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from resilience.official.country.grounds import Part
from resilience.official.country.layouts import CHANGES
from resilience.official.country.reading import Files
from resilience.official.faults import CannotImport, Fault
from resilience.official.tables import Table
from resilience.records.area import SmallArea

COLUMNS = ("neighbourhood", "code", "households_shared", "households_of_neighbourhood", "households_of_place")


def fits(files: Files, wards: Mapping[str, Part], small_areas: Iterable[SmallArea]) -> Table:
    """Follow the LSOAs of 2011 of each neighbourhood to those of 2021, and these to wards.

    An LSOA of 2021 counts where all the LSOAs of 2011 that it was made from are the neighbourhood's. The ward
    that holds most comes first. Raises CannotImport where a neighbourhood's LSOA is in no look-up.
    """
    into, made_from = _changes(files)
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for part in wards.values():
        totals[part.place] += part.weight
    own: dict[str, set[str]] = defaultdict(set)
    for area in small_areas:
        own[area.neighbourhood].add(area.code)
    if lost := sorted(code for codes in own.values() for code in codes if code not in into):
        file = files.tables[CHANGES].file
        mend = "Give the whole look-up."
        raise CannotImport(
            Fault(file, 0, "", f"{code}, of a neighbourhood, is not in it.", mend) for code in lost
        )
    rows = [row for slug in sorted(own) for row in _of_one(slug, own[slug], into, made_from, wards, totals)]
    return Table(COLUMNS, tuple(rows))


def _changes(files: Files) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    into: dict[str, set[str]] = defaultdict(set)
    made_from: dict[str, set[str]] = defaultdict(set)
    for _, old, (new,) in files.tables[CHANGES].rows("lsoa21_code"):
        into[old].add(new)
        made_from[new].add(old)
    return dict(into), dict(made_from)


def _of_one(
    slug: str,
    codes: set[str],
    into: Mapping[str, set[str]],
    made_from: Mapping[str, set[str]],
    wards: Mapping[str, Part],
    totals: Mapping[str, Decimal],
) -> list[dict[str, str]]:
    shared: dict[str, Decimal] = defaultdict(Decimal)
    for area in {new for old in codes for new in into[old]}:
        if made_from[area] <= codes and area in wards:
            shared[wards[area].place] += wards[area].weight
    whole = sum(shared.values(), Decimal())
    return [
        dict(zip(COLUMNS, (slug, code, *map(str, (shared[code], whole, totals[code]))), strict=True))
        for code in sorted(shared, key=lambda code: (-shared[code], code))
    ]
