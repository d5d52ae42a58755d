"""Names are split in the forms in which exports write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.duplicates.names import split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mead, A. J. and Okoro, B.", ("Mead, A. J.", "Okoro, B.")),
        ("Mead, Anna; Okoro, Ben", ("Mead, Anna", "Okoro, Ben")),
        ("Mead AJ, Okoro B", ("Mead AJ", "Okoro B")),
        ("Mead, A., Okoro, B. C.", ("Mead, A.", "Okoro, B. C.")),
        ("Anna Mead, Ben Okoro, Carl Lindqvist", ("Anna Mead", "Ben Okoro", "Carl Lindqvist")),
        ("MeadA.J.OkoroB.", ("Mead, A.J.", "Okoro, B.")),
        ("Mead A.J. van der Berg L.", ("Mead, A.J.", "van der Berg, L.")),
        ("Mead, Anna", ("Mead, Anna",)),
        ("Anna Mead", ("Anna Mead",)),
        ("Department for Levelling Up", ("Department for Levelling Up",)),
        ("", ()),
    ],
)
def test_forms(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert all(split_names(text))
