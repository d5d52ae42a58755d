"""A file is brought into form wholly or not at all."""

from pathlib import Path

import pytest
import yaml

from resilience.evidence.saving import bring_into_form

FORMED = """# yaml-language-server: $schema=./schema/gaps.json
gaps:
  - about: studies
    kind: gap
    text: None.
"""
LOOSE = "gaps:\n- {text: None., kind: gap, about: studies}\n"


def names(folder: Path, *files: str) -> list[str]:
    return [
        path.relative_to(folder).as_posix()
        for path in bring_into_form(folder, [folder / file for file in files])
    ]


def left_over(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob(".*")]


def test_a_good_folder_stays(folder: Path) -> None:
    assert list(bring_into_form(folder, sorted(path for path in folder.rglob("*") if path.is_file()))) == []


def test_only_what_changed_is_named(folder: Path) -> None:
    (folder / "gaps.yml").write_text("gaps:\n  - kind: gap\n    text: None.\n    about: studies\n", "utf-8")
    assert names(folder, "gaps.yml", "leads.yml") == ["gaps.yml"]
    assert (folder / "gaps.yml").read_text("utf-8") == FORMED
    assert names(folder, "gaps.yml") == []


def test_only_what_is_asked_for_changes(folder: Path) -> None:
    (folder / "gaps.yml").write_text(LOOSE, "utf-8")
    assert names(folder, "leads.yml") == []
    assert (folder / "gaps.yml").read_text("utf-8") == LOOSE


@pytest.mark.parametrize(
    "first",
    ["", "# yaml-language-server: $schema=./schema/study.json\n", "# yaml-language-server: $schema=\n"],
    ids=["none", "of another kind", "empty"],
)
def test_the_line_that_names_the_schema_is_mended(folder: Path, first: str) -> None:
    (folder / "gaps.yml").write_text(first + FORMED.partition("\n")[2], "utf-8")
    assert names(folder, "gaps.yml") == ["gaps.yml"]
    assert (folder / "gaps.yml").read_text("utf-8") == FORMED


def test_a_remark_on_the_first_line_stays(folder: Path) -> None:
    (folder / "gaps.yml").write_text("# what is open\n" + FORMED.partition("\n")[2], "utf-8")
    assert names(folder, "gaps.yml") == ["gaps.yml"]
    assert "# what is open\n" in (folder / "gaps.yml").read_text("utf-8")


@pytest.mark.parametrize(
    "content",
    [
        b"gaps: [",
        b"gaps: []\ngaps: []\n",
        b"gaps: \xff\n",
        b"a: &x 1\nb: *x\n",
        b"a: !!python/name:os.system\n",
    ],
    ids=["broken", "twice", "latin-1", "alias", "tag"],
)
def test_a_broken_file_is_left_alone(folder: Path, content: bytes) -> None:
    (folder / "gaps.yml").write_bytes(content)
    assert names(folder, "gaps.yml") == []
    assert (folder / "gaps.yml").read_bytes() == content


def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text(LOOSE, "utf-8")
    (folder / "gaps.yml").unlink()
    (folder / "gaps.yml").symlink_to(outside)
    assert names(folder, "gaps.yml") == []
    assert (folder / "gaps.yml").is_symlink()
    assert outside.read_text("utf-8") == LOOSE


def test_other_files_are_left_alone(folder: Path) -> None:
    (folder / "places/notes.yml").write_text(LOOSE, "utf-8")
    assert names(folder, "places/notes.yml", "places/README.md", "places/areas.csv", "no-such.yml") == []


def test_the_bibliography_is_put_in_order(folder: Path) -> None:
    path = folder / "references.bib"
    text = path.read_text("utf-8")
    first, rest = text.split("\n\n", 1)
    path.write_text(f"{rest}\n{first}\n", "utf-8")
    assert names(folder, "references.bib") == ["references.bib"]
    assert path.read_text("utf-8") == text


def test_a_stop_half_way_loses_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "gaps.yml").write_text(LOOSE, "utf-8")

    def full(path: Path, target: Path) -> Path:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="no space left"):
        names(folder, "gaps.yml")
    assert (folder / "gaps.yml").read_text("utf-8") == LOOSE
    assert left_over(folder) == []


def test_rights_stay(folder: Path) -> None:
    path = folder / "gaps.yml"
    path.write_text(LOOSE, "utf-8")
    path.chmod(0o640)
    assert names(folder, "gaps.yml") == ["gaps.yml"]
    assert path.stat().st_mode & 0o777 == 0o640
    assert yaml.safe_load(path.read_text("utf-8")) == yaml.safe_load(LOOSE)
    assert left_over(folder) == []
