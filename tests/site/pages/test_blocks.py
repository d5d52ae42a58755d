"""Blocks leave out what is missing, so that no page shows a blank."""

import pytest

from resilience.site.pages.blocks import (
    Bullets,
    Facts,
    Link,
    Text,
    bullets,
    facts,
    inlines,
    present,
    section,
    table,
)


def test_facts_leave_out_what_was_not_seen() -> None:
    block = facts([("Where", "Leeds"), ("When", None), ("Who", ""), ("Themes", []), ("Size", "12")])
    assert [term for term, _ in block.entries] == ["Where", "Size"]


def test_a_list_gives_one_value_an_item() -> None:
    block = facts([("Activity", [Link("Parks", "activities/green-space"), "Choirs"])])
    assert block.entries[0][1] == ((Link("Parks", "activities/green-space"),), (Text("Choirs"),))


def test_a_nested_line_is_flattened() -> None:
    assert inlines(["a ", ["b", Link("c", url="https://example.org")]]) == (
        Text("a "),
        Text("b"),
        Link("c", url="https://example.org"),
    )


@pytest.mark.parametrize("empty", [Bullets(()), Facts(()), bullets([]), table("t", ("a",), []), None])
def test_an_empty_block_is_left_out(empty: Bullets | Facts | None) -> None:
    assert present([empty]) == ()
    assert section("Title", "title", [empty]) is None
