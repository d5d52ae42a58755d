"""When the live files are written: while a book with live pages is built, and only if something changed."""

import hashlib
from importlib.metadata import version
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from resilience.execution.notebook import state_of
from resilience.site.evidence_of import pages_of
from resilience.site.live.bundle import LIBRARY, PACKAGE
from resilience.site.live.core import Core
from resilience.site.live.live_files import MANIFEST, LiveFiles
from resilience.site.live.served import Served
from resilience.site.site_warnings import SiteWarning

LIVE = "live"
"""The key in a page's metadata that says that it runs Python in the browser."""
STAMP = "live.stamp"


def write_live_files(app: Sphinx, env: BuildEnvironment, served: Served) -> list[str]:
    """Write the files that live pages load; list the pages on which the size of the download has changed."""
    pages = [name for name in env.all_docs if LIVE in env.metadata[name]]
    if not pages or app.builder.format != "html":
        return []
    core = Core(Path(app.srcdir) / app.config.resilience_live_core)
    if not core.is_there:
        SiteWarning.NO_LIVE_CORE.warn(app.config.resilience_live_core)
        return []
    downloads = _downloads(app, env, core, served)
    if downloads == getattr(env, "resilience_downloads", None):
        return []
    env.resilience_downloads = downloads  # type: ignore[attr-defined]
    return pages


def download_of(env: BuildEnvironment, handler: str) -> str:
    """Say how much a reader's browser fetches before a handler first answers, such as `6.5 MB`."""
    downloads: dict[str, str] = getattr(env, "resilience_downloads", {})
    return downloads.get(handler, "several MB")


def _downloads(app: Sphinx, env: BuildEnvironment, core: Core, served: Served) -> dict[str, str]:
    files = LiveFiles(Path(app.outdir), core, served)
    stamp = Path(app.doctreedir) / STAMP
    state = _state(env, core, served)
    fresh = stamp.exists() and stamp.read_text("utf-8") == state and (files.folder / MANIFEST).exists()
    manifest = files.read_manifest() if fresh else files.write(app)
    stamp.write_text(state, "utf-8")
    return {name: f"{handler['download'] / 1e6:.1f} MB" for name, handler in manifest["handlers"].items()}


def _state(env: BuildEnvironment, core: Core, served: Served) -> str:
    """Digest all that the files are made from."""
    sources = (path for pattern in ("*.py", "*.txt", "*.js") for path in PACKAGE.rglob(pattern))
    made_from = [
        version(LIBRARY),
        state_of([pages_of(env).base.folder, core.installed], sources),
        *served.handlers.items(),
        *served.data,
    ]
    return hashlib.sha256(repr(made_from).encode()).hexdigest()
