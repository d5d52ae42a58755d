"""An edition is named after its day in all files or in none, and packed with what citing it takes."""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from tests.test_setup.tools import ROOT, program, tool

from resilience.site.theme.context import edition_of

citation, edition = tool("citation"), tool("edition")
release, publishing = tool("release"), tool("publish_release")
DAY = date(2026, 12, 1)
CHANGES = "# Changelog\n\n## Unreleased\n\n### Evidence\n\n- New.\n\n## 2026.01.05\n\n- Old.\n"
FILES = (edition.CITATION, edition.PACKAGE)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a repository with a site, a record and the real citation."""
    for name in FILES:
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    (tmp_path / edition.CHANGES).write_text(CHANGES, "utf-8")
    for name in (
        "evidence/studies/a.yml",
        "_build/html/index.html",
        "_build/html/studies/a.html",
        "LICENSE-EVIDENCE",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    return tmp_path


def test_all_files_name_the_edition_and_nothing_else_changes(repository: Path) -> None:
    before = {name: (repository / name).read_text("utf-8").splitlines() for name in FILES}
    assert edition.make(repository, DAY) == "2026.12.01"
    assert edition.named(repository) == "2026.12.01"
    for name in FILES:
        now = (repository / name).read_text("utf-8").splitlines()
        assert [line for line in now if line not in before[name]] == {
            edition.CITATION: ["version: 2026.12.01", "date-released: 2026-12-01"],
            edition.PACKAGE: ['version = "2026.12.01"'],
        }[name]
    told = json.loads((repository / edition.ZENODO).read_text("utf-8"))
    assert (told["version"], told["publication_date"]) == ("2026.12.01", "2026-12-01")


def test_a_second_edition_takes_the_place_of_the_first(repository: Path) -> None:
    edition.make(repository, DAY)
    changes = (repository / edition.CHANGES).read_text("utf-8")
    (repository / edition.CHANGES).write_text(
        changes.replace("## Unreleased\n", "## Unreleased\n\n- Newer.\n"), "utf-8"
    )
    edition.make(repository, date(2027, 1, 9))
    text = (repository / edition.CITATION).read_text("utf-8")
    assert (text.count("\nversion:"), text.count("date-released:")) == (1, 1)
    assert edition.named(repository) == "2027.01.09"


def test_what_is_unreleased_moves_and_what_is_older_stays() -> None:
    assert edition.with_edition(CHANGES, "2026.12.01") == (
        "# Changelog\n\n## Unreleased\n\n## 2026.12.01\n\n### Evidence\n\n- New.\n\n## 2026.01.05\n\n- Old.\n"
    )
    assert (
        edition.notes_of(edition.with_edition(CHANGES, "2026.12.01"), "2026.12.01")
        == "### Evidence\n\n- New.\n"
    )


@pytest.mark.parametrize(
    ("changes", "name", "said"),
    [
        ("# Changelog\n", "2026.12.01", "has no heading `## Unreleased`"),
        ("## Unreleased\n\n## 2026.01.05\n\n- Old.\n", "2026.12.01", "Nothing is under"),
        (CHANGES, "2026.01.05", "2026.01.05 is not newer"),
        (CHANGES, "2025.12.31", "2025.12.31 is not newer"),
    ],
)
def test_an_edition_that_can_not_be_is_refused(changes: str, name: str, said: str) -> None:
    with pytest.raises(edition.EditionError, match=said):
        edition.with_edition(changes, name)


def test_a_refusal_writes_nothing(repository: Path) -> None:
    before = {name: (repository / name).read_text("utf-8") for name in FILES}
    with pytest.raises(edition.EditionError):
        edition.make(repository, date(2026, 1, 5))
    assert {name: (repository / name).read_text("utf-8") for name in FILES} == before
    assert not (repository / edition.ZENODO).exists()


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (edition.CITATION, "version: 2026.12.01", "version: 0.1.0", "is no edition"),
        (edition.CITATION, "2026-12-01", "2026-12-02", "another date"),
        (edition.PACKAGE, '"2026.12.01"', '"0.1.0"', "another version"),
        (edition.CHANGES, "## 2026.12.01", "## 2026.12.02", "says nothing of 2026.12.01"),
    ],
)
def test_files_that_differ_are_told_apart(repository: Path, file: str, old: str, new: str, said: str) -> None:
    edition.make(repository, DAY)
    text = (repository / file).read_text("utf-8")
    assert old in text
    (repository / file).write_text(text.replace(old, new), "utf-8")
    with pytest.raises(edition.EditionError, match=said):
        edition.named(repository)


def test_a_wrong_date_is_one_sentence() -> None:
    with pytest.raises(SystemExit, match=r"1 December is no date\. Write it as 2026-12-01"):
        edition.main(["1 December"])


def test_the_file_for_zenodo_is_in_step_with_the_citation() -> None:
    written = (ROOT / edition.ZENODO).read_text("utf-8")
    assert written == edition.zenodo_text((ROOT / edition.CITATION).read_text("utf-8"))
    told = json.loads(written)
    assert told["license"] == "cc-by-4.0"
    assert told["upload_type"] == "dataset"
    assert all(told[name] for name in ("title", "description", "creators", "keywords", "version"))


def test_the_citation_and_the_package_have_one_version() -> None:
    cited: dict[str, Any] = yaml.safe_load((ROOT / edition.CITATION).read_text("utf-8"))
    assert f'version = "{cited["version"]}"' in (ROOT / edition.PACKAGE).read_text("utf-8")


def test_people_and_bodies_are_told_apart_for_a_doi() -> None:
    cited = yaml.safe_load((ROOT / edition.CITATION).read_text("utf-8")) | {
        "date-released": DAY,
        "authors": [
            {"name": "A council"},
            {"family-names": "Noor", "given-names": "Ann", "orcid": "https://orcid.org/0000-0002-1825-0097"},
        ],
    }
    told = citation.datacite(cited, {"studies": 355})
    body, person = told["creators"]
    assert body == {"name": "A council", "nameType": "Organizational"}
    assert (person["name"], person["familyName"]) == ("Noor, Ann", "Noor")
    assert person["nameIdentifiers"][0]["nameIdentifier"] == "https://orcid.org/0000-0002-1825-0097"
    assert told["sizes"] == ["355 studies"]
    assert told["publicationYear"] == "2026"
    # What DataCite demands of every DOI, but for the DOI itself.
    assert {"creators", "titles", "publisher", "publicationYear", "types"} <= told.keys()
    assert citation.zenodo(cited)["creators"][1] == {"name": "Noor, Ann", "orcid": "0000-0002-1825-0097"}


def test_an_edition_is_packed_with_checksums_and_the_same_bytes_again(repository: Path) -> None:
    edition.make(repository, DAY)
    counts = {"studies": 355, "policies": 210}
    folder = release.pack(repository, counts)
    stem = f"{release.STEM}-2026.12.01"
    listed = dict(
        reversed(line.split("  ")) for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    )
    assert set(listed) == {f"{stem}.zip", f"{stem}-site.zip", "CITATION.cff", "datacite.json"}
    for name, digest in listed.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    with ZipFile(folder / f"{stem}.zip") as packed:
        assert f"{stem}/evidence/studies/a.yml" in packed.namelist()
        assert f"{stem}/LICENSE-EVIDENCE" in packed.namelist()
        assert packed.infolist()[0].date_time[:3] == (2026, 12, 1)
    with ZipFile(folder / f"{stem}-site.zip") as packed:
        assert packed.namelist() == [f"{stem}-site/index.html", f"{stem}-site/studies/a.html"]
    notes = (folder / "notes.md").read_text("utf-8")
    assert "holds 355 studies, 210 policies." in notes
    assert notes.endswith("### Evidence\n\n- New.\n")
    again = release.pack(repository, counts)
    assert {name: hashlib.sha256((again / name).read_bytes()).hexdigest() for name in listed} == listed


def test_an_edition_without_a_site_or_a_name_is_not_packed(repository: Path) -> None:
    with pytest.raises(edition.EditionError, match="Run `make edition` first"):
        release.pack(repository, {})
    edition.make(repository, DAY)
    (repository / "_build/html/index.html").unlink()
    with pytest.raises(edition.EditionError, match="Run `make site` first"):
        release.pack(repository, {})


GH = """
import json, pathlib, sys
words, place = sys.argv[1:], pathlib.Path(__file__).parent
if words[:2] == ["release", "view"]:
    sys.exit(0 if (place / "there").exists() else 1)
