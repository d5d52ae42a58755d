"""A part is one Python file, one template and one script: what it names is there, and its text is text."""

from pathlib import Path

import pytest
from docutils import nodes
from docutils.utils import new_document
from tests.site.conftest import Build, write_home

from resilience.site.live.browser import bridge
from resilience.site.parts import AREAS, CHOOSE, GAP_MAP, MATCHING, POOLING, POWER, STATIC
from resilience.site.parts.part import PARTS, TEMPLATES, Part, files_of
from resilience.site.wording.value_nodes import LivePart

ALL = (AREAS, CHOOSE, GAP_MAP, MATCHING, POOLING, POWER)


@pytest.fixture(autouse=True)
def _parts(monkeypatch: pytest.MonkeyPatch) -> None:
    for part in ALL:
        monkeypatch.setitem(PARTS, part.name, part)


@pytest.mark.parametrize("part", ALL, ids=lambda part: part.name)
def test_all_that_a_part_names_is_there(part: Part) -> None:
    assert part.template in TEMPLATES.list_templates()
    assert [name for name in (part.style, *part.scripts) if not (STATIC / name).is_file()] == []
    for name, handler in part.live_handlers():
        assert bridge._handler(handler.target) is {**part.handlers, **part.apart}[name]
        assert handler.is_apart is (name in part.apart)
        assert handler.modules[0].startswith("resilience.site.live.browser.")


def page_with(*parts: Part) -> nodes.document:
    document = new_document("page")
    document += [LivePart(kind=part.name, data="") for part in parts]
    return document


def test_what_parts_share_is_loaded_once_and_first() -> None:
    assert files_of(page_with()) == []
    assert files_of(page_with(GAP_MAP)) == ["part.js", "gap-map.css", "gap-map.js"]
    assert files_of(page_with(AREAS, POWER, AREAS)) == [
        "part.js",
        "live.js",
        "areas.css",
        "find-place.css",
        "find-place.js",
        "readers-link.js",
        "areas.js",
        "plan.css",
        "plan.js",
    ]


def test_a_part_about_what_is_not_there_is_a_warning_on_its_line(small_book: Path, build: Build) -> None:
    write_home(small_book, "```{pool} no-such-set\n```")
    app = build(small_book)
    assert "{pool} no-such-set: nothing in the evidence has this name [evidence.name]" in app.warnings  # type: ignore[attr-defined]
    assert "index.md:3" in app.warnings  # type: ignore[attr-defined]
