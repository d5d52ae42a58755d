"""What the processes of a build share, send and hold."""

from collections import defaultdict
from types import SimpleNamespace
from typing import Any

import pytest
from tests.frozen import book

from resilience.site import processes
from resilience.site.pages.catalogue import docnames, kind_of

APP: Any = SimpleNamespace


def environment() -> Any:
    known = ("studies/one", "studies/two")
    metadata: dict[str, dict[str, str]] = defaultdict(dict, {name: {"title": name} for name in known})
    return SimpleNamespace(
        tocs=dict.fromkeys(known, ""),
        titles=dict.fromkeys(known, ""),
        longtitles=dict.fromkeys(known, ""),
        metadata=metadata,
    )


def test_the_process_that_merges_forgets_nothing() -> None:
    env, forget = environment(), processes._Forgetting()
    forget(APP(env=env), "studies/three", [""])
    assert (list(env.tocs), list(env.metadata)) == (["studies/one", "studies/two"],) * 2


def test_a_process_that_reads_forgets_others_once_and_keeps_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    env, forget = environment(), processes._Forgetting()
    monkeypatch.setattr("os.getpid", lambda: -1)
    forget(APP(env=env), "studies/two", [""])
    assert (env.tocs, env.titles, env.longtitles) == ({}, {}, {})
    assert env.metadata == {"studies/two": {"title": "studies/two"}}
    assert env.metadata["studies/new"] == {}
    env.tocs["studies/two"] = "its own"
    forget(APP(env=env), "studies/three", [""])
    assert env.tocs == {"studies/two": "its own"}


@pytest.mark.parametrize("many", [True, False])
def test_what_pages_share_is_worked_out_before_many_are_read(
    many: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: Any = APP(base=book())
    asked: list[str] = []
    names = [name for name, _ in docnames(pages.base)]
    monkeypatch.setattr(processes, "MANY", len(names) if many else len(names) + 2)
    monkeypatch.setattr(processes, "pages_of", lambda env: pages)
    monkeypatch.setattr(processes, "page_of", lambda _, name: asked.append(name))
    processes._work_out_what_is_shared(APP(), APP(), ["index", *names])
    kinds = {kind_of(name)[0] for name in asked}
    assert kinds == ({kind_of(name)[0] for name in names} if many else set())
    assert len(asked) == len(kinds)
