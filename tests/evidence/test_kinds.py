"""A file's place says what kind of record it holds."""

from pathlib import PurePosixPath

import pytest

from resilience.evidence.kinds import KINDS, kind_of


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("studies/mead-2010.yml", "study"),
        ("policies/x.yml", "policy"),
        ("gaps.yml", "gaps"),
        ("studies/mead-2010.yaml", None),
        ("studies/more/mead-2010.yml", None),
        ("more/gaps.yml", None),
        ("study.yml", None),
        ("references.bib", None),
        ("places/nw-wards.csv", None),
    ],
)
def test_kind_of(path: str, name: str | None) -> None:
    kind = kind_of(PurePosixPath(path))
    assert (kind.name if kind else None) == name


def test_a_file_is_of_one_kind() -> None:
    for kind in KINDS:
        path = PurePosixPath(kind.folder) / f"{'x' if kind.folder else kind.name}.yml"
        assert [found.name for found in KINDS if found.holds(path)] == [kind.name]
