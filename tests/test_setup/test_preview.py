"""A preview is one folder that anybody can open, with the pages that a change touches first."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.test_setup.tools import tool

preview = tool("preview")
CHANGES = {
    "pages": [
        {"page": "studies/a", "title": "A <b>trial</b>", "change": "added"},
        {"page": "studies/b", "title": "Gone", "change": "removed"},
    ]
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "html"
    (folder / "studies").mkdir(parents=True)
    (folder / "index.html").write_text('<h1>Home</h1><a href="studies/a.html">a</a>', "utf-8")
    (folder / "studies/a.html").write_text("<h1>A trial</h1>", "utf-8")
    return folder


def test_pages_that_changed_come_first_and_titles_are_text(site: Path, tmp_path: Path) -> None:
    preview.pack(site, tmp_path / "preview", CHANGES)
    page = (tmp_path / "preview/START-HERE.html").read_text("utf-8")
    assert '<a href="book/studies/a.html">A &lt;b&gt;trial&lt;/b&gt;</a> (added)' in page
    assert "<li>Gone (removed)</li>" in page
    assert "START-HERE.html" in (tmp_path / "preview/README.txt").read_text("utf-8")


def test_an_old_preview_is_gone_and_the_site_is_untouched(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "preview"
    preview.pack(site, target, CHANGES)
    (site / "studies/a.html").unlink()
    preview.pack(site, target, {})
    assert not (target / "book/studies/a.html").exists()
    assert "Pages that say something else" not in (target / "START-HERE.html").read_text("utf-8")
    assert (site / "index.html").is_file()


@pytest.mark.browser
def test_it_opens_from_a_plain_folder(site: Path, tmp_path: Path, browser: Browser) -> None:
    preview.pack(site, tmp_path / "preview", CHANGES)
    page = browser.new_page()
    page.goto((tmp_path / "preview/START-HERE.html").as_uri())
    page.get_by_role("link", name="A <b>trial</b>").click()
    assert page.locator("h1").inner_text() == "A trial"
    page.go_back()
    page.get_by_role("link", name="Open the home page").click()
    assert page.locator("h1").inner_text() == "Home"
    page.close()


def test_without_a_site_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "SITE", tmp_path)
    with pytest.raises(SystemExit, match="Run `make site` first"):
        preview.main([])


def test_the_summary_of_a_job_says_how_to_open_it(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "SITE", site)
    monkeypatch.setattr(preview, "PREVIEW", tmp_path / "preview")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    preview.main([])
    summary = (tmp_path / "summary").read_text("utf-8")
    assert "Artifacts" in summary
    assert preview.START in summary
