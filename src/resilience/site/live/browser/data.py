"""The files of data that a handler needs; the worker puts them in place before it calls."""

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path("/live")


@cache
def read(name: str) -> Any:
    """Read a file of data by the name under which the site registered it."""
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
