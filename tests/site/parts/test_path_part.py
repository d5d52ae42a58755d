"""The steps of the path run in a Python that has nothing else, and answer as `planning` does."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from docutils.utils import new_document
from tests.frozen import book

from resilience.planning.answer import answer
from resilience.planning.from_records.facts import planning_facts
from resilience.planning.pack import STEP_BY_NAME
from resilience.site.live.browser import path_handler
from resilience.site.live.bundle import build_bundle
from resilience.site.pages.common import Pages
from resilience.site.parts.part import PARTS, Part, files_of
from resilience.site.parts.path_part import PATH
from resilience.site.wording.value_nodes import LivePart

IN_A_BARE_PYTHON = """
import importlib, json, sys
sys.path = [sys.argv[1], *[path for path in sys.path if "site-packages" not in path]]
for name in json.loads(sys.argv[2]):
    importlib.import_module(name)
print(sorted(name for name in sys.modules if name.startswith("resilience.planning.from_records")))
"""
PAGES = Pages(book())
FACTS = planning_facts(PAGES)
LINK = "?outcomes=connection&activities=befriending&outcomes=mind"


def test_all_that_the_steps_need_is_in_the_bundle(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle.zip"
    modules = [PATH.handlers["path"].__module__, *PATH.imports]
    bundle.write_bytes(build_bundle(modules))
    command = [sys.executable, "-I", "-S", "-c", IN_A_BARE_PYTHON, str(bundle), json.dumps(modules)]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (finished.stderr, finished.stdout.strip()) == ("", "[]")


@pytest.mark.parametrize("only", ["", *STEP_BY_NAME])
def test_the_handler_answers_as_the_command_does(
    only: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "planning.json").write_text(json.dumps(FACTS), "utf-8")
    monkeypatch.setattr("resilience.site.live.browser.FOLDER", tmp_path)
    monkeypatch.setattr(path_handler, "FOLDER", tmp_path)
    monkeypatch.setattr(
        path_handler, "read", lambda name: json.loads((tmp_path / f"{name}.json").read_text())
    )
    request = {
        "link": LINK,
        "standing": None,
        "only": only,
        "day": "2026-11-30",
        "address": "https://example.org",
    }
    found = path_handler.path(request)
    assert list(found["steps"]) == ([only] if only else list(STEP_BY_NAME))
    assert json.dumps(found) == json.dumps(answer(request, FACTS, None))


def test_a_part_that_uses_the_steps_loads_what_they_need_and_is_live(monkeypatch: pytest.MonkeyPatch) -> None:
    part = Part(
        "adapt", "path-step.html", lambda *_: {"step": "adapt"}, "plan.css", ("plan.js",), uses=(PATH,)
    )
    monkeypatch.setitem(PARTS, part.name, part)
    page = new_document("page")
    page += LivePart(kind=part.name, data="")
    assert part.is_live
    assert files_of(page)[:3] == ["part.js", "live.js", PATH.style]
    assert files_of(page)[-3:] == ["path-steps.js", "plan.css", "plan.js"]


def test_without_scripts_a_sentence_says_where_the_examples_are() -> None:
    html = PATH.render(PAGES, "adapt", root="./", download="6 MB", uri=str)
    assert "needs JavaScript" in BeautifulSoup(html, "html.parser").get_text()


def test_a_step_that_there_is_not_is_refused() -> None:
    with pytest.raises(KeyError):
        PATH.render(PAGES, "dance", root="./", download="6 MB", uri=str)
