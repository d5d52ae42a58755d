"""Each change of a logic model does what it says, or is refused with a sentence."""

from dataclasses import replace

import pytest
from hypothesis import given as tried_with
from hypothesis import strategies as st
from tests.planning.made_logic import given

from resilience.planning.given import Given
from resilience.planning.logic import edited, model_of
from resilience.planning.logic_changes import CannotChange, changed
from resilience.planning.logic_edits import read_edits, write_edits
from resilience.planning.logic_fitting import MOST_ARROWS, MOST_BOXES

START = given("befriending", outcomes=("mind",))
ADD = {"do": "add", "stage": "change", "text": "Ties"}
JOIN = {"do": "join", "start": "1", "end": "outcome-mind"}
PART = {"do": "part", "start": "do-befriending", "end": "outcome-mind"}


def after(start: Given, *changes: dict[str, str]) -> Given:
    """Make changes one after the other, each in the link of the one before."""
    for change in changes:
        text = write_edits(changed(start, change).edits)
        start = replace(start, walk=replace(start.walk, model=text))
    return start


def says(start: Given, change: dict[str, str]) -> str:
    return changed(start, change).says


@pytest.mark.parametrize(
    ("before", "change", "text", "sentence"),
    [
        (
            [],
            ADD,
            "box_1_change_Ties",
            "Added “Ties” to “What changes between people and organisations”, as your own.",
        ),
        (
            [ADD],
            JOIN,
            "box_1_change_Ties.join_1_outcome-mind",
            "Added the arrow from “Ties” to “Mind”, as your assumption.",
        ),
        (
            [ADD],
            {"do": "rename", "box": "1", "text": "Trust"},
            "box_1_change_Trust",
            "“Ties” is now “Trust”.",
        ),
        (
            [],
            {"do": "rename", "box": "outcome-mind", "text": " Calm\n"},
            "name_outcome-mind_Calm",
            "“Mind” is now “Calm”.",
        ),
        ([ADD, JOIN], {"do": "remove", "box": "1"}, "", "Removed “Ties” and its arrows."),
        ([], {"do": "remove", "box": "outcome-mind"}, "drop_outcome-mind", "Removed “Mind” and its arrows."),
        (
            [{"do": "remove", "box": "outcome-mind"}],
            {"do": "restore", "box": "outcome-mind"},
            "",
            "Put back “Mind”, as records have it.",
        ),
        ([], PART, "part_do-befriending_outcome-mind", "Removed the arrow from “Befriending” to “Mind”."),
        (
            [PART],
            PART | {"do": "join"},
            "",
            "The arrow from “Befriending” to “Mind” is back, as records give it.",
        ),
        ([ADD, JOIN], JOIN | {"do": "part"}, "box_1_change_Ties", "Removed the arrow from “Ties” to “Mind”."),
        ([ADD, PART], {"do": "records"}, "", "The model is again what records say."),
    ],
)
def test_a_change_does_what_it_says(
    before: list[dict[str, str]], change: dict[str, str], text: str, sentence: str
) -> None:
    start = after(START, *before)
    assert write_edits(changed(start, change).edits) == text
    assert says(start, change) == sentence


FULL = given(model=".".join(f"box_{n}_do_Tea" for n in range(1, MOST_BOXES + 1)))
CROWDED = given(
    model=".".join(
        [f"box_{n}_do_Tea" for n in range(1, 11)]
        + [f"box_{n}_outcome_Joy" for n in range(11, 18)]
        + [f"join_{start}_{end}" for start in range(1, 11) for end in range(11, 17)]
    )
)


@pytest.mark.parametrize(
    ("start", "change", "sentence"),
    [
        (START, ADD | {"text": " \n"}, "A box needs words."),
        (START, ADD | {"text": "a" * 121}, "up to 120 letters; this has 121"),
        (START, {"do": "remove", "box": "7"}, "Choose a box that is in the model."),
        (START, {"do": "join", "start": "", "end": ""}, "Choose a box that is in the model."),
        (START, PART | {"do": "join"}, "is there already"),
        (START, {"do": "join", "start": "outcome-mind", "end": "do-befriending"}, "never back"),
        (START, {"do": "part", "start": "1", "end": "2"}, "not in the model any more"),
        (START, {"do": "fly"}, "not known"),
        (START, ADD | {"stage": "middle"}, "not known"),
        (FULL, ADD, "up to 30 boxes. Remove one first."),
        (CROWDED, {"do": "join", "start": "1", "end": "17"}, "up to 60 arrows. Remove one first."),
    ],
)
def test_what_can_not_be_is_refused(start: Given, change: dict[str, str], sentence: str) -> None:
    assert len(model_of(CROWDED).arrows) == MOST_ARROWS
    with pytest.raises(CannotChange, match=sentence):
        changed(start, change)


CHANGES = st.fixed_dictionaries(
    {
        "do": st.sampled_from(["add", "rename", "remove", "restore", "join", "part"]),
        "stage": st.sampled_from(["do", "change", "outcome"]),
        "text": st.text(max_size=130),
        "box": st.sampled_from(["do-befriending", "outcome-mind", "change-connection", "1", "2"]),
        "start": st.sampled_from(["do-befriending", "change-connection", "1", "2"]),
        "end": st.sampled_from(["outcome-mind", "change-connection", "1", "2"]),
    }
)


@tried_with(st.lists(CHANGES, max_size=12))
def test_whatever_is_changed_comes_back_from_the_link(changes: list[dict[str, str]]) -> None:
    start = START
    for change in changes:
        try:
            found = changed(start, change)
        except CannotChange:
            continue
        model = edited(start, found.edits)
        assert (model.edits, model.lost) == (found.edits, ())
        text = write_edits(found.edits)
        assert read_edits(text) == (found.edits, [])
        start = replace(start, walk=replace(start.walk, model=text))
        assert len(model.boxes) <= MOST_BOXES
