"""Which code makes all pages old: what turns facts into pages, and nothing that finds facts."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.test_imports import rooms

from resilience.site.states import LAYOUT, NOT_OF_PAGES, PACKAGE, code_below_layout, code_of_layout

LAYING_OUT = ("figures/*.py", "site/charts/*.py", "site/record_parser.py", "site/pages/*drawings.py")
IMPORTED = re.compile(r"^from resilience\.(\w+)", re.MULTILINE)


def modules() -> Iterator[Path]:
    """Give the modules that docutils nodes and drawings are made by."""
    for pattern in LAYING_OUT:
        for path in PACKAGE.glob(pattern):
            if "docutils" in path.read_text("utf-8") or "Figure" in path.read_text("utf-8"):
                yield path


def test_what_turns_facts_into_pages_uses_no_code_that_is_not_counted() -> None:
    found = {
        (path.name, room)
        for path in modules()
        for room in IMPORTED.findall(path.read_text("utf-8"))
        if room not in LAYOUT
    }
    # They write a drawing to a file, take the half-width of an interval, lay rows out, and change no words.
    assert found <= {
        ("figure_drawings.py", "evidence"),
        ("pooled.py", "synthesis"),
        ("diagrams.py", "tables"),
        ("table.py", "tables"),
    }
    assert len(list(modules())) > 10


def test_every_room_counts_somewhere() -> None:
    assert {*LAYOUT, *NOT_OF_PAGES} <= set(rooms())
    assert code_of_layout() != code_below_layout()
