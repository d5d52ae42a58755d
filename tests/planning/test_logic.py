"""A logic model is what records give, changed by the group; each arrow says how sure it is."""

from typing import Any

import pytest
from hypothesis import given as tried_with
from hypothesis import strategies as st
from tests.planning.made_logic import given

from resilience.planning.blocks import plain
from resilience.planning.logic import Model, as_table, drawn, model_of, section
from resilience.planning.logic_boxes import ASSUMED
from resilience.planning.logic_edits import write_edits
from resilience.planning.logic_fitting import MOST_ARROWS, MOST_BOXES


def arrows(model: Model) -> dict[tuple[str, str], str]:
    return {one.pair: one.sure for one in model.arrows}


def notes(model: Model) -> str:
    return " ".join(one.text for one in model.notes)


def test_it_is_filled_from_records_and_each_arrow_says_how_sure_it_is() -> None:
    model = model_of(given("befriending", "clean-streets", outcomes=("mind", "money")))
    assert [one.name for one in model.boxes] == [
        "do-befriending",
        "do-clean-streets",
        "change-social-connectedness",
        "change-governance-systems",
        "change-connection",
        "outcome-mind",
        "outcome-money",
    ]
    assert arrows(model) == {
        ("do-befriending", "change-connection"): "helps (promising evidence), 8 studies",
        ("do-befriending", "outcome-mind"): "helps (promising evidence), 9 studies",
        ("do-befriending", "outcome-money"): "nothing on record says so",
        ("do-clean-streets", "change-social-connectedness"): "own account of 2 neighbourhoods, not rated",
        ("do-clean-streets", "change-governance-systems"): "own account of 1 neighbourhood, not rated",
        ("do-clean-streets", "outcome-mind"): "not clear, 1 study",
        ("do-clean-streets", "outcome-money"): "nothing on record says so",
    }
    assert all(one.sources for one in model.arrows)
    assert (model.lost, model.box["do-befriending"].mark) == ((), "")


def test_an_outcome_that_is_chosen_is_not_in_the_middle() -> None:
    model = model_of(given("befriending", outcomes=("connection",)))
    assert [one.name for one in model.boxes] == ["do-befriending", "outcome-connection"]


def test_it_says_what_is_missing_in_the_middle() -> None:
    said = notes(model_of(given("debt-advice", outcomes=("mind",))))
    assert "Debt advice: no finding of a neighbourhood with this activity is on record" in said
    assert "Debt advice: no study on record measured the outcome “connection” or “say”." in said
    said = notes(model_of(given("clean-streets", outcomes=("mind",))))
    assert "no finding is tied to one activity" in said
    assert "Nothing on record says that what is in the middle leads to mind." in said


def test_without_choices_it_says_so() -> None:
    model = model_of(given())
    assert model.boxes == model.arrows == ()
    assert "No activity is chosen yet" in notes(model)
    assert "No outcome is chosen yet" in notes(model)
    assert section(given()).table is None


CHANGED = "name_do-befriending_Tea on Tuesdays.box_1_change_Ties.join_do-befriending_1.join_1_outcome-mind"


def test_what_is_the_groups_own_is_marked() -> None:
    model = model_of(given("befriending", outcomes=("mind",), model=CHANGED))
    assert model.box["do-befriending"].title == "Tea on Tuesdays (on record as “Befriending”)"
    assert model.box["1"].title == "Ties (our own)"
    assert arrows(model)["1", "outcome-mind"] == ASSUMED
    assert arrows(model)["do-befriending", "outcome-mind"] == "helps (promising evidence), 9 studies"
    assert write_edits(model.edits) == CHANGED


def test_what_records_give_and_the_group_took_out_is_said_with_how_sure_it_was() -> None:
    edits = "drop_outcome-mind.part_do-clean-streets_change-governance-systems"
    model = model_of(given("befriending", "clean-streets", outcomes=("mind",), model=edits))
    out = [(one.text, one.sure) for one in model.notes if one.text.startswith("Taken out")]
    start = "Taken out by us, though records give it: "
    assert out == [
        (f"{start}Mind.", ""),
        (f"{start}Befriending → Mind.", "helps (promising evidence), 9 studies"),
        (f"{start}Clean streets → Governance systems.", "own account of 1 neighbourhood, not rated"),
        (f"{start}Clean streets → Mind.", "not clear, 1 study"),
    ]
    assert model.taken == {"outcome-mind": "Mind"}


