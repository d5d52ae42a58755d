"""Name the locked Python packages that have a known weakness, by the open database OSV (https://osv.dev).

It sends names and versions of the packages in `requirements/*.lock`. npm asks for its own lock by itself.
"""

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

ROOT = Path(__file__).parents[1]
DATABASE = "https://api.osv.dev/v1/"
PIN = re.compile(r"^([a-z0-9][\w.-]*)==([^ ;\\]+)", re.MULTILINE)
ECOSYSTEM = "PyPI"
AT_ONCE = 500
"""Packages in a question; the database takes 1,000."""
PATIENCE = 60
"""Seconds for an answer."""

Ask = Callable[[str, Any], Any]
"""Asks the database: a path, and what is sent to it or None."""


def pins_in(folder: Path) -> dict[tuple[str, str], list[str]]:
    """Give each locked package and version with the locks that hold it."""
    found: dict[tuple[str, str], list[str]] = {}
    for lock in sorted(folder.glob("*.lock")):
        for name, version in PIN.findall(lock.read_text("utf-8")):
            found.setdefault((name, version), []).append(lock.name)
    return found


def weaknesses(pins: dict[tuple[str, str], list[str]], ask: Ask) -> Iterator[str]:
    """Write a line for each weakness of a package; one that goes by several names is told once."""
    for (name, version), ids in _known(list(pins), ask):
        told: set[str] = set()
        for one in ids:
            record = ask(f"vulns/{one}", None)
            names = {one, *record.get("aliases", [])}
            if record.get("withdrawn") or names & told:
                continue
            told |= names
            fixed = _fixed(record, name)
            mend = f"mended in {', '.join(fixed)}" if fixed else "no mended release is named"
            where = ", ".join(pins[name, version])
            yield f"{name} {version} ({where}): {one} {record.get('summary', '')}".rstrip() + f"; {mend}"


def _known(packages: list[tuple[str, str]], ask: Ask) -> Iterator[tuple[tuple[str, str], list[str]]]:
    for start in range(0, len(packages), AT_ONCE):
        those = packages[start : start + AT_ONCE]
        queries = [
            {"package": {"name": name, "ecosystem": ECOSYSTEM}, "version": version} for name, version in those
        ]
        results = ask("querybatch", {"queries": queries})["results"]
        for package, result in zip(those, results, strict=True):
            if found := [one["id"] for one in result.get("vulns", [])]:
                yield package, found


def _fixed(record: dict[str, Any], name: str) -> list[str]:
    """Name the releases in which a weakness of a package is mended."""
    ranges = [
        range_
        for part in record.get("affected", [])
        if part.get("package", {}).get("name", "").lower().replace("_", "-") == name
        for range_ in part.get("ranges", [])
        if range_.get("type") == "ECOSYSTEM"
    ]
    return sorted({event["fixed"] for range_ in ranges for event in range_["events"] if "fixed" in event})


def ask_database(path: str, sent: Any) -> Any:
    """Ask the database; raises URLError where it gives no answer."""
    data = None if sent is None else json.dumps(sent).encode()
    request = Request(DATABASE + path, data=data, headers={"Content-Type": "application/json"})
    with urlopen(request, timeout=PATIENCE) as answer:
        return json.load(answer)


def main() -> None:
    """Ask about all locks; ends with 1 where a package has a known weakness."""
    pins = pins_in(ROOT / "requirements")
    try:
        found = list(weaknesses(pins, ask_database))
    except URLError as error:
        sys.exit(f"The database of weaknesses gave no answer ({error.reason}). Try again later.")
    print("\n".join([*found, f"{len(pins)} packages; {len(found)} known weaknesses."]))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
