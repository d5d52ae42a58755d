"""Look-ups of the Open Geography Portal, ONS: LSOAs to wards, and LSOAs of 2011 to those of 2021.

The files themselves were not seen. Their columns were seen in public code and lists of the portal's fields:
LSOA11CD, LSOA11NM, WD18CD, WD18NM, WD18NMW, LAD18CD, LAD18NM, FID; LSOA21CD, LSOA21NM, WD24CD, WD24NM,
LAD24CD, LAD24NM; and LSOA11CD (F_LSOA11CD in one version), LSOA11NM, LSOA21CD, LSOA21NM, CHGIND, LAD22CD,
LAD22NM. The portal's description of the exact-fit look-up, version 3, says what U, S, M and X mean. Open data
packages have it with the columns lsoa11_code, lsoa21_code and change_code, without names.
"""

import re
from collections import Counter
from itertools import chain

from resilience.official.cells import AREA
from resilience.official.faults import CannotImport, Fault, cannot
from resilience.official.sheet import Row, Sheet
from resilience.official.sources import (
    Change,
    Changes,
    Council,
    Vintage,
    Ward,
    WardLookup,
    by_code,
    code_fault,
    missing_columns,
)

WARD = re.compile(r"wd(\d\d)cd", re.ASCII)
COUNCIL = re.compile(r"lad(\d\d)cd", re.ASCII)
CODE11 = ("LSOA11CD", "F_LSOA11CD", "lsoa11_code")
CODE21 = ("LSOA21CD", "lsoa21_code")
KIND = ("CHGIND", "CHNGIND", "change_code")
KINDS = frozenset("USMX")


def is_lookup(sheet: Sheet) -> bool:
    """Tell whether a file is a look-up of the portal."""
    return any(sheet.has(name) for name in (*CODE11, "LSOA21CD"))


def read_lookup(sheet: Sheet) -> WardLookup | Changes:
    """Read either look-up; raises CannotImport with every fault."""
    if _either(sheet, CODE11) and _either(sheet, CODE21):
        return _changes(sheet)
    return _wards(sheet)


def _wards(sheet: Sheet) -> WardLookup:
    vintage: Vintage = 2011 if sheet.has("LSOA11CD") else 2021
    lsoa = f"LSOA{vintage % 100}"
    ward, council = _year(sheet, WARD, "WD17CD"), _year(sheet, COUNCIL, "LAD17CD")
    needed = [f"{lsoa}NM", f"WD{ward}NM", f"LAD{council}NM"]
    if faults := missing_columns(sheet, needed, "a look-up from LSOAs to wards"):
        raise CannotImport([*sheet.faults, *faults])
    faults = list(sheet.faults)

    def entry(row: Row) -> Ward:
        code = sheet.cell(row, f"WD{ward}CD")
        if not AREA.fullmatch(code):
            what = f"{code!r} is not the code of a ward." if code else "The code of the ward is missing."
            mend = "It has a letter and eight digits, such as E05000904; take it from the official file."
            faults.append(Fault(sheet.file, row.line, f"WD{ward}CD", what, mend))
        own = Council(sheet.cell(row, f"LAD{council}CD"), sheet.cell(row, f"LAD{council}NM"))
        return Ward(code, sheet.cell(row, f"WD{ward}NM"), own, sheet.cell(row, f"{lsoa}NM"))

    rows = by_code(sheet, f"{lsoa}CD", faults, entry)
    if faults:
        raise CannotImport(faults)
    return WardLookup(sheet.file, vintage, f"ward{ward}", f"ltla{council}", rows)


def _year(sheet: Sheet, pattern: re.Pattern[str], such_as: str) -> str:
    """Give the two digits of the year in the name of a column."""
    years = [found[1] for name in sheet.places if (found := pattern.fullmatch(name))]
    if len(years) != 1:
        have = "more than one column" if years else "no column"
        raise cannot(
            sheet.file,
            f"The file looks like a look-up of LSOAs, but has {have} such as `{such_as}`.",
            "Give a look-up from LSOA to ward to local authority, or the exact-fit one of 2011 to 2021.",
        )
    return years[0]


def _either(sheet: Sheet, names: tuple[str, ...]) -> str | None:
    """Give the name that a column has in this version; none where it is not there."""
    return next((name for name in names if sheet.has(name)), None)


def _changes(sheet: Sheet) -> Changes:
    code11, code21, kind = (_either(sheet, names) or names[0] for names in (CODE11, CODE21, KIND))
    if not sheet.has(kind):
        raise cannot(
            sheet.file,
            "The look-up of LSOAs 2011 to 2021 has no column `CHGIND`, so it is not the exact-fit one.",
            "Give the exact-fit look-up: the best-fit one does not say which LSOAs changed.",
        )
    has_names = code21 == CODE21[0]
    if has_names and (faults := missing_columns(sheet, ["LSOA11NM", "LSOA21NM"], "the exact-fit look-up")):
        raise CannotImport([*sheet.faults, *faults])
    lines: dict[Change, int] = {}
    faults = list(sheet.faults)
    for row in sheet.rows:
        name11, name21 = (sheet.cell(row, name) if has_names else "" for name in ("LSOA11NM", "LSOA21NM"))
        codes = (sheet.cell(row, code11), name11, sheet.cell(row, code21), name21)
        change = Change(*codes, sheet.cell(row, kind))
        own = _row_faults(sheet, row, change, (code11, code21, kind))
        if not own and change in lines:
            what = f"The same change stands on line {lines[change]} already."
            own = [Fault(sheet.file, row.line, code11, what, "Delete one of the rows.")]
        faults += own
        lines.setdefault(change, row.line)
    faults += _not_one_to_one(sheet, lines, kind)
    if faults:
        raise CannotImport(faults)
    return Changes(sheet.file, tuple(lines))


def _row_faults(sheet: Sheet, row: Row, change: Change, columns: tuple[str, str, str]) -> list[Fault]:
    code11, code21, kind = columns
    codes = ((code11, change.code11), (code21, change.code21))
    found = [
        Fault(sheet.file, row.line, column, *fault) for column, code in codes if (fault := code_fault(code))
    ]
    if change.kind not in KINDS:
        what = f"{change.kind!r} is no kind of change."
        mend = "It is U (unchanged), S (split), M (merged) or X (irregular)."
        found.append(Fault(sheet.file, row.line, kind, what, mend))
    return found


def _not_one_to_one(sheet: Sheet, lines: dict[Change, int], kind: str) -> list[Fault]:
    times = Counter(chain.from_iterable({("11", one.code11), ("21", one.code21)} for one in lines))
    return [
        Fault(
            sheet.file,
            line,
            kind,
            f"{one.code11} is said to be unchanged, but it or {one.code21} stands on another row too.",
            "Look at the official file again.",
        )
        for one, line in lines.items()
        if one.kind == "U" and (times["11", one.code11] > 1 or times["21", one.code21] > 1)
    ]
