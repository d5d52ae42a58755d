"""What two states of the evidence have in common is read once, and nothing else is."""

import shutil
from pathlib import Path

import pytest
from tests.frozen import BOOK

from resilience.evidence import EvidenceBase
from resilience.evidence.shared import Shared, Unshared, content_of


def test_the_same_makings_give_the_same_object() -> None:
    made: list[int] = []

    def make() -> list[int]:
        made.append(1)
        return [len(made)]

    shared, alone = Shared(), Unshared()
    assert shared.once("a", make) is shared.once("a", make)
    assert shared.once("b", make) == [2]
    assert alone.once("a", make) is not alone.once("a", make)
    assert (shared.keeps, alone.keeps) == (True, False)


def test_a_content_changes_with_a_name_or_a_byte_and_never_raises(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("1", "utf-8")
    before = content_of([tmp_path])
    assert content_of([tmp_path / "none.csv"]) == "none.csv:no file"
    (tmp_path / "b.csv").symlink_to(tmp_path / "a.csv")
    linked = content_of([tmp_path])
    (tmp_path / "a.csv").write_text("2", "utf-8")
    assert len({before, linked, content_of([tmp_path])}) == 3


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return shutil.copytree(BOOK / "evidence", tmp_path / "evidence")


def test_only_the_record_that_differs_is_read_anew(other: Path) -> None:
    name = "howden-chapman-2007-insulation"
    path = other / f"studies/{name}.yml"
    path.write_text(path.read_text("utf-8").replace("direction: benefit", "direction: harm", 1), "utf-8")
    shared = Shared()
    before, after = (EvidenceBase(folder, shared=shared) for folder in (BOOK / "evidence", other))
    apart = {key for key, study in after.all_studies.items() if study is not before.all_studies[key]}
    assert apart == {name}
    assert after.country is before.country
    assert after.references is before.references
    assert after.all_studies == EvidenceBase(other).all_studies
