"""A page is made again when what it would say has changed, and only then."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from jinja2 import FileSystemLoader
from tests.site.conftest import POLICIES, Build, write_home

from resilience.site import states
from resilience.site.parts.part import TEMPLATES
from resilience.site.states import PACKAGE

pytestmark = pytest.mark.slow
STUDY = "evidence/studies/mead-2010-befriending-depression.yml"


def page(book: Path, docname: str) -> str:
    return (book / "_build/html" / f"{docname}.html").read_text("utf-8")


def change(book: Path, path: str, old: str, new: str) -> None:
    text = (book / path).read_text()
    assert old in text
    (book / path).write_text(text.replace(old, new))


def test_a_changed_number_shows_and_nothing_unrelated_is_read(small_book: Path, build: Build) -> None:
    build(small_book)
    assert "−0.27" in page(small_book, "studies/mead-2010-befriending-depression")
    change(small_book, STUDY, "value: -0.27", "value: -0.29")
    app = build(small_book)
    assert "−0.29" in page(small_book, "studies/mead-2010-befriending-depression")
    assert app.pages_read == {  # type: ignore[attr-defined]
        "studies/mead-2010-befriending-depression",
        "activities/befriending",
        "problems/mind",
        "pools/befriending-depression-smd",
    }


def test_a_changed_direction_also_shows_on_the_pages_that_count_it(small_book: Path, build: Build) -> None:
    build(small_book)
    change(small_book, STUDY, "direction: benefit", "direction: harm")
    change(small_book, STUDY, "better: lower", "better: higher")
    app = build(small_book)
    assert "2 worse" in page(small_book, "activities/befriending")
    assert app.pages_read == {  # type: ignore[attr-defined]
        "studies/mead-2010-befriending-depression",
        "activities/befriending",
        "meetings/befriending",
        "outcomes/mental-health",
        "problems/mind",
        "pools/befriending-depression-smd",
    }


def test_a_new_record_gets_a_page_and_shows_where_it_belongs(small_book: Path, build: Build) -> None:
    build(small_book)
    assert "There are 3 studies." in page(small_book, "index")
    new = small_book / "evidence/studies/angelini-2019-winter-fuel-payment.yml"
    new.write_text((small_book / STUDY).read_text())
    build(small_book)
    assert "There are 4 studies." in page(small_book, "index")
    assert "angelini-2019-winter-fuel-payment" in page(small_book, "activities/befriending")


def test_a_removed_record_takes_its_page_along(small_book: Path, build: Build) -> None:
    build(small_book)
    (small_book / STUDY).unlink()
    build(small_book)
    assert not (small_book / "_build/html/studies/mead-2010-befriending-depression.html").exists()
    assert "mead-2010-befriending-depression" not in page(small_book, "activities/befriending")


def test_prose_that_names_a_removed_record_fails_the_build_on_its_line(
    small_book: Path, build: Build
) -> None:
    write_home(small_book, "Read {record}`studies/mead-2010-befriending-depression`.")
    assert build(small_book).statuscode == 0
    (small_book / STUDY).unlink()
    app = build(small_book)
    assert app.statuscode == 1
    assert "index.md:3" in app.warnings  # type: ignore[attr-defined]


def test_nothing_is_read_when_nothing_changed(small_book: Path, build: Build) -> None:
    build(small_book)
    assert build(small_book).pages_read == set()  # type: ignore[attr-defined]


def test_a_changed_template_of_a_part_shows_though_no_page_is_read(
    small_book: Path, build: Build, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path_factory.mktemp("package")
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    monkeypatch.setattr(states, "PACKAGE", package)
    monkeypatch.setattr(TEMPLATES, "loader", FileSystemLoader(package / "site/parts"))
    write_home(small_book, "```{gap-map}\n```")
    build(small_book)
    assert "Gaps worth filling" in page(small_book, "index")
    change(package, "site/parts/gap-map.html", "Gaps worth filling", "What nobody has studied")
    again = build(small_book)
    assert again.pages_read == set()  # type: ignore[attr-defined]
    assert "What nobody has studied" in page(small_book, "index")
    assert "Gaps worth filling" not in page(small_book, "index")


def test_text_from_a_record_is_never_markup(small_book: Path, build: Build) -> None:
    attack = "<script>alert(1)</script> {fact}`studies` [link](javascript:alert(1)) **bold** ${x} {{ y }}"
    change(small_book, STUDY, "comparator: Usual care or no treatment", f"comparator: '{attack}'")
    build(small_book)
    html = page(small_book, "studies/mead-2010-befriending-depression")
    assert "<script>alert" not in html
    assert (
        "&lt;script&gt;alert(1)&lt;/script&gt; {fact}`studies` [link](javascript:alert(1)) **bold**" in html
    )


def test_a_fact_that_is_not_there_fails_the_build(small_book: Path, build: Build) -> None:
    assert build(small_book).statuscode == 0
    write_home(small_book, "There are {fact}`stories` stories.")
    assert build(small_book).statuscode == 1


def test_an_edit_link_shows_only_where_the_repository_is_known(small_book: Path, build: Build) -> None:
    build(small_book)
    assert "example.org/book" not in page(small_book, "councils/blackpool-council")
    assert "Correct this" not in page(small_book, "studies/mead-2010-befriending-depression")
    build(small_book, resilience_repository="https://example.org/book/")
    html = page(small_book, "studies/mead-2010-befriending-depression")
    filled = "title=Correction%3A%20{0}&amp;record={0}".format("studies%2Fmead-2010-befriending-depression")
    assert (
        f'"https://example.org/book/issues/new?template=correction.yml&amp;{filled}">Correct this</a>' in html
    )
    assert "Correct this" not in page(small_book, "index")
    assert (
        f"https://example.org/book/edit/main/{STUDY}" in html
        or f"https://example.org/book/blob/main/{STUDY}" in html
    )


def test_a_build_needs_no_locale_even_below_a_folder_with_an_accent(small_book: Path) -> None:
    book = small_book / "vérité"
    shutil.copytree(small_book, book, ignore=shutil.ignore_patterns(book.name))
    write_home(book, "Été: {fact}`studies` studies – enough.")
    command = [sys.executable, "-m", "sphinx", "-W", "-b", "html", ".", "_build/html"]
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = subprocess.run(command, cwd=book, env=plain, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Été: 3 studies – enough." in page(book, "index")


DECISION = """of: policy
decisions:
  - text: {text}
    answer: approved
    type: befriending
    suggested: healthy-homes
    score: 50
    reviewer: Ann Reviewer
    date: '2026-11-25'
"""


def test_a_decision_shows_on_its_record_and_where_the_type_is_counted(small_book: Path, build: Build) -> None:
    record = small_book / f"evidence/policies/{POLICIES[0]}.yml"
    action = yaml.safe_load(record.read_text("utf-8"))["actions"][0]
    build(small_book)
    assert "status-candidate" in page(small_book, f"policies/{POLICIES[0]}")
    assert POLICIES[0] not in page(small_book, "activities/befriending")
    decision = small_book / f"evidence/matches/{POLICIES[0]}.yml"
    decision.write_text(DECISION.format(text=action["text"]), "utf-8")
    app = build(small_book)
    assert "by Ann Reviewer, 25 November 2026" in page(small_book, f"policies/{POLICIES[0]}")
    assert POLICIES[0] in page(small_book, "activities/befriending")
    read = app.pages_read  # type: ignore[attr-defined]
    assert {f"policies/{POLICIES[0]}", "activities/befriending"} <= read
    # A worked example tells who has a policy on its activities.
    others = {name for name in read if not name.endswith("-plan")}
    assert not any(name.startswith(("studies/", "neighbourhoods/", "outcomes/")) for name in others)
