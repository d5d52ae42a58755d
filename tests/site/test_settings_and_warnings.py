"""Settings say what they do and what they may be; warnings have one wording each."""

import os
import re
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sphinx.errors import ConfigError

from resilience.execution.warnings_ import NotebookWarning
from resilience.site.settings import SiteSettings
from resilience.site.site_warnings import SiteWarning

if TYPE_CHECKING:
    from tests.site.conftest import Build

SOURCE = Path(__file__).parents[2] / "src/resilience"
WORDS = """\
notebook.reads: notebook %s: it depends on `%s`, but the repository has no such file.
notebook.reads: notebook %s: it used what its front matter does not declare. Add to `reads:`, or do without:\\n%s
notebook.asks: notebook %s: it asks for `%s`, which has no answer: %s
notebook.asks: notebook %s: it asks what its front matter does not declare. Add to `asks:`, or do without:\\n%s
notebook.cell: notebook %s: it failed.\\n%s
evidence.name: {%s} %s: nothing in the evidence has this name
figure.drawing: The figure '%s' can't be drawn: %s
live.core: The browser's Python is not installed in %s, so live pages can't answer. `make site` installs it; by hand: run `npm ci` in the folder live.
shell.missing: the page shell links to '%s', which does not exist
search.missing: search.yml has words for the page '%s', which does not exist
plain.words: on the page %s readers would stumble over %s: %s
"""  # noqa: E501


def test_every_warning_says_what_it_always_said() -> None:
    said = [f"{one.kind}.{one.subtype}: {one.words}" for one in (*NotebookWarning, *SiteWarning)]
    assert [line.replace("\n", "\\n") for line in said] == WORDS.splitlines()


def test_no_warning_is_made_elsewhere() -> None:
    elsewhere = [
        path.name
        for room in ("site", "execution")
        for path in (SOURCE / room).rglob("*.py")
        if re.search(r"log(ger)?\.(warning|error)\(", path.read_text("utf-8"))
    ]
    assert elsewhere == ["warnings_.py"]


def test_every_setting_says_what_it_does_and_has_a_value_that_can_be() -> None:
    assert {one.name for one in fields(SiteSettings)} == {
        "package",
        "common_inputs",
        "guarded",
        "workers",
        "memory",
        "repository",
        "site",
        "live_core",
        "code",
        "templates",
    }
    for one in fields(SiteSettings):
        assert one.metadata["help"].endswith(".")
        assert one.metadata["fault"](one.default) is None
    assert SiteSettings().workers == os.cpu_count()


def test_all_values_that_can_not_be_are_named_at_once(small_book: Path, build: "Build") -> None:
    with pytest.raises(ConfigError) as stopped:
        build(
            small_book,
            resilience_repository="github",
            resilience_site="book",
            resilience_workers=0,
            resilience_memory=0,
        )
    assert str(stopped.value).splitlines() == [
        "resilience_workers is 0: at least one notebook must run at a time.",
        "resilience_memory is 0: a notebook needs 500 to start.",
        "resilience_repository is 'github': leave it empty, or give an address such as "
        "https://github.com/<owner>/<name>.",
        "resilience_site is 'book': leave it empty, or give an address such as https://book.example.org.",
    ]
