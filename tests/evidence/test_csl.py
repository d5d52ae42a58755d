"""CSL-JSON written: what the book's own reader takes back, and what was not seen is absent."""

import json

from hypothesis import given
from hypothesis import strategies as st

from resilience.evidence.csl import csl_item, name_parts, to_csl
from resilience.importing.csl_file import csl_entries
from resilience.records.reference import Reference

WORK = Reference(
    key="smith-2024-warm-homes",
    kind="article",
    authors=("Smith, Ann B.", "Office for National Statistics", "others"),
    year=2024,
    title="Warm homes & health",
    journal="BMC Public Health",
    pages="1-9",
    doi="10.1000/x",
)
WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20)
WORKS = st.builds(
    Reference, key=st.just("x"), kind=st.just("book"), title=WORDS, year=st.integers(1800, 2100)
)


def test_a_work_says_what_was_seen_and_no_more() -> None:
    assert csl_item(WORK) == {
        "id": "smith-2024-warm-homes",
        "type": "article-journal",
        "author": [{"family": "Smith", "given": "Ann B."}, {"literal": "Office for National Statistics"}],
        "issued": {"date-parts": [[2024]]},
        "title": "Warm homes & health",
        "container-title": "BMC Public Health",
        "page": "1-9",
        "DOI": "10.1000/x",
        "URL": "https://doi.org/10.1000/x",
    }
    bare = Reference(key="x", kind="misc")
    assert csl_item(bare) == {"id": "x", "type": "document"}


@given(st.lists(WORKS, max_size=3))
def test_the_book_reads_what_it_writes(works: list[Reference]) -> None:
    text = to_csl(works)
    assert len(json.loads(text)) == len(works)
    found = list(csl_entries(text))
    assert [one.fault for one in found] == [""] * len(works)


@given(WORDS, WORDS)
def test_a_name_is_parted_at_its_comma(family: str, given_name: str) -> None:
    assert name_parts(f"{family}, {given_name}") == {"family": family, "given": given_name}
    assert name_parts(family) == {"literal": family}
