"""Diagrams of boxes and arrows: each box, note and arrow says its words."""

import pytest

from resilience.figures.diagrams import Arrow, LogicModel, LogicStage, Step, flow, logic_model
from resilience.findings.flow import Stage

STEPS = (Stage("Found", 10, (("leads", 3), ("others: not counted", None))), Stage("Coded", 7))
STAGES = (
    LogicStage("Did", ("Debt advice",)),
    LogicStage("Found", ("Money", "Trust")),
    LogicStage("Measured", ("Health",)),
)
ARROWS = (Arrow("own account", is_unstudied=True), Arrow("mixed evidence", is_unstudied=False))
LOGIC_MODEL_STEPS = (Step("Debt advice", "Health", "mixed evidence", "2 studies"),)


def test_the_table_has_every_number() -> None:
    table = flow(STEPS, title="T", sentence="S", note="N").table
    assert table.to_numpy().tolist() == [
        ["Found", 10, "leads: 3; others: not counted"],
        ["Coded", 7, ""],
    ]


def test_a_box_says_how_many_are_left_and_beside_it_stands_what_fell_away() -> None:
    boxes = flow(STEPS, title="T", sentence="S", note="N").payload()["boxes"]
    assert boxes["kind"] == "flow"
    assert boxes["parts"]["steps"] == [
        {"label": "Found", "n": "10", "aside": ["leads: 3", "others: not counted"]},
        {"label": "Coded", "n": "7", "aside": []},
    ]


def test_arrows_say_how_sure_a_step_is_and_which_ones_are_unstudied() -> None:
    figure = logic_model(LogicModel(STAGES, ARROWS, LOGIC_MODEL_STEPS), title="T", sentence="S.", note="N")
    assert figure.payload()["boxes"] == {
        "kind": "logic",
        "parts": {
            "stages": [
                {"heading": "Did", "boxes": ["Debt advice"]},
                {"heading": "Found", "boxes": ["Money", "Trust"]},
                {"heading": "Measured", "boxes": ["Health"]},
            ],
            "arrows": [
                {"strength": "own account", "is_unstudied": True},
                {"strength": "mixed evidence", "is_unstudied": False},
            ],
        },
    }


def test_the_table_has_a_row_a_step() -> None:
    table = logic_model(
        LogicModel(STAGES, ARROWS, LOGIC_MODEL_STEPS), title="T", sentence="S.", note="N"
    ).table
    assert table.to_dict("records") == [
        {
            "From": "Debt advice",
            "To": "Health",
            "How sure": "mixed evidence",
            "What it rests on": "2 studies",
        }
    ]


def test_arrows_must_fit_between_stages() -> None:
    with pytest.raises(ValueError, match="3 stages need 2 arrows, not 1"):
        LogicModel(STAGES, ARROWS[:1], LOGIC_MODEL_STEPS)
