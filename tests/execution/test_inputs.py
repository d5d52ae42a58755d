"""What a declaration stands for."""

from pathlib import Path

import pytest

from resilience.execution.inputs import expand

FILES = [
    "evidence/taxonomy.yml",
    "evidence/studies/a.yml",
    "evidence/studies/deep/b.yml",
    "evidence/studies/.hidden",
    "evidence/places/one.csv",
    "evidence/places/two.csv",
    "evidence/places/README.md",
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    repository = tmp_path / "repository"
    for name in [*FILES, "../outside.yml"]:
        path = repository / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (repository / "evidence/empty").mkdir()
    return repository


@pytest.mark.parametrize(
    ("pattern", "files", "folders"),
    [
        pytest.param("evidence/taxonomy.yml", ["evidence/taxonomy.yml"], [], id="a file"),
        pytest.param(
            "evidence/studies",
            ["evidence/studies/a.yml", "evidence/studies/deep/b.yml"],
            ["evidence/studies"],
            id="a folder, with all below it but hidden files",
        ),
        pytest.param("evidence/studies/", FILES[1:3], ["evidence/studies"], id="a folder with a slash"),
        pytest.param("evidence/places/*.csv", FILES[4:6], ["evidence/places"], id="a glob"),
        pytest.param("evidence/**/[ab].yml", FILES[1:3], ["evidence"], id="a glob over folders"),
    ],
)
def test_declaration_stands_for_files(root: Path, pattern: str, files: list[str], folders: list[str]) -> None:
    inputs = expand(root, [pattern])
    assert inputs.files == {root / name for name in files}
    assert inputs.folders == {root / name for name in folders}
    assert inputs.unmatched == ()


@pytest.mark.parametrize(
    "pattern",
    [
        "evidence/misspelt.yml",
        "evidence/*.csv",
        "evidence/empty",
        "../outside.yml",
        "evidence/../../outside.yml",
    ],
)
def test_declaration_without_a_file_in_the_repository_is_unmatched(root: Path, pattern: str) -> None:
    inputs = expand(root, [pattern, str(root / "evidence/taxonomy.yml")])
    assert inputs.files == set()
    assert inputs.unmatched == (pattern, str(root / "evidence/taxonomy.yml"))


def test_inputs_list_a_declared_folder_and_those_below_it_only(root: Path) -> None:
    inputs = expand(root, ["evidence/studies", "evidence/taxonomy.yml"])
    assert inputs.lists(root / "evidence/studies")
    assert inputs.lists(root / "evidence/studies/deep")
    assert not inputs.lists(root / "evidence")
    assert not inputs.lists(root / "evidence/studies-of-another-kind")
