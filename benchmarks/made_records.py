"""Make an evidence base of any size in the shape of the real one, to see what grows with it.

Whole copies of the real records: every one gets a name of its own, its references point into the same copy,
and each of its texts names a made-up place, so that no two are alike. Of the last copy only a part is made,
spread evenly over each kind, so that the shares of kinds and of activity types stay as they are.
All other collections (types, councils, sets of results, the programme) are kept.
"""

import csv
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from resilience.evidence.coding import BETWEEN
from resilience.evidence.works import read_references, write_bibtex
from resilience.evidence.yaml_reader import parse
from resilience.records.reference import Reference

KINDS = ("studies", "policies", "neighbourhoods")
"""The folders whose records are multiplied."""
CODING = {"studies.csv": "study", "results.csv": "study", "policies.csv": "policy"}
"""The tables of codes, with the column that names the record."""
PROSE = ("summary", "text", "intervention", "population", "note", "name", "description")
OF_STUDIES = ("companion_of", "work", "includes")
"""Fields that name other studies."""
CODES = ("first", "second", "settled")
_STARTS = ("Ash", "Bar", "Car", "Den", "Elm", "Fern", "Glen", "Hal", "Kel", "Lang", "Mar", "Nor", "Wal")
_MIDDLES = ("bel", "der", "fin", "gar", "ker", "lin", "mor", "nel", "ros", "ster", "tor", "ver")
_ENDS = ("bury", "by", "combe", "field", "ford", "ham", "ley", "mere", "stead", "thorpe", "ton", "wick")


@dataclass(frozen=True)
class Copy:
    """One copy of the evidence, or a part of it."""

    number: int
    names: dict[str, list[str]]
    """Of each kind, the records that it holds, by their real names."""

    def name(self, real: str) -> str:
        """Give the name of a copied record."""
        return f"{real}-c{self.number}"

    def pointed(self, field: str, value: str) -> str:
        """Point to a study in this copy where it is there, else to the real one."""
        is_here = field in OF_STUDIES and value in self.names["studies"]
        # A policy has a truth value in the field that names a study elsewhere.
        names_one = field == "evaluation" and value not in ("true", "false")
        return self.name(value) if is_here or names_one else value


def make(source: Path, target: Path, records: int) -> None:
    """Fill the folder `target` with an evidence base of about so many records, made from `source`."""
    shutil.copytree(source, target)
    real = {kind: sorted(path.stem for path in (source / kind).glob("*.yml")) for kind in KINDS}
    works = read_references(source / "references.bib")
    made = dict(works)
    for copy in _copies(real, records):
        for kind, names in copy.names.items():
            for name in names:
                _copy_record(source / kind, target / kind, name, copy)
        made |= {copy.name(key): _work(works[key], copy) for key in copy.names["studies"] if key in works}
        _copy_codes(source / "coding", target / "coding", copy)
    (target / "references.bib").write_text(write_bibtex(made), "utf-8")


def _copies(real: dict[str, list[str]], records: int) -> Iterator[Copy]:
    """Share out the records that are missing over whole copies and a part of one."""
    whole = sum(map(len, real.values()))
    missing = records - whole
    for number in range(1, missing // whole + 2):
        share = min(1.0, missing / whole - (number - 1))
        names = {kind: _spread(names, round(share * len(names))) for kind, names in real.items()}
        yield Copy(number, names)


def _spread(names: list[str], wanted: int) -> list[str]:
    return [names[place * len(names) // wanted] for place in range(wanted)]


def _copy_record(source: Path, target: Path, name: str, copy: Copy) -> None:
    text = (source / f"{name}.yml").read_text("utf-8")
    modeline = text.partition("\n")[0]
    data = _varied(parse(text), f"{name} {copy.number}", copy)
    body = yaml.dump(
        data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=100_000, indent=2
    )
    (target / f"{copy.name(name)}.yml").write_text(f"{modeline}\n{body}", "utf-8")


def _varied(value: Any, seed: str, copy: Copy, field: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _varied(item, f"{seed} {key}", copy, key) for key, item in value.items()}
    if isinstance(value, list):
        return [_varied(item, f"{seed} {place}", copy, field) for place, item in enumerate(value)]
    if not isinstance(value, str):
        return value
    if field == "title":
        # Two policies of a council with one title would be an error.
        return f"{in_a_place(value, seed)} ({copy.number})"
    return in_a_place(value, seed) if field in PROSE else copy.pointed(field, value)


def in_a_place(text: str, seed: str) -> str:
    """Name a made-up place in place of the last word of a text, the same for the same seed."""
    number = int.from_bytes(sha256(seed.encode()).digest()[:4])
    number, start = divmod(number, len(_STARTS))
    number, middle = divmod(number, len(_MIDDLES))
    place = _STARTS[start] + _MIDDLES[middle] + _ENDS[number % len(_ENDS)]
    return re.sub(r"\S*?(\.?)$", lambda last: f"{place}{last[1]}", text, count=1)


def _work(work: Reference, copy: Copy) -> Reference:
    changed = {
        "key": copy.name(work.key),
        "title": work.title and f"{in_a_place(work.title, f'{work.key} {copy.number}')} ({copy.number})",
        "doi": work.doi and f"{work.doi}.{copy.number}",
    }
    return work.model_copy(update=changed | dict.fromkeys(("isbn", "pmid", "pmcid")))


def _copy_codes(source: Path, target: Path, copy: Copy) -> None:
    chosen = {name for names in copy.names.values() for name in names}
    for table, column in CODING.items():
        with (source / table).open(encoding="utf-8", newline="") as read:
            rows = csv.DictReader(read)
            with (target / table).open("a", encoding="utf-8", newline="") as written:
                writer = csv.DictWriter(written, rows.fieldnames or (), lineterminator="\n")
                writer.writerows(
                    {**row, **_codes(row, copy), column: copy.name(row[column])}
                    for row in rows
                    if row[column] in chosen
                )


def _codes(row: dict[str, str], copy: Copy) -> dict[str, str]:
    """Point the codes of a row to the studies of the copy."""
    return {
        code: BETWEEN.join(copy.pointed(row["field"], part) for part in row[code].split(BETWEEN))
        for code in CODES
        if row[code]
    }
