"""Columns of tables: what they are sorted by, and among which values readers choose."""

from docutils import nodes

from resilience.site.columns import Column, explorer, tabulate
from resilience.site.pages.blocks import Box, Line
from resilience.site.pages.docutils_tree import block_nodes
from resilience.site.theme.table_regions import Marked

COLUMNS: tuple[Column[int, Line], ...] = (
    Column("Number", lambda number: f"number {number}"),
    Column("Parity", lambda number: ("even", "odd")[number % 2], choose=True),
    Column("Size", lambda number: "small" if number < 2 else "big", key=lambda number: f"{number > 1:d}"),
)


def test_a_table_has_a_row_for_each_item_and_knows_its_columns() -> None:
    table = tabulate("Numbers", COLUMNS, iter([1, 2]))
    assert table.header == ("Number", "Parity", "Size")
    assert [[cell[0].text for cell in row] for row in table.rows] == [
        ["number 1", "odd", "small"],
        ["number 2", "even", "big"],
    ]
    assert table.chosen == ("Parity",)
    assert table.keys == (("", "", "0"), ("", "", "1"))


def test_a_script_finds_keys_and_choices_on_the_page() -> None:
    (box,) = explorer(tabulate("Numbers", COLUMNS, [1, 2]))
    assert isinstance(box, Box)
    (node,) = block_nodes([box])
    marks = [(mark["marks"], mark.astext()) for mark in node.findall(Marked)]
    assert marks == [({"choose": "yes"}, "Parity"), ({"key": "0"}, "small"), ({"key": "1"}, "big")]
    assert len(list(node.findall(nodes.entry))) == 9
