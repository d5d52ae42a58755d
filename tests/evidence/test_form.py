"""Bringing a file into form never changes what it says."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from resilience.evidence.form import to_form
from resilience.evidence.kinds import KINDS
from resilience.evidence.yaml_reader import Loader
from resilience.records.policy import Policy

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "form.yml").read_text())
MODELS = {kind.name: kind.model for kind in KINDS}
SENTENCES = st.lists(
    st.sampled_from(
        ["One.", "two", "Three?", "No!", "4.", "no", "1_0", "#5", ": x", "“So”", "- a", "é", "&b", "%"]
    ),
    min_size=1,
).map(" ".join)
VALUES = st.none() | st.booleans() | st.integers(0, 99) | st.floats(0, 9) | SENTENCES | st.text(max_size=9)
RECORDS = st.fixed_dictionaries(
    {},
    optional={
        "title": VALUES,
        "year_start": VALUES,
        "summary": SENTENCES,
        "types": st.lists(SENTENCES, max_size=3),
        "actions": st.lists(st.fixed_dictionaries({"coded": VALUES}, optional={"text": VALUES}), max_size=3),
        "mood": VALUES,
    },
)


def meaning(text: str) -> str:
    """Read YAML by PyYAML's own way, so that our reader can't hide its own slip."""
    return json.dumps(yaml.load(text, Loader), sort_keys=True)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case: dict[str, Any]) -> None:
    formed = to_form(case["input"], MODELS[case["kind"]])
    assert formed == case["expect"], case["note"]
    assert to_form(formed, MODELS[case["kind"]]) == formed


@settings(max_examples=150)
@given(record=RECORDS, flow=st.sampled_from([None, True, False]), shuffle=st.randoms(use_true_random=False))
def test_meaning_stays(record: dict[str, Any], flow: bool | None, shuffle: random.Random) -> None:
    keys = list(record)
    shuffle.shuffle(keys)
    text = yaml.safe_dump({key: record[key] for key in keys}, default_flow_style=flow, sort_keys=False)
    formed = to_form(text, Policy)
    assert meaning(formed) == meaning(text)
    assert to_form(formed, Policy) == formed


@settings(max_examples=150)
@given(record=RECORDS, at=st.integers(0, 9), inline=st.booleans())
def test_remarks_stay(record: dict[str, Any], at: int, inline: bool) -> None:
    lines = yaml.safe_dump(record, sort_keys=False, width=1000).splitlines()
    at = at % len(lines)
    lines[at] = f"{lines[at]} # remark" if inline else f"# remark\n{lines[at]}"
    text = "\n".join(lines) + "\n"
    before = meaning(text)
    formed = to_form(text, Policy)
    assert meaning(formed) == before
    if json.loads(before) == json.loads(json.dumps(record)):
        assert formed.count("# remark") == text.count("# remark")


def test_what_can_not_be_read_is_refused() -> None:
    for text in ("a: [", "title: a\ntitle: b\n", "title: &a b\n"):
        with pytest.raises(yaml.YAMLError):
            to_form(text, Policy)
