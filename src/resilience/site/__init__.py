"""The only place that knows Sphinx: record pages, roles and directives, charts, execution, the theme."""

import hashlib
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.typing import ExtensionMetadata

from resilience.site import prose, theme
from resilience.site.pages.catalogue import is_record_page
from resilience.site.project import RECORD_SUFFIX, delete_removed, use_records
from resilience.site.record_parser import RecordParser
from resilience.site.shown import find_stale

PARTS = (
    "resilience.site.choose",
    "resilience.site.charts",
    "resilience.site.downloads",
    "resilience.execution",
    "resilience.site.gap_map",
    "resilience.site.live.areas",
    "resilience.site.live.matching",
    "resilience.site.live.pooling",
    "resilience.site.live.power",
    "resilience.site.search",
)
ROOMS = (
    "records",
    "evidence",
    "matching",
    "synthesis",
    "findings",
    "policies",
    "places",
    "appraisal",
    "checks",
    "figures",
    "site",
)
"""What lays out a page, and so makes all pages old when it changes."""
BEFORE_THE_THEME = 400
RECORD_FACTS = ("record_kind", "description", "domains")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join all parts of the site to a Sphinx build."""
    app.add_config_value("resilience_repository", "", "html", str)
    app.add_config_value("resilience_code", "", "env", str)
    # Jupyter Book always sets this for an extension that the book does not use.
    app.add_config_value("comments_config", {}, "", dict)
    app.add_source_suffix(RECORD_SUFFIX, "record")
    app.add_source_parser(RecordParser)
    app.connect("config-inited", _note_code)
    app.connect("builder-inited", use_records)
    app.connect("env-get-outdated", find_stale)
    app.connect("env-get-outdated", delete_removed)
    app.connect("html-page-context", _describe_record, priority=BEFORE_THE_THEME)
    theme.setup(app)
    prose.setup(app)
    for part in PARTS:
        app.setup_extension(part)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _note_code(app: Sphinx, config: Config) -> None:
    """Read all pages anew when the code that lays them out has changed."""
    package = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for path in sorted(path for room in ROOMS for path in (package / room).rglob("*.py")):
        digest.update(path.read_bytes())
    config.resilience_code = digest.hexdigest()


def _describe_record(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Tell the templates what a page is about and, for a record, its kind and domains."""
    context["repository_url"] = app.config.resilience_repository.rstrip("/")
    facts = app.env.metadata.get(pagename, {})
    wanted = RECORD_FACTS if is_record_page(pagename) else ("description",)
    context.update({key: facts[key] for key in wanted if key in facts})
