"""A page is out of date when its facts or the words of its template have changed."""

from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from resilience.evidence import load
from resilience.site import shown
from resilience.site.pages.catalogue import page_of
from resilience.site.pages.common import Pages

PAGES = Pages(load(Path(__file__).parents[2]))
NAMES = ("studies/mead-2010-befriending-depression", "policies/fairer-fife-commission-2014")


@pytest.fixture
def env(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give a build that has read two pages."""
    env = SimpleNamespace(metadata=defaultdict(dict), all_docs=dict.fromkeys(NAMES))
    monkeypatch.setattr(shown, "pages_of", lambda _: PAGES)
    monkeypatch.setattr(shown, "_state", lambda _: "now")
    monkeypatch.setattr(shown, "code_below_layout", lambda: "code")
    monkeypatch.setattr(shown, "made_from", lambda _, thing: "code" if thing == shown.CODE else "before")
    monkeypatch.setattr(shown, "because", lambda _env, _why, names: list(names))
    for name in NAMES:
        shown.note_shown(env, name, shown.PAGE, "", page_of(PAGES, name))  # type: ignore[arg-type]
    return env


def stale(env: Any) -> list[str]:
    return shown.find_stale(SimpleNamespace(), env, set(), set(), set())  # type: ignore[arg-type]


def test_nothing_is_stale_when_nothing_changed(env: Any) -> None:
    assert stale(env) == []


@pytest.mark.parametrize(
    ("template", "pages"),
    [("pages/study", NAMES[:1]), ("pages/policy", NAMES[1:]), ("pages/council", ())],
)
def test_a_changed_template_makes_the_pages_of_its_kind_stale(
    env: Any, monkeypatch: pytest.MonkeyPatch, template: str, pages: tuple[str, ...]
) -> None:
    source_of = shown.source_of
    monkeypatch.setattr(shown, "source_of", lambda name: source_of(name) + "!" * (name == template))
    assert stale(env) == list(pages)


def test_a_changed_fact_makes_a_page_stale(env: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = Pages(PAGES.base)
    key = NAMES[0].partition("/")[2]
    study = PAGES.base.studies[key].model_copy(update={"summary": "Another summary."})
    monkeypatch.setitem(PAGES.base.all_studies, key, study)  # type: ignore[arg-type]
    monkeypatch.setattr(shown, "pages_of", lambda _: changed)
    assert stale(env) == [NAMES[0]]
