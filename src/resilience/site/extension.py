"""All parts of the site joined to a Sphinx build."""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.typing import ExtensionMetadata

from resilience.asks import answer
from resilience.execution.build import ASKED
from resilience.execution.settings import register
from resilience.site import (
    address,
    beside,
    failed_process,
    one_build,
    processes,
    prose,
    sources,
    theme,
    unfinished,
    unwritten,
)
from resilience.site.again import follow
from resilience.site.evidence_of import pages_of
from resilience.site.for_crawlers import write_for_crawlers
from resilience.site.old_names import write_old_names
from resilience.site.page_metadata import add_metadata
from resilience.site.pages.catalogue import is_record_page, is_unsearched
from resilience.site.project import RECORD_SUFFIX, delete_removed, use_records
from resilience.site.record_parser import RecordParser
from resilience.site.repository import correction_link
from resilience.site.settings import SiteSettings
from resilience.site.shown import find_stale, note_state
from resilience.site.states import code_of_layout, templates_in_pages

EXTENSIONS = (
    "resilience.execution",
    "resilience.site.charts",
    "resilience.site.downloads",
    "resilience.site.feeds",
    "resilience.site.parts",
    "resilience.site.places",
    "resilience.site.plain_pages",
    "resilience.site.search",
)
BEFORE_THE_THEME = 400
RECORD_FACTS = ("record_kind", "description", "domains")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join all parts of the site to a Sphinx build."""
    register(app, SiteSettings)
    processes.follow(app)
    failed_process.follow()
    unwritten.follow(app)
    # Jupyter Book always sets this for an extension that the book does not use.
    app.add_config_value("comments_config", {}, "", dict)
    app.add_source_suffix(RECORD_SUFFIX, "record")
    app.add_source_parser(RecordParser)
    one_build.join(app)
    beside.join(app)
    unfinished.join(app)
    app.connect("config-inited", _own_suffixes)
    app.connect("config-inited", address.settle)
    app.connect("config-inited", _note_code)
    app.connect("builder-inited", use_records)
    follow(app)
    sources.follow(app)
    app.connect("env-get-outdated", find_stale)
    app.connect("build-finished", note_state)
    app.connect("build-finished", write_old_names)
    app.connect("build-finished", write_for_crawlers)
    app.connect("env-get-outdated", delete_removed)
    app.connect("html-page-context", _describe_record, priority=BEFORE_THE_THEME)
    theme.setup(app)
    prose.setup(app)
    for extension in EXTENSIONS:
        app.setup_extension(extension)
    app.connect("html-page-context", add_metadata)
    app.connect(ASKED, _answer)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _answer(app: Sphinx, name: str) -> Any:
    """Answer what a notebook asks, from the same view that record pages are laid out from."""
    return answer(pages_of(app.env), name)


def _own_suffixes(app: Sphinx, config: Config) -> None:
    """Leave alone the suffixes that Sphinx shares between all builds of a process."""
    config.source_suffix = dict(config.source_suffix)


def _note_code(app: Sphinx, config: Config) -> None:
    """Read all pages anew when the code that lays them out has changed; write them anew for a template."""
    config.resilience_code = code_of_layout()
    config.resilience_templates = templates_in_pages()


def _describe_record(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Tell the templates what a page is about and, for a record, its kind and domains."""
    repository = context["repository_url"] = app.config.resilience_repository
    context["site_path"] = address.path_of(app.config.html_baseurl)
    if repository and is_record_page(pagename):
        context["correction_url"] = correction_link(repository, pagename)
    facts = app.env.metadata.get(pagename, {})
    wanted = RECORD_FACTS if is_record_page(pagename) else ("description",)
    context.update({key: facts[key] for key in wanted if key in facts})
    context["unsearched"] = is_unsearched(pagename)
