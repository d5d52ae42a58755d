"""Collections are read when first asked for, and a broken file is named."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from resilience.evidence import EvidenceBase, EvidenceError

COLLECTIONS = (
    "audit", "cited", "collections", "concepts", "councils", "domains", "gaps", "leads", "mirrors",
    "neighbourhoods", "outcomes", "policies", "programme", "references", "reporting", "scales", "studies",
    "survey", "taxonomy", "types",
)  # fmt: skip


@contextmanager
def opened(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[list[str]]:
    """Note the files that are read as text."""
    names: list[str] = []
    read = Path.read_text

    def noting(path: Path, encoding: str | None = None) -> str:
        if folder in path.parents:
            names.append(path.name)
        return read(path, encoding)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", noting)
        yield names


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("types", ["taxonomy.yml"]),
        ("leads", ["leads.yml"]),
        # A study with a notice is never named without it.
        ("cited", ["references.bib", "review-2019.yml", "trial-2020.yml"]),
        ("studies", ["review-2019.yml", "trial-2020.yml"]),
    ],
)
def test_a_collection_opens_only_its_own_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, files: list[str]
) -> None:
    base = EvidenceBase(folder)
    with opened(monkeypatch, folder) as names:
        first = getattr(base, name)
        assert getattr(base, name) is first
    assert names == files


def test_nothing_is_read_before_it_is_asked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(monkeypatch, folder) as names:
        EvidenceBase(folder)
    assert names == []


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_collection_of_a_good_folder_can_be_read(folder: Path, name: str) -> None:
    assert getattr(EvidenceBase(folder), name)


def test_records_know_their_names(folder: Path) -> None:
    base = EvidenceBase(folder)
    assert {key: study.key for key, study in base.studies.items()} == {
        "review-2019": "review-2019",
        "trial-2020": "trial-2020",
    }
    assert [policy.slug for policy in base.policies.values()] == ["parks-for-all", "warm-homes-2019"]


@pytest.mark.parametrize(
    ("file", "content", "name", "reason"),
    [
        ("gaps.yml", b"gaps: [", "gaps", "line 2"),
        ("gaps.yml", b"just words", "gaps", "mapping"),
        ("gaps.yml", b"gaps: []\ngaps: []\n", "gaps", "line 2: this field stands twice"),
        ("gaps.yml", b"gaps: \xff\n", "gaps", "utf-8"),
        ("gaps.yml", b"gaps: 1\n", "gaps", "gaps"),
        ("gaps.yml", b'gaps: ["warm\\u202ehomes"]\n', "gaps", "U+202E can't be seen"),
        ("gaps.yml", b"gaps: [warm\xe2\xa0\x80homes]\n", "gaps", "U+2800 can't be seen"),
        ("gaps.yml", None, "gaps", "No such file"),
        ("studies/trial-2020.yml", b"key: trial-2020\n", "studies", "design"),
        ("references.bib", b"@article{a-2020, title = {x}\n", "references", "line 1"),
        ("references.bib", b"@article{A 2020, title = {x}}\n", "references", "A 2020"),
        ("references.bib", None, "references", "No such file"),
    ],
)
def test_a_broken_file_is_named(
    folder: Path, file: str, content: bytes | None, name: str, reason: str
) -> None:
    path = folder / file
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(EvidenceError) as raised:
        getattr(EvidenceBase(folder), name)
    message = str(raised.value)
    assert message.startswith(f"{path}: ")
    assert reason in message
    assert message.endswith("Run `resilience check` to see every problem and its mend.")
    assert message.count(str(path)) == (2 if content is None else 1)


def test_a_text_is_never_taken_for_a_number(folder: Path) -> None:
    path = folder / "studies/trial-2020.yml"
    path.write_text(path.read_text("utf-8").replace("sample_size: 200", "sample_size: '200'"), "utf-8")
    with pytest.raises(EvidenceError, match="sample_size"):
        _ = EvidenceBase(folder).studies