if words[:2] == ["run", "download"]:
    folder = pathlib.Path(words[words.index("--dir") + 1])
    for name in ("a.zip", "SHA256SUMS", "notes.md"):
        (folder / name).write_text(name)
if words[:2] == ["release", "create"]:
    (place / "created.json").write_text(json.dumps(words))
    print("https://example.org/releases/2026.12.01")
"""


def test_an_edition_is_published_once(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition.make(repository, DAY)
    place = program(tmp_path_factory.mktemp("gh"), "gh", GH)
    monkeypatch.setenv("PATH", str(place))
    run = {"GITHUB_RUN_ID": "7", "GITHUB_SHA": "abc"}
    assert publishing.publish(repository, run) == "https://example.org/releases/2026.12.01"
    _, _, tag, *words = json.loads((place / "created.json").read_text("utf-8"))
    assert tag == "2026.12.01"
    assert [Path(word).name for word in words[:2]] == ["SHA256SUMS", "a.zip"]
    assert words[words.index("--target") + 1] == "abc"
    (place / "there").touch()
    with pytest.raises(edition.EditionError, match=r"2026\.12\.01 is published already"):
        publishing.publish(repository, run)


@pytest.mark.parametrize(
    ("version", "name"), [("0.1.0", "0.1.0"), ("2026.1.5", "2026.01.05"), ("2026.12.10", "2026.12.10")]
)
def test_pages_name_the_edition_as_its_tag_does(version: str, name: str) -> None:
    assert edition_of(version) == name
