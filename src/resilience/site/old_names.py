"""Pages under old names: each leads to the record as it is named today, and asks nobody else for anything."""

from html import escape
from pathlib import Path

from sphinx.application import Sphinx

from resilience.records.amends import OldName
from resilience.site.evidence_of import pages_of

PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>This page has moved</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={new}.html">
</head>
<body>
<p>This page has moved: <a href="{new}.html">{new}</a>.</p>
</body>
</html>
"""


def write_old_names(app: Sphinx, exception: Exception | None) -> None:
    """Write a page for each old name beside that of the record; a strict check holds that none is taken."""
    if exception is None and app.builder.format == "html":
        for one in pages_of(app.env).base.old_names:
            page = Path(app.outdir) / one.folder.value / f"{one.old}.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(page_of(one), "utf-8")


def page_of(one: OldName) -> str:
    """Give the page of an old name."""
    return PAGE.format(new=escape(one.new))
