"""The rooms of the house: imports only ever point down, and some libraries stay in one room."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from resilience.site.states import LAYOUT, NOT_OF_PAGES

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/resilience"
PAGE = ROOT / "book/methods/architecture.md"

# Ground floor first; rooms on one floor do not know each other.
FLOORS = [
    {"records", "matching", "synthesis", "tables", "duplicates"},
    {"evidence", "rating"},
    {"findings"},
    {"policies", "places", "learning", "bulk"},
    {"official", "appraisal"},
    {"planning"},
    {"checks"},
    {"changes", "datapackage", "drafts"},
    {"figures", "importing"},
    {"received"},
    {"asks"},
    {"execution"},
    {"site"},
    {"cli"},
]
FLOOR = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}

# These run in the reader's browser too.
ONLY_THESE = {"matching": {"rapidfuzz"}, "synthesis": set[str]()}
LIVES_ONLY_IN = {
    "altair": {"figures"},
    "dask": {"bulk"},
    "distributed": {"bulk"},
    "vl_convert": {"figures"},
    "docutils": {"site"},
    "jupyter_book": {"site"},
    "jupyter_cache": {"execution"},
    "myst_nb": {"execution", "site"},
    "myst_parser": {"site"},
    "pyarrow": {"tables"},
    "sphinx": {"execution", "site"},
}


def imported(source: str, package: str) -> Iterator[str]:
    """Yield the dotted name of everything that a module of `package` imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = whole_name(node, package)
            yield from (f"{module}.{name.name}" for name in node.names)


def whole_name(node: ast.ImportFrom, package: str) -> str:
    """Give the module that is imported from, with the dots of a relative import resolved."""
    parts = package.split(".")
    base = parts[: len(parts) - node.level + 1] if node.level else []
    return ".".join([*base, *(node.module or "").split(".")]).strip(".")


def fault(room: str, name: str) -> str | None:
    """Say why a module in `room` may not import `name`."""
    top, _, rest = name.partition(".")
    if top == "resilience":
        return fault_inside(room, rest.split(".")[0])
    if room not in LIVES_ONLY_IN.get(top, {room}):
        return f"{top} is for {' and '.join(sorted(LIVES_ONLY_IN[top]))} only"
    if room in ONLY_THESE and top not in sys.stdlib_module_names | ONLY_THESE[room]:
        return f"{room} runs in the browser and cannot have {top}"
    return None


def fault_inside(room: str, other: str) -> str | None:
    """Say why `room` may not import the room `other`."""
    if other == room:
        return None
    if other not in FLOOR:
        return f"{other} is not a room"
    if room in ONLY_THESE:
        return f"{room} stands alone and cannot have {other}"
    if FLOOR[other] >= FLOOR[room]:
        return f"{other} is not below {room}"
    return None


def rooms() -> list[str]:
    return sorted(path.name for path in SOURCE.iterdir() if any(path.glob("*.py")))


def test_every_room_has_a_floor() -> None:
    assert set(rooms()) <= set(FLOOR)
    assert "records" in rooms()


def test_the_page_on_the_code_names_every_room_from_the_top_down() -> None:
    named = re.findall(r"^\| `(\w+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(named) == rooms()
    heights = [FLOOR[room] for room in named]
    assert heights == sorted(heights, reverse=True)


def test_the_site_knows_only_rooms_that_are_there() -> None:
    assert {*LAYOUT, *NOT_OF_PAGES} <= set(rooms())


def test_the_page_on_the_code_names_only_files_that_are_there() -> None:
    parts = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    told = "".join(part for part in parts if part.startswith(("What stands in", "Where do I change")))
    named = re.findall(r"`([\w.<>-]+/[\w.<>/-]*|[\w-]+\.\w+)`", told)
    assert len(named) > 50
    # A file that somebody will make has its folder already, where that is not to be made too.
    known = [name.partition("<")[0].rpartition("/")[0] if "<" in name else name for name in named]
    assert [name for name in known if not any((top / name).exists() for top in (ROOT, SOURCE))] == []


def test_imports_point_down() -> None:
    faults = []
    for room in rooms():
        for path in (SOURCE / room).rglob("*.py"):
            package = ".".join(["resilience", *path.relative_to(SOURCE).parent.parts])
            for name in imported(path.read_text(encoding="utf-8"), package):
                if reason := fault(room, name):
                    faults.append(f"{path.relative_to(SOURCE)}: {reason}")
    assert faults == []


@pytest.mark.parametrize(
    ("room", "source", "expected"),
    [
        ("evidence", "from resilience.records import Study", None),
        ("records", "from resilience.evidence import load", "evidence is not below records"),
        ("records", "import resilience.cli", "cli is not below records"),
        ("places", "from resilience import policies", "policies is not below places"),
        ("records", "from ..site import theme", "site is not below records"),
        ("site", "from .theme import tables", None),
        ("records", "from .. import site", "site is not below records"),
        ("matching", "import re, rapidfuzz", None),
        ("matching", "import pandas", "matching runs in the browser and cannot have pandas"),
        ("synthesis", "import rapidfuzz", "synthesis runs in the browser and cannot have rapidfuzz"),
        (
            "synthesis",
            "from resilience.records import Study",
            "synthesis stands alone and cannot have records",
        ),
        ("checks", "from sphinx.util import logging", "sphinx is for execution and site only"),
        ("site", "import altair as alt", "altair is for figures only"),
    ],
)
def test_a_wrong_import_is_seen(room: str, source: str, expected: str | None) -> None:
    faults = [fault(room, name) for name in imported(source, f"resilience.{room}")]
    assert [reason for reason in faults if reason] == ([expected] if expected else [])
