"""Time the import of all places from the real files, and hold what it writes against what is on record.

The official files are no part of this repository: give their folder, with fuel poverty in it or beside it, as
`--files FOLDER --fuel FILE` (or RESILIENCE_PLACES and RESILIENCE_FUEL). With the look-up of LSOAs to wards of
2017 among them, the wards of 2017 on record are compared with those of today, and why they differ is told.
"""

import csv
import gzip
import os
import resource
import time
from argparse import ArgumentParser
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from resilience.evidence import EvidenceBase, load
from resilience.official.country import make_country
from resilience.places.old_wards import APART, same_code

REPOSITORY = Path(__file__).parents[1]
MEGABYTE = 1_000_000
OLD_LOOKUP = "lookup-lsoa11-ward17.csv.gz"


def main() -> None:
    """Run the import and print what it took and made."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=Path, default=os.environ.get("RESILIENCE_PLACES"))
    parser.add_argument("--fuel", type=Path, default=os.environ.get("RESILIENCE_FUEL"))
    asked = parser.parse_args()
    files = sorted(Path(asked.files).glob("*.gz")) if asked.files else []
    files += [Path(asked.fuel)] if asked.fuel else []
    if not files:
        print("The official files are not here: say --files and --fuel. Nothing was measured.")
        return
    base = load(REPOSITORY)
    dictionary, small_areas = base.place_figures, base.small_areas
    start, busy = time.perf_counter(), time.process_time()
    made = make_country(files, dictionary, small_areas)
    print(f"seconds: {time.perf_counter() - start:.1f}, of processor time {time.process_time() - busy:.1f}")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB")
    print(f"official files: {sum(path.stat().st_size for path in files) / MEGABYTE:.1f} MB")
    print(*made.report, sep="\n")
    for name, content in made.files.items():
        print(f"{name}: {len(content):,} bytes, {_beside(base.folder / 'places' / name, content)}")
    whole = sum(path.stat().st_size for path in (base.folder / "places").iterdir())
    print(f"places/ as a whole: {whole / MEGABYTE:.2f} MB")
    lookup = next((path for path in files if path.name == OLD_LOOKUP), None)
    if lookup:
        print(*_why_apart(base, {path.name: path for path in files}), sep="\n")


def _beside(path: Path, content: bytes) -> str:
    if not path.is_file():
        return "not on record"
    return "as on record, byte for byte" if path.read_bytes() == content else "NOT AS ON RECORD"


def _why_apart(base: EvidenceBase, files: Mapping[str, Path]) -> Iterator[str]:
    """Count the wards of one code whose index differs, by what became of their small areas."""
    into = defaultdict(set)
    changed = set()
    for row in _rows(files["lookup-lsoa11-lsoa21.csv.gz"]):
        into[row["lsoa11_code"]].add(row["lsoa21_code"])
        if row["change_code"] != "U":
            changed.add(row["lsoa21_code"])
    followed: dict[str, set[str]] = defaultdict(set)
    for row in _rows(files[OLD_LOOKUP]):
        followed[row["ward17_code"]] |= into[row["lsoa11_code"]]
    today: dict[str, set[str]] = defaultdict(set)
    for row in _rows(files["lookup-lsoa21-ward24-ltla24.csv.gz"]):
        today[row["ward24_code"]].add(row["lsoa21_code"])
    why: Counter[str] = Counter()
    apart: Counter[str] = Counter()
    for ward in same_code(base.wards, base.country):
        kind = (
            "other small areas than before"
            if followed[ward.code] != today[ward.code]
            else "the same areas, some split or merged"
            if today[ward.code] & changed
            else "the same areas, other weights"
        )
        why[kind] += 1
        difference = base.country.places[ward.code].figures["index"] - ward.figures["imd2025_score"]
        apart[kind] += abs(difference) > APART
    yield f"wards of 2017 on record: {len(base.wards)}, with the same code today: {why.total()}"
    yield from (f"- {kind}: {why[kind]}, more than a point apart: {apart[kind]}" for kind in why)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


if __name__ == "__main__":
    main()
