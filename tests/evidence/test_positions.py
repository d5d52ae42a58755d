"""Messages name the line on which a field stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.evidence.yaml_reader import Path, Positions, dotted, read_document

TEXT = """# a remark
design: rct
outcomes:
  - category: other
    measure: >-
      One.
      Two.
  -
    effect: {value: 1,
             ci_low: 0}
"""


@pytest.mark.parametrize(
    ("path", "line", "name"),
    [
        (("design",), 2, "design"),
        (("outcomes",), 3, "outcomes"),
        (("outcomes", 0), 4, "outcomes[0]"),
        (("outcomes", 0, "measure"), 5, "outcomes[0].measure"),
        (("outcomes", 1, "effect", "ci_low"), 10, "outcomes[1].effect.ci_low"),
        (("outcomes", 1, "effect", "p"), 9, "outcomes[1].effect.p"),
        (("outcomes", 7, "effect"), 3, "outcomes[7].effect"),
        (("missing",), 1, "missing"),
        ((), 1, ""),
    ],
)
def test_line(path: Path, line: int, name: str) -> None:
    assert Positions(read_document(TEXT).root).line(path) == line
    assert dotted(path) == name


def test_an_alias_does_not_loop() -> None:
    assert Positions(read_document("a: &x\n  - b\n  - *x\n").root).line(("a", 0)) == 2


@given(st.lists(st.text() | st.integers()).map(tuple))
def test_any_path_has_a_line(path: Path) -> None:
    assert 1 <= Positions(read_document(TEXT).root).line(path) <= 10
