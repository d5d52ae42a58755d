"""No two works share a name in text."""

from typing import Any

import pytest

from resilience.evidence import EvidenceBase
from resilience.evidence.works import cited
from resilience.records.reference import Reference


def works(**fields: dict[str, Any]) -> dict[str, Reference]:
    return {
        key.replace("_", "-"): Reference(key=key.replace("_", "-"), kind="article", **rest)
        for key, rest in fields.items()
    }


MEAD = {"authors": ("Mead, N.",), "year": 2010}


@pytest.mark.parametrize(
    ("references", "names"),
    [
        (works(a=MEAD), {"a": "Mead, 2010"}),
        (works(b=MEAD, a=MEAD), {"a": "Mead, 2010a", "b": "Mead, 2010b"}),
        (works(a=MEAD, b={**MEAD, "year": 2011}), {"a": "Mead, 2010", "b": "Mead, 2011"}),
        (
            works(a={"authors": ("Mead, N.",)}, b={"authors": ("Mead, N.",)}),
            {"a": "Mead, year not seen a", "b": "Mead, year not seen b"},
        ),
        ({}, {}),
    ],
    ids=["alone", "two of one name", "another year", "no year", "none"],
)
def test_names(references: dict[str, Reference], names: dict[str, str]) -> None:
    assert cited(references) == names


def test_more_works_of_one_name_than_letters() -> None:
    many = works(**{f"w{place:02}": MEAD for place in range(30)})
    names = cited(many)
    assert len(set(names.values())) == 30
    assert [names[key] for key in ("w25", "w26", "w27")] == ["Mead, 2010z", "Mead, 2010aa", "Mead, 2010ab"]


def test_names_in_a_book_are_unique(frozen: EvidenceBase) -> None:
    assert set(frozen.cited) == set(frozen.references)
    assert len(set(frozen.cited.values())) == len(frozen.references)
