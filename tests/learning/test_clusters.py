from hypothesis import given
from hypothesis import strategies as st

from resilience.learning.clusters import clusters

TEXTS = [
    "reduce digital exclusion",
    "tackle digital exclusion of older people",
    "train staff",
    "recycle donated furniture",
]


def test_texts_that_are_alike_stand_together() -> None:
    (group,) = clusters(TEXTS)
    assert group.texts == ("reduce digital exclusion", "tackle digital exclusion of older people")
    assert group.name == "digital, exclusion"


@given(st.permutations(TEXTS))
def test_the_order_does_not_matter(texts: list[str]) -> None:
    assert clusters(texts) == clusters(TEXTS)


def test_nothing_alike_makes_no_group() -> None:
    assert clusters(["train staff", "recycle furniture"]) == []
    assert clusters([]) == []
