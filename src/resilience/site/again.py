"""Which pages a build reads again and why, and which the next one must, because they warned.

Sphinx does not repeat the warnings of a page that it has read, so that a build after one that failed would
pass. Here the pages that warned are kept in a file. After a warning of no page, the next build reads all.
"""

import json
import logging
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from weakref import WeakKeyDictionary

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.logging import NAMESPACE, get_node_location, getLogger, is_suppressed_warning

FILE = "warned.json"
ALL = "all"
NAMED = 3

logger = getLogger(__name__)

_REASONS: WeakKeyDictionary[BuildEnvironment, dict[str, str]] = WeakKeyDictionary()


class Warned(logging.Handler):
    """Notes the pages of all warnings of a build."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__(logging.WARNING)
        self._app = app
        self.places: set[str | None] = set()
        """Names of pages, or paths of files; None where a warning has no place."""

    def emit(self, record: logging.LogRecord) -> None:
        """Note where a warning comes from."""
        kind = (getattr(record, "type", ""), getattr(record, "subtype", ""))
        if not is_suppressed_warning(*kind, self._app.config.suppress_warnings):
            self.places.add(_place(getattr(record, "location", None)))

    def pages(self) -> list[str] | str:
        """Name the pages that warned, or say that all may have."""
        env = self._app.env
        by_path: dict[str, set[str]] = {}
        for name in env.found_docs:
            by_path.setdefault(str(env.doc2path(name)), set()).add(name)
        found: set[str] = set()
        for place in self.places:
            pages = {place} if place in env.found_docs else by_path.get(place or "", set())
            if not pages:
                return ALL
            found |= pages
        return sorted(found)


def follow(app: Sphinx) -> None:
    """Join the events of a build: listen to warnings, and order the pages that warned in the last one."""
    warned = Warned(app)
    # First of all, because others change where a warning says that it comes from.
    logging.getLogger(NAMESPACE).handlers.insert(0, warned)
    app.connect("env-get-outdated", _find_warned)
    app.connect("env-before-read-docs", _say_why)
    app.connect("build-finished", partial(_end, warned))


def because(env: BuildEnvironment, why: str, docnames: Iterable[str]) -> list[str]:
    """Remember why pages are read again; give their names."""
    names = list(docnames)
    _reasons(env).update(dict.fromkeys(names, why))
    return names


def _find_warned(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    because(env, "they are new" if added < env.found_docs else "nothing of use is built", added)
    because(env, "their file changed", changed)
    last = _read(app)
    if last == ALL:
        return because(env, "a warning of the last build was of no page", env.found_docs)
    return because(env, "they warned in the last build", set(last) & env.found_docs)


def _say_why(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    by_reason: dict[str, list[str]] = {}
    for name in docnames:
        by_reason.setdefault(_reasons(env).get(name, "what they run changed"), []).append(name)
    for why, names in by_reason.items():
        more = ", ..." * (len(names) > NAMED)
        logger.info("read %d again: %s (%s%s)", len(names), why, ", ".join(names[:NAMED]), more)


def _end(warned: Warned, app: Sphinx, exception: Exception | None) -> None:
    logging.getLogger(NAMESPACE).removeHandler(warned)
    if exception is None:
        _write(app, warned.pages())


def _place(location: nodes.Node | tuple[str | None, int | None] | str | None) -> str | None:
    if isinstance(location, nodes.Node):
        location = get_node_location(location)
    if isinstance(location, tuple):
        return location[0]
    return location.rsplit(":", 1)[0] if location and ":" in location else location


def _reasons(env: BuildEnvironment) -> dict[str, str]:
    return _REASONS.setdefault(env, {})


def _read(app: Sphinx) -> list[str] | str:
    try:
        found: list[str] | str = json.loads(_file(app).read_text("utf-8"))
    except FileNotFoundError:
        return []
    except ValueError:
        return ALL
    return found


def _write(app: Sphinx, pages: list[str] | str) -> None:
    _file(app).parent.mkdir(parents=True, exist_ok=True)
    _file(app).write_text(json.dumps(pages), "utf-8")


def _file(app: Sphinx) -> Path:
    return Path(app.doctreedir) / FILE
