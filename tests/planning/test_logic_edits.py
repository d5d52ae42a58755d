"""Changes of a logic model come back from their link; what can't be read is said and left out."""

from hypothesis import given
from hypothesis import strategies as st

from resilience.planning.logic_edits import STAGES, Edits, OwnBox, read_edits, write_edits
from resilience.planning.packed import LONGEST_TEXT, one_line

BOXES = ["do-befriending", "change-say", "outcome-mind", "1", "2"]
WORDS = (
    st.text(min_size=1, max_size=LONGEST_TEXT)
    .map(one_line)
    .filter(lambda words: 0 < len(words) <= LONGEST_TEXT)
)
PAIRS = st.lists(st.tuples(st.sampled_from(BOXES), st.sampled_from(BOXES)), unique=True, max_size=5).map(
    tuple
)
EDITS = st.builds(
    Edits,
    names=st.dictionaries(st.sampled_from(BOXES), WORDS),
    dropped=st.lists(st.sampled_from(BOXES), unique=True).map(tuple),
    own=st.lists(
        st.builds(OwnBox, st.integers(1, 999), st.sampled_from(STAGES), WORDS),
        unique_by=lambda one: one.number,
    ).map(tuple),
    parted=PAIRS,
    joined=PAIRS,
)


@given(EDITS)
def test_changes_come_back_from_their_link(edits: Edits) -> None:
    assert read_edits(write_edits(edits)) == (edits, [])


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    edits, lost = read_edits(text)
    assert read_edits(write_edits(edits)) == (edits, [])
    assert bool(lost) or write_edits(edits) != "" or not text.replace(".", "")


def test_no_change_is_no_text() -> None:
    assert write_edits(Edits()) == ""


def test_only_what_differs_stands_in_the_link() -> None:
    edits = Edits(
        {"do-befriending": "Tea"},
        ("change-say",),
        (OwnBox(1, "change", "Ties"),),
        (),
        (("1", "outcome-mind"),),
    )
    text = "name_do-befriending_Tea.drop_change-say.box_1_change_Ties.join_1_outcome-mind"
    assert write_edits(edits) == text


def test_what_can_not_be_read_is_left_out_and_said() -> None:
    edits, lost = read_edits("box_0_change_Ties.box_1_middle_Ties.name_do-befriending.fly.drop_change-say")
    assert edits == Edits(dropped=("change-say",))
    assert lost == ["The link has 4 changes to the logic model that can’t be read, so they are left out."]


def test_a_second_box_of_a_number_is_left_out() -> None:
    edits, lost = read_edits("box_1_do_Tea.box_1_do_Cake")
    assert edits.own == (OwnBox(1, "do", "Tea"),)
    assert lost == ["The link has 1 change to the logic model that can’t be read, so it is left out."]


def test_words_that_are_too_long_are_cut_and_said() -> None:
    edits, lost = read_edits("box_1_do_" + "a" * (LONGEST_TEXT + 1))
    assert edits.own[0].text == "a" * LONGEST_TEXT
    assert "more than 120 letters" in lost[0]
