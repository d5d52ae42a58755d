"""What runs in the reader's browser beside the rooms it calls: standard library only.

The bridge, and a file of handlers for each part of a page that asks for answers.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path("/live")
"""Where the worker puts the files of data, before it calls a handler that needs them."""


class Refusal(Exception):
    """How a handler says that it can't answer: a sentence for the reader, what is wrong and what to do."""


@cache
def read(name: str) -> Any:
    """Read a file of data by the name under which its part asks for it."""
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
