"""The parts of pages that a script brings to life, each with its template and its script beside it."""

from collections.abc import Iterable
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.typing import ExtensionMetadata

from resilience.execution.settings import register
from resilience.site.assets import load_where
from resilience.site.live.live_build import write_live_files
from resilience.site.live.served import Served
from resilience.site.parts.adapt_part import ADAPT
from resilience.site.parts.any_place_part import ANY_PLACE
from resilience.site.parts.areas_part import AREAS
from resilience.site.parts.choose_part import CHOOSE
from resilience.site.parts.compare_part import COMPARISON, RANKING
from resilience.site.parts.council_map_part import COUNCIL_MAP
from resilience.site.parts.council_places_part import COUNCIL_PLACES
from resilience.site.parts.evaluate_part import EVALUATE
from resilience.site.parts.explorer import (
    ExplorerNode,
    explorer_files,
    further_pages,
    note_long,
    visit_explorer,
)
from resilience.site.parts.find_place_part import FIND_PLACE
from resilience.site.parts.gap_map_part import GAP_MAP
from resilience.site.parts.logic_model_part import LOGIC_MODEL
from resilience.site.parts.matching_part import MATCHING
from resilience.site.parts.outline_files import write_outline_files
from resilience.site.parts.pack_part import PACK
from resilience.site.parts.part import PARTS, add_parts, files_of, note_live, visit_part
from resilience.site.parts.path_nav_part import PATH_NAV
from resilience.site.parts.path_part import PATH
from resilience.site.parts.pooling_part import POOLING
from resilience.site.parts.power_part import POWER
from resilience.site.parts.who_part import WHO
from resilience.site.settings import SiteSettings
from resilience.site.wording.value_nodes import LivePart

STATIC = Path(__file__).parent / "static"
PARTS_OF_THE_BOOK = (
    ADAPT,
    ANY_PLACE,
    AREAS,
    CHOOSE,
    COMPARISON,
    COUNCIL_MAP,
    COUNCIL_PLACES,
    EVALUATE,
    FIND_PLACE,
    GAP_MAP,
    LOGIC_MODEL,
    MATCHING,
    PACK,
    PATH,
    PATH_NAV,
    POOLING,
    POWER,
    RANKING,
    WHO,
)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: the directives, their node, and the files that its pages load."""
    register(app, SiteSettings)
    add_parts(app, PARTS_OF_THE_BOOK)
    app.add_node(LivePart, html=(visit_part, None))
    app.add_node(ExplorerNode, html=(visit_explorer, None))
    app.connect("doctree-read", note_live)
    app.connect("doctree-resolved", note_long)
    app.connect("html-collect-pages", further_pages)
    app.connect("env-updated", _write_live_files)
    app.connect("env-updated", write_outline_files)
    load_where(app, STATIC, _files_of)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def served() -> Served:
    """Give all that the browser's Python may be asked for, and the data for it."""
    parts = PARTS.values()
    return Served(
        handlers={name: handler for part in parts for name, handler in part.live_handlers()},
        data={name: make for part in parts for name, make in {**part.needs, **part.on_request}.items()},
    )


def _files_of(doctree: nodes.document) -> Iterable[str]:
    return dict.fromkeys((*files_of(doctree), *explorer_files(doctree)))


def _write_live_files(app: Sphinx, env: BuildEnvironment) -> list[str]:
    return write_live_files(app, env, served())
