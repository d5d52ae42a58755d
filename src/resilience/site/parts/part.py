"""A part of a page that a script brings to life: one `Part`, one template, one script.

Without its script the part shows what it can, or is not there. A part with `handlers` is a live one: its
script calls them by name (`live.call("plan", {...})` in static/live.js), and they answer in the reader's own
browser. They stand in `site/live/browser`, for what runs there knows nothing of Sphinx.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from resilience.site.evidence_of import pages_of
from resilience.site.live.live_build import LIVE, download_of
from resilience.site.live.served import Data, Handler
from resilience.site.pages.common import Pages
from resilience.site.shown import NOT_THERE, PIECES, note_shown
from resilience.site.site_warnings import SiteWarning
from resilience.site.templates import templates_of
from resilience.site.wording.value_nodes import LivePart

TEMPLATES = templates_of("resilience.site.parts")
SHARED = "part.js"
LOADER = "live.js"


@dataclass(frozen=True)
class Part:
    """What a part shows, how it is written, and what it loads.

    `data` and `context` take the view of the evidence and what the part is about: the argument or the lines
    of its directive, or the slug that a record page gives.
    """

    name: str
    """The name of its directive, and the kind of its node."""
    template: str
    context: Callable[[Pages, str], Mapping[str, Any]]
    """Give what the template writes, beside `address`, `root` and `download`."""
    style: str
    scripts: tuple[str, ...]
    data: Callable[[Pages, str], Any] | None = None
    """Give what it shows of the evidence; its page is read again when that has changed."""
    handlers: Mapping[str, Callable[[Mapping[str, Any]], Any]] = field(default_factory=dict)
    """What its script calls in the browser, by the names under which it does."""
    apart: Mapping[str, Callable[[Mapping[str, Any]], Any]] = field(default_factory=dict)
    """What runs a reader's own code, so in an interpreter of its own (`readersCode.run` in its script)."""
    needs: Mapping[str, Data] = field(default_factory=dict)
    """The files of data that must be in the browser before a handler is called."""
    on_request: Mapping[str, Data] = field(default_factory=dict)
    """Those that its script names with a request, so that a reader fetches only what is asked for."""
    imports: tuple[str, ...] = ()
    """Modules that the handlers need, beside the rooms that are in the browser anyway."""
    uses: tuple["Part", ...] = ()
    """Parts whose files and handlers it needs too, where they do not stand on its page themselves."""

    @property
    def parts(self) -> tuple["Part", ...]:
        """The parts that it uses, then itself."""
        return (*self.uses, self)

    @property
    def is_live(self) -> bool:
        """Say whether its page runs Python in the browser."""
        return any(part.handlers for part in self.parts)

    def live_handlers(self) -> Iterator[tuple[str, Handler]]:
        """Give the handlers as the files of live pages name them."""
        for name, function in {**self.handlers, **self.apart}.items():
            target = f"{function.__module__}:{function.__qualname__}"
            yield name, Handler(target, tuple(self.needs), self.imports, is_apart=name in self.apart)

    def render(self, pages: Pages, about: str, root: str, download: str, uri: Callable[[str], str]) -> str:
        """Write the part as HTML.

        `root` leads to the top of the site, `uri` from there to a page, and `download` says what is fetched.
        """
        template = TEMPLATES.get_template(self.template)
        context = self.context(pages, about)
        return template.render(
            context, root=root, download=download, address=lambda docname: root + uri(docname)
        )


def in_script(content: object) -> str:
    """Write what a script reads from its page as JSON; only `<` could end the element that holds it."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


PARTS: dict[str, Part] = {}
"""The parts that pages can show, by name."""


def add_parts(app: Sphinx, parts: Iterable[Part]) -> None:
    """Let pages show some parts."""
    for part in parts:
        PARTS[part.name] = part
        if part.data:
            PIECES[part.name] = part.data
        app.add_directive(part.name, PartDirective)


class PartDirective(SphinxDirective):
    """Put a part on a page."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Build the node, and remember what was shown."""
        about = "\n".join(line.strip() for line in (*self.arguments, *self.content) if line.strip())
        if self.name in PIECES:
            try:
                shown = PIECES[self.name](pages_of(self.env), about)
            except NOT_THERE:
                SiteWarning.NO_SUCH_NAME.warn(self.name, about, location=self.get_location())
                return []
            note_shown(self.env, self.env.current_document.docname, self.name, about, shown)
        return [LivePart(kind=self.name, data=about)]


def visit_part(self: HTML5Translator, node: LivePart) -> None:
    """Write the part; every text goes through a template that escapes it."""
    builder: StandaloneHTMLBuilder = self.builder
    part, env = PARTS[node["kind"]], builder.env
    root = "../" * builder.get_target_uri(builder.current_docname).count("/") or "./"
    self.body.append(
        part.render(pages_of(env), node["data"], root, _download(env, part), builder.get_target_uri)
    )
    raise nodes.SkipNode


def note_live(app: Sphinx, doctree: nodes.document) -> None:
    """Note on a page that it runs Python in the browser."""
    if any(part.is_live for part in parts_in(doctree)):
        app.env.metadata[app.env.current_document.docname][LIVE] = True


def files_of(doctree: nodes.document) -> list[str]:
    """Name the styles and scripts that the parts of a page load, what they share first."""
    found = [part for used in parts_in(doctree) for part in used.parts]
    shared = [SHARED, *([LOADER] if any(part.handlers for part in found) else [])] if found else []
    own = [name for part in found for name in (part.style, *part.scripts)]
    return list(dict.fromkeys([*shared, *own]))


def parts_in(doctree: nodes.document) -> list[Part]:
    """Give the parts of a page, each once."""
    return [PARTS[kind] for kind in dict.fromkeys(node["kind"] for node in doctree.findall(LivePart))]


def _download(env: BuildEnvironment, part: Part) -> str:
    return download_of(env, next((name for one in reversed(part.parts) for name in one.handlers), ""))
