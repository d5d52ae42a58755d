"""What the browser computes for a set is what the page shows, and what the reader's code prints."""

import json
from math import exp
from typing import Any

import pytest
from bs4 import BeautifulSoup
from tests.frozen import sets

from resilience.findings.pools import result_of
from resilience.site.live.browser import Refusal, code_handler
from resilience.site.live.browser import pooling_handler as handler
from resilience.site.pages.common import Pages
from resilience.site.parts import STATIC
from resilience.site.parts.pooling_part import POOLING, intervals_of, plain

BASE = sets()
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
    for module in (handler, code_handler):
        monkeypatch.setattr(module, "read", lambda name: {"pools": SETS}[name])


def ask(
    slug: str, chosen: list[int] | None = None, method: str = "REML", interval: str = "adhoc"
) -> dict[str, Any]:
    places = range(len(SETS[slug]["members"])) if chosen is None else chosen
    request = {"set": slug, "chosen": list(places), "method": method, "interval": interval}
    return handler.pool_again(request)


def test_all_results_give_what_the_page_shows() -> None:
    shown = result_of(BASE, BASE.pools["nature-depressive-mood-smd"])
    found = ask("nature-depressive-mood-smd", interval="robust")
    lead = shown.headline
    assert lead
    assert found["pooled"]["value"] == lead.estimate
    assert (found["pooled"]["low"], found["pooled"]["high"]) == (lead.ci_low, lead.ci_high)
    assert (found["pooled"]["new_low"], found["pooled"]["tau2"]) == (lead.pooled.new_low, lead.pooled.tau2)
    assert found["pooled"]["samples"] == 34
    assert shown.asymmetry
    assert found["egger"]["p"] == shown.asymmetry.p
    assert found["funnel"]


def test_the_modified_interval_is_that_of_the_page() -> None:
    lead = result_of(BASE, BASE.pools["womens-groups-neonatal-mortality"]).headline
    found = ask("womens-groups-neonatal-mortality")
    assert lead
    assert found["pooled"]["low"] == exp(lead.ci_low)
    assert found["pooled"]["includes_none"]
    assert (found["egger"], found["funnel"]) == (None, False)


@pytest.mark.parametrize(
    ("slug", "first"),
    [("nature-depressive-mood-smd", "robust"), ("womens-groups-neonatal-mortality", "adhoc")],
)
def test_the_interval_that_leads_is_chosen_first(slug: str, first: str) -> None:
    assert intervals_of(SETS[slug]["clustered"])[0] == first


def test_without_one_result_it_is_what_the_table_says() -> None:
    shown = result_of(BASE, BASE.pools["womens-groups-neonatal-mortality"])
    found = ask("womens-groups-neonatal-mortality", [1, 2, 3, 4, 5])
    assert found["pooled"]["estimate"] == shown.without[0].estimate
    assert found["pooled"]["low"] == exp(shown.without[0].ci_low)


def test_a_group_of_two_stays_side_by_side() -> None:
    members = SETS["greenness-mental-health-or"]["members"]
    places = [place for place, one in enumerate(members) if one["group"] == "Per step of a greenness index"]
    assert len(ask("greenness-mental-health-or", places)["groups"]) == 1
    assert ask("greenness-mental-health-or", places[:2])["groups"] == []


@pytest.mark.parametrize("slug", SETS)
def test_the_books_own_numbers_stand_beside_the_choice(slug: str) -> None:
    html = POOLING.render(Pages(BASE), slug, root="./", download="6 MB", uri=str)
    (live,) = BeautifulSoup(html, "html.parser").select(".pool-live")
    stated = json.loads(str(live["data-published"]))
    places = [place for place, one in enumerate(SETS[slug]["members"]) if one["pooled"]]
    assert stated == ask(slug, places, interval=intervals_of(SETS[slug]["clustered"])[0])


def test_the_page_says_for_how_long_code_may_run() -> None:
    html = POOLING.render(Pages(BASE), next(iter(SETS)), root="./", download="6 MB", uri=str)
    assert "ANSWER_MS = 20_000;" in (STATIC / "live.js").read_text("utf-8")
    assert "after 20 seconds it is stopped" in html


@pytest.mark.parametrize("slug", SETS)
def test_the_code_that_is_offered_runs(slug: str) -> None:
    html = POOLING.render(Pages(BASE), slug, root="./", download="6 MB", uri=str)
    (offered,) = BeautifulSoup(html, "html.parser").select("textarea")
    answer = code_handler.run_code({"set": slug, "code": offered.get_text()})
    assert not answer["failed"]
    assert "95% interval" in answer["printed"]


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
        ([], "REML", "z", "Tick at least three results."),
        ([0], "REML", "adhoc", "Tick at least three results."),
        ([0, 1], "REML", "adhoc", "they are shown side by side"),
        ([0, 1], "FE", "z", "they are shown side by side"),
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
    assert code_handler.run_code(request) == {"printed": "6\n", "failed": False}


@pytest.mark.parametrize("code", ["1 / 0", "raise SystemExit", "(", "\ud800"])
def test_a_fault_in_the_readers_code_is_told_as_text(code: str) -> None:
    answer = code_handler.run_code({"set": "womens-groups-neonatal-mortality", "code": code})
    assert answer["failed"]
    assert "_handler.py" not in answer["printed"]
    assert answer["printed"]


def test_the_readers_code_does_not_change_the_set() -> None:
    code = "members[0]['yi'] = 99; members.clear()"
    code_handler.run_code({"set": "womens-groups-neonatal-mortality", "code": code})
    assert len(SETS["womens-groups-neonatal-mortality"]["members"]) == 6
    assert SETS["womens-groups-neonatal-mortality"]["members"][0]["yi"] != 99
