"""Files of figures on the LSOAs of one census, narrowed down to some councils."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from resilience.official.carry import Carried, carry
from resilience.official.faults import CannotImport, Fault, cannot
from resilience.official.sources import Areas, Council, Given, Vintage, WardLookup

DEFAULT: Vintage = 2011
"""The census of the tables that the book has, taken where files differ and nothing is said."""


@dataclass(frozen=True)
class Joined:
    """Figures on the LSOAs of one census, and the codes that are wanted."""

    vintage: Vintage
    figures: tuple[Areas, ...]
    carried: tuple[Carried, ...]
    wards: WardLookup | None
    codes: frozenset[str]

    @property
    def lsoa_column(self) -> str:
        """Such as `lsoa11`."""
        return f"lsoa{self.vintage % 100}"

    def councils_of(self, code: str) -> Iterator[Council]:
        """Name the council of an LSOA, as each file does."""
        yield from (one.by_code[code].council for one in self.figures if code in one.by_code)
        if self.wards and code in self.wards.by_code:
            yield self.wards.by_code[code].council

    def name_of(self, code: str) -> str:
        """Give the name of an LSOA."""
        names = [one.by_code[code].name for one in self.figures if code in one.by_code]
        if self.wards and code in self.wards.by_code:
            names.append(self.wards.by_code[code].lsoa_name)
        return next(filter(None, names), "")


def join(given: Given, vintage: Vintage | None, councils: Sequence[str]) -> Joined:
    """Bring files to the LSOAs of one census; raises CannotImport."""
    own = {one.vintage for one in given.figures}
    to = vintage or (own.pop() if len(own) == 1 else DEFAULT)
    others = [one for one in given.figures if one.vintage != to]
    if others and given.changes is None:
        raise CannotImport(_no_lookup(one, to) for one in others)
    if given.wards and given.wards.vintage != to:
        raise cannot(
            given.wards.file,
            f"The look-up is for LSOAs of {given.wards.vintage}, but the table is of those of {to}.",
            f"Give a look-up that has LSOA{to % 100}CD, or say --lsoas {given.wards.vintage}.",
        )
    carried = tuple(carry(one, given.changes, to) for one in others if given.changes)
    figures = (*(one for one in given.figures if one.vintage == to), *(one.areas for one in carried))
    codes = frozenset(code for one in figures for code in one.by_code)
    joined = Joined(to, figures, carried, given.wards, codes)
    if not councils:
        return joined
    return Joined(to, figures, carried, given.wards, _in_councils(joined, councils))


def _no_lookup(one: Areas, to: Vintage) -> Fault:
    return Fault(
        one.file,
        0,
        "",
        f"Its LSOAs are those of {one.vintage}, but the table is of those of {to}.",
        f"Give the exact-fit look-up of LSOAs 2011 to 2021 too, or leave out the files of {to}.",
    )


def _in_councils(joined: Joined, wanted: Collection[str]) -> frozenset[str]:
    """Give the LSOAs in some councils, by name or code; a council that no file names is a fault."""
    of_code = {
        code: {_plain(part) for council in joined.councils_of(code) for part in council}
        for code in joined.codes
    }
    known = {part: part for parts in of_code.values() for part in parts if part}
    if faults := [_unknown(name, known) for name in wanted if _plain(name) not in known]:
        raise CannotImport(faults)
    asked = {_plain(name) for name in wanted}
    return frozenset(code for code, parts in of_code.items() if parts & asked)


def _unknown(name: str, known: Collection[str]) -> Fault:
    near = get_close_matches(_plain(name), known, n=1)
    mend = f"Did you mean {near[0]!r}?" if near else "Write its name or code as the files do."
    return Fault("--council", 0, "", f"No file names a council {name!r}.", mend)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
