"""Show the site on localhost and build it again on each change (`make serve`).

A build begins with seconds of imports. Here one process has them done, and each build is a fork of it. After
a change of the code, builds begin in a new interpreter until the server is started again.
"""

import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from pathlib import Path

import click
import uvicorn
from sphinx.cmd.build import main as sphinx_build
from sphinx_autobuild.filter import IgnoreFilter
from sphinx_autobuild.middleware import JavascriptInjectorMiddleware
from sphinx_autobuild.server import RebuildServer
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, WebSocketRoute
from starlette.staticfiles import StaticFiles

from resilience.site.watched import Unchanged, digests

HOST = "127.0.0.1"
SITE = "_build/html"
SETTINGS = ("_config.yml", "_toc.yml")
"""What Jupyter Book makes Sphinx's settings from."""
CODE = ".py"
NEEDED = ("myst_nb.sphinx_ext", "jupyter_book", "sphinx_external_toc", "resilience.site", "pandas", "altair")
"""What builds import, the extensions of `_config.yml` among them."""
IGNORED = (
    "_build",
    "conf.py",
    "live",
    "tests",
    ".git",
    ".venv",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
)
IGNORED_PATTERNS = (r"__pycache__|\.egg-info|\.ipynb_checkpoints",)


class Rebuild:
    """Builds the site of a repository; called in a fork of the server."""

    def __init__(self, root: Path, url: str) -> None:
        self.root = root
        self._url = url
        self._code = self._code_now()

    def __call__(self, *, changed_paths: Sequence[Path]) -> None:
        """Build what changed, and say how to go on."""
        started = time.monotonic()
        if not changed_paths or any(path.name in SETTINGS for path in changed_paths):
            command = [str(Path(sys.executable).parent / "jupyter-book"), "config", "sphinx", str(self.root)]
            subprocess.run(command, check=False)
        failed = self._sphinx()
        seconds = time.monotonic() - started
        said = "The build failed: mend what is said above." if failed else "Built."
        print(f"{said} ({seconds:.1f} s) {self._url}")

    def _sphinx(self) -> int:
        whole = {"external_toc_path": str(self.root / "_toc.yml")}
        options = [part for name, value in whole.items() for part in ("-D", f"{name}={value}")]
        # The doctrees and settings of `jupyter-book build`, so that neither reads every page again.
        arguments = [str(self.root), str(self.root / SITE), "-d", str(self.root / "_build/.doctrees"), "-n"]
        if self.code_changed():
            return subprocess.run(
                [sys.executable, "-m", "sphinx", *arguments, *options], check=False
            ).returncode
        return sphinx_build([*arguments, *options])

    def code_changed(self) -> bool:
        """Say whether any code is other than what this process has imported."""
        return self._code_now() != self._code

    def _code_now(self) -> dict[str, str]:
        return digests((self.root / "src").rglob(f"*{CODE}"))


def server(root: Path, rebuild: Rebuild, address: str) -> Starlette:
    """Make a server of the site that has open pages load again after each build."""
    ignored = IgnoreFilter([root / name for name in IGNORED], IGNORED_PATTERNS)
    watcher = RebuildServer([root], Unchanged(root.resolve(), ignored), change_callback=rebuild)
    (root / SITE).mkdir(parents=True, exist_ok=True)
    return Starlette(
        routes=[
            WebSocketRoute("/websocket-reload", watcher, name="reload"),
            Mount("/", app=StaticFiles(directory=root / SITE, html=True), name="static"),
        ],
        middleware=[Middleware(JavascriptInjectorMiddleware, ws_url=address)],
        lifespan=watcher.lifespan,
    )


@click.command()
@click.option("--port", default=8000, show_default=True, help="The port on localhost.")
def main(port: int) -> None:
    """Build the site, show it on localhost, and build it again on each change."""
    root, address = Path.cwd(), f"{HOST}:{port}"
    rebuild = Rebuild(root, f"http://{address}")
    for name in NEEDED:
        import_module(name)
    with ProcessPoolExecutor(1) as pool:
        pool.submit(rebuild, changed_paths=()).result()
    uvicorn.run(server(root, rebuild, address), host=HOST, port=port, log_level="warning")


if __name__ == "__main__":
    main()
