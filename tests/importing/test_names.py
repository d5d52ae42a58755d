"""Names from all forms of exports."""

import pytest

from resilience.importing.names import in_form, split_names


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Smith, John; Jones, K", ["Smith, John", "Jones, K"]),
        ("Smith, John and Jones, K", ["Smith, John", "Jones, K"]),
        ("Smith J., Jones K.B.", ["Smith, J.", "Jones, K.B."]),
        ("Smith J, Jones KB, et al.", ["Smith, J", "Jones, KB", "others"]),
        ("Smith, J., Jones, K. B.", ["Smith, J.", "Jones, K. B."]),
        ("Smith, J", ["Smith, J"]),
        ("van der Berg A", ["van der Berg, A"]),
        ("World Health Organization", ["World Health Organization"]),
        ("Public Health Wales", ["Public Health Wales"]),
        ("NHS England", ["NHS England"]),
        ("", []),
    ],
)
def test_names(cell: str, expected: list[str]) -> None:
    assert [in_form(name) for name in split_names(cell)] == expected
