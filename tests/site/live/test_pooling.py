"""What the browser computes for a set is what the page shows, and the reader's code can do no harm."""

from pathlib import Path
from typing import Any

import pytest

from resilience.assessment.pools import result_of
from resilience.evidence import load
from resilience.site.live.browser.refusal import Refusal
from resilience.site.live.pooling import handler
from resilience.site.live.pooling.sets import plain

BASE = load(Path(__file__).parents[3])
SETS = {
    slug: plain(result_of(BASE, BASE.pools[slug]))
    for slug in (
        "womens-groups-neonatal-mortality",
        "nature-depressive-mood-smd",
        "greenness-mental-health-or",
    )
}


@pytest.fixture(autouse=True)
def _data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handler, "read", lambda name: {"pools": SETS}[name])


def ask(
    slug: str, chosen: list[int] | None = None, method: str = "REML", interval: str = "z"
) -> dict[str, Any]:
    places = range(len(SETS[slug]["members"])) if chosen is None else chosen
    request = {"set": slug, "chosen": list(places), "method": method, "interval": interval}
    return handler.pool_again(request)


def test_all_results_give_what_the_page_shows() -> None:
    shown = result_of(BASE, BASE.pools["nature-depressive-mood-smd"])
    found = ask("nature-depressive-mood-smd")
    assert shown.pooled
    assert shown.robust
    assert (found["pooled"]["value"], found["pooled"]["tau2"]) == (shown.pooled.estimate, shown.pooled.tau2)
    assert found["robust"]["low"] == shown.robust.ci_low
    assert found["egger"]["p"] == shown.asymmetry.p if shown.asymmetry else False


def test_without_one_result_it_is_what_the_table_says() -> None:
    shown = result_of(BASE, BASE.pools["womens-groups-neonatal-mortality"])
    found = ask("womens-groups-neonatal-mortality", [1, 2, 3, 4, 5])
    assert found["pooled"]["estimate"] == shown.without[0].estimate


def test_a_set_in_groups_has_no_number_for_all() -> None:
    found = ask("greenness-mental-health-or")
    assert found["pooled"] is None
    assert {group["name"] for group in found["groups"]} == {
        "Most against least green",
        "More green space, contrast not stated in the record",
        "Per step of a greenness index",
    }


@pytest.mark.parametrize(
    ("chosen", "method", "interval", "sentence"),
    [
        ([], "REML", "z", "Tick at least two results."),
        (None, "FE", "knha", "The Knapp-Hartung interval is for methods that allow studies to differ"),
    ],
)
def test_what_cannot_be_pooled_is_refused(
    chosen: list[int] | None, method: str, interval: str, sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        ask("womens-groups-neonatal-mortality", chosen, method, interval)


def test_the_readers_code_prints() -> None:
    request = {"set": "womens-groups-neonatal-mortality", "code": "print(len(members))"}
    assert handler.run_code(request) == {"printed": "6\n", "failed": False}


@pytest.mark.parametrize("code", ["1 / 0", "raise SystemExit", "(", "\ud800"])
def test_a_fault_in_the_readers_code_is_told_as_text(code: str) -> None:
    answer = handler.run_code({"set": "womens-groups-neonatal-mortality", "code": code})
    assert answer["failed"]
    assert "handler.py" not in answer["printed"]
    assert answer["printed"]


def test_the_readers_code_does_not_change_the_set() -> None:
    code = "members[0]['yi'] = 99; members.clear()"
    handler.run_code({"set": "womens-groups-neonatal-mortality", "code": code})
    assert len(SETS["womens-groups-neonatal-mortality"]["members"]) == 6
    assert SETS["womens-groups-neonatal-mortality"]["members"][0]["yi"] != 99
