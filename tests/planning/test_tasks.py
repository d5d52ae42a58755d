"""Who does what comes back from the link; records suggest only who took part elsewhere."""

import pytest
from hypothesis import given as tried_with
from hypothesis import strategies as st
from tests.planning.made_logic import given

from resilience.planning.packed import LONGEST_TEXT, one_line
from resilience.planning.tasks import (
    MOST_TASKS,
    Task,
    TooLong,
    as_table,
    read_tasks,
    section,
    tasks_of,
    took_part,
    write_tasks,
)

CELLS = st.text(max_size=30).map(one_line).filter(lambda cell: len(cell) <= LONGEST_TEXT)
TASKS = st.lists(st.builds(Task, CELLS, CELLS, CELLS, CELLS).filter(any), max_size=8)


@tried_with(TASKS)
def test_tasks_come_back_from_the_link(tasks: list[Task]) -> None:
    assert read_tasks(write_tasks(tasks)) == (tasks, [])


@tried_with(st.text())
def test_any_text_is_read(text: str) -> None:
    tasks, _ = read_tasks(text)
    assert all(cell.isprintable() and len(cell) <= LONGEST_TEXT for task in tasks for cell in task)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([["a" * 121]], "1 cell of who does what has more than 120 letters"),
        ([["a", "b", "c", "d", "e"]], "1 row of who does what can’t be read as a whole"),
        ([["a"]] * (MOST_TASKS + 2), "up to 20 rows; 2 rows more left out"),
    ],
)
def test_what_is_too_much_is_left_out_and_said(rows: list[list[str]], sentence: str) -> None:
    tasks, lost = tasks_of(rows)
    assert len(tasks) <= MOST_TASKS
    assert sentence in lost[0]


def test_a_row_without_a_word_is_none() -> None:
    assert tasks_of([["", " ", "", ""], ["Hall", "", "", ""]]) == ([Task("Hall")], [])


def test_more_than_a_link_can_hold_is_refused() -> None:
    with pytest.raises(TooLong, match="more than 2,000 letters"):
        write_tasks([Task("a" * 120, "b" * 120, "c" * 120, "d" * 120)] * 5)


def test_what_is_not_filled_in_is_said_so() -> None:
    table = as_table([Task("Book the hall", "Ann")])
    assert [cell.text for cell in table.rows[0]] == ["Book the hall", "Ann", "not said", "not said"]


def test_records_suggest_who_took_part_elsewhere_and_nobody_else() -> None:
    said = [one.text for one in took_part(given("clean-streets", "debt-advice"))]
    assert said == [
        "Clean streets in Claremont: the local group was Claremont Together; "
        "partners were A school and A church. Which of them did this activity is not on record.",
        "Clean streets in Old Swan: nobody is named. Which of them did this activity is not on record.",
        "Debt advice: no neighbourhood of the programme has it on record, so records suggest nobody.",
    ]


def test_the_pack_has_aim_and_tasks_or_says_what_is_missing() -> None:
    empty = section(given())
    assert [one.text for one in empty.said] == [
        "Our aim is not written yet.",
        "Who does what is not written yet.",
    ]
    assert empty.table is None
    full = section(given(aim="Nobody\neats alone", who="Book the hall_Ann_May_£40"))
    assert full.said[0].text == "What we set out to do, in our own words: Nobody eats alone"
    assert full.table
    assert [cell.text for cell in full.table.rows[0]] == ["Book the hall", "Ann", "May", "£40"]