@pytest.mark.parametrize(
    ("edits", "sentence"),
    [
        ("drop_do-golf", "a box that is not in this logic model now (“do-golf”)"),
        (
            "name_do-golf_Golf.join_7_outcome-mind",
            "boxes that are not in this logic model now (“do-golf” and “7”)",
        ),
        ("join_outcome-mind_do-befriending", "1 arrow of the link that leads back left out"),
        ("join_outcome-mind_outcome-mind", "never back"),
        (
            ".".join(f"box_{n}_do_Tea" for n in range(1, 40)),
            f"up to {MOST_BOXES} boxes; 12 boxes of the link",
        ),
    ],
    ids=["gone", "two gone", "back", "to itself", "too many"],
)
def test_changes_that_do_not_fit_are_left_out_and_said(edits: str, sentence: str) -> None:
    model = model_of(given("befriending", outcomes=("mind",), model=edits))
    assert len(model.lost) == 1
    assert sentence in model.lost[0]
    assert len(model.boxes) <= MOST_BOXES
    assert model_of(given("befriending", outcomes=("mind",), model=write_edits(model.edits))).lost == ()


def test_the_model_follows_the_records() -> None:
    edits = "name_outcome-mind_Calm.join_do-befriending_outcome-money"
    later = model_of(given("clean-streets", outcomes=("mind",), model=edits))
    assert later.box["outcome-mind"].text == "Calm"
    assert "do-befriending" in later.lost[0]


def test_there_are_never_more_arrows_than_a_picture_can_hold() -> None:
    boxes = [f"box_{n}_do_Tea" for n in range(1, 13)] + [f"box_{n}_outcome_Joy" for n in range(13, 25)]
    joins = [f"join_{start}_{end}" for start in range(1, 13) for end in range(13, 25)]
    model = model_of(given(model=".".join(boxes + joins)))
    assert len(model.arrows) == MOST_ARROWS
    assert "84 arrows of the link left out" in model.lost[0]


HOSTILE = st.text(st.sampled_from("<>&\"'`_.~|*[]{}()$\\\n\x00\u202e a"), min_size=1, max_size=40)


@tried_with(
    HOSTILE, st.sampled_from(["box_1_do_{}", "name_do-befriending_{}", "drop_{}", "{}", "join_{}_{}"])
)
def test_hostile_text_stays_text(text: str, form: str) -> None:
    model = model_of(given("befriending", outcomes=("mind",), model=form.format(text, text)))
    assert (
        model_of(given("befriending", outcomes=("mind",), model=write_edits(model.edits))).boxes
        == model.boxes
    )
    assert all(box.text.isprintable() for box in model.boxes)


def test_its_table_has_each_arrow_and_each_box_without_one() -> None:
    table = as_table(model_of(given("befriending", outcomes=("mind",), model="box_1_change_Ties")))
    assert [[cell.text for cell in row] for row in table.rows] == [
        [
            "A1 Befriending",
            "B1 Connection",
            "Helps (promising evidence), 8 studies",
            "studies, by the rules of rating",
        ],
        [
            "A1 Befriending",
            "C1 Mind",
            "Helps (promising evidence), 9 studies",
            "studies, by the rules of rating",
        ],
        ["B2 Ties (our own)", "no arrow", "-", "-"],
    ]
    assert [source.page for source in table.rows[0][3].sources] == ["activities/befriending"]


def test_the_pack_has_boxes_notes_and_table() -> None:
    found = section(given("befriending", outcomes=("mind",)))
    assert found.said[0].text == "What we do: A1 Befriending."
    assert any("no study on record measured the outcome “say”" in one.text for one in found.said)
    assert found.table
    assert len(found.table.rows) == 2


def test_a_picture_has_each_box_and_arrow() -> None:
    picture: dict[str, Any] = drawn(
        model_of(given("befriending", outcomes=("mind",), model="drop_change-connection"))
    )
    assert [[one["sign"] for one in stage["boxes"]] for stage in picture["stages"]] == [["A1"], [], ["C1"]]
    assert [(one["start"], one["end"], one["kind"]) for one in picture["arrows"]] == [
        ("do-befriending", "outcome-mind", "rated")
    ]
    assert picture["taken"] == [{"name": "change-connection", "text": "Connection"}]
    assert plain(section(given()))["heading"] == "Logic model"
