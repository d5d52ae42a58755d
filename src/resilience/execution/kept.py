"""The results of notebooks that are kept from build to build: none is believed without a look.

Beside each stands a digest of it. What was cut or edited since is run again, and a database that can't be
read is set aside with all that belongs to it: a cache may be empty, never wrong or in the way.
"""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from jupyter_cache.cache.db import DB_NAME
from jupyter_cache.cache.main import JupyterCacheBase
from nbformat import NotebookNode
from sphinx.util import logging

RESULT = "base.ipynb"
DIGEST = "base.sha256"
BROKEN = "{}.broken"
TABLES = {
    "nbcache": "hashkey, uri, data, created, accessed",
    "nbproject": "uri, read_data",
    "settings": "key, value",
}

_log = logging.getLogger(__name__)


def opened(folder: Path) -> JupyterCacheBase:
    """Open the cache in a folder; one whose database can't be read is set aside, and a new one begun."""
    if (folder / DB_NAME).exists() and (fault := _fault(folder / DB_NAME)):
        aside = folder.with_name(BROKEN.format(folder.name))
        shutil.rmtree(aside, ignore_errors=True)
        folder.rename(aside)
        _log.info(
            "The results kept of notebooks can't be read (%s). They are set aside in %s, "
            "and notebooks run again where their pages are read.",
            fault,
            aside.name,
        )
    cache: JupyterCacheBase = get_cache(str(folder))
    return cache


def _fault(database: Path) -> str:
    """Say what is wrong with a database; nothing where all of it can be read."""
    try:
        with closing(sqlite3.connect(database)) as connection:
            told: str = connection.execute("PRAGMA quick_check").fetchone()[0]
            for table, columns in TABLES.items():
                connection.execute(f"SELECT {columns} FROM {table}").fetchall()
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return str(error)
    return "" if told == "ok" else told.replace("\n", " ")


def keep(cache: JupyterCacheBase, path: Path, node: NotebookNode, seconds: float) -> None:
    """Keep the results of a notebook, in the place of earlier ones."""
    folder = _folder(cache, cache.create_hashed_notebook(node)[1])
    # jupyter-cache stops at a folder that holds no results, such as a build leaves that was stopped.
    shutil.rmtree(folder, ignore_errors=True)
    bundle = CacheBundleIn(node, str(path), data={"execution_seconds": seconds})
    cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
    (folder / DIGEST).write_text(_digest(folder), "utf-8")


def has_results(cache: JupyterCacheBase, node: NotebookNode) -> bool:
    """Say whether there are results of a notebook.

    Raises ValueError where they are not what was written.
    """
    try:
        record = cache.match_cache_notebook(node)
    except KeyError:
        return False
    folder = _folder(cache, record.hashkey)
    try:
        as_written = (folder / DIGEST).read_text("utf-8") == _digest(folder)
    except (OSError, UnicodeDecodeError):
        as_written = False
    if not as_written:
        raise ValueError(f"{folder.name}/{RESULT} is not what was written")
    return True


def _folder(cache: JupyterCacheBase, key: str) -> Path:
    return Path(cache.path) / "executed" / key


def _digest(folder: Path) -> str:
    """Digest results with their key, so that those of another notebook are never taken for them."""
    return hashlib.sha256(folder.name.encode() + (folder / RESULT).read_bytes()).hexdigest()
