"""Pages of the small book say, word for word, what they said when somebody last looked.

Is the new text better? Then `python -m tests.golden.write` keeps it, and the commit shows what changed.
"""

from difflib import unified_diff
from pathlib import Path

import pytest
from tests.golden.book import KEPT, PAGES, kept, text_of

NEXT = "Is this better? Then: .venv/bin/python -m tests.golden.write"


@pytest.mark.parametrize("docname", PAGES)
def test_a_page_says_what_was_kept(site: Path, docname: str) -> None:
    path = kept(docname)
    before = path.read_text("utf-8") if path.exists() else ""
    lines = (text.splitlines() for text in (before, text_of(site, docname)))
    diff = "\n".join(unified_diff(*lines, f"kept: {path.name}", f"now: {docname}", lineterm="", n=1))
    assert not diff, f"{diff}\n\n{NEXT}"


def test_no_page_is_kept_that_nobody_builds() -> None:
    assert set(KEPT.glob("*.txt")) == {kept(docname) for docname in PAGES}, NEXT
