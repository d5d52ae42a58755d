"""What notebooks ask of the evidence, by name.

A build computes the answers before it runs a notebook, and runs it again only where one has changed. So a
notebook loads this module and no evidence; for a person who runs it by hand they are computed on the spot.
"""

import os
import pickle
from functools import cache
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from typing import Any

ANSWERS = "RESILIENCE_ANSWERS"
"""The variable of the environment that names the file with the answers, while the book is built."""
PART = "view."


class NotDeclaredError(LookupError):
    """A notebook asks what its front matter does not declare."""


def ask(name: str) -> Any:
    """Give what a name stands for, from the evidence of the folder here or above.

    `findings.coverage.places` is a function of this package that takes the view of the evidence alone;
    `view.record_flow` is a part of that view. Raises NotDeclaredError in a build for a name that the
    notebook's front matter does not list under `asks`, and LookupError for a name that stands for nothing.
    """
    file = os.environ.get(ANSWERS)
    if file is None:
        return answer(_view(), name)
    answers: dict[str, bytes] = pickle.loads(Path(file).read_bytes())
    if name not in answers:
        raise NotDeclaredError(f"Add `{name}` to `asks:` in the front matter, or do without.")
    return pickle.loads(answers[name])


def answer(view: Any, name: str) -> Any:
    """Answer from a view of the evidence.

    Raises LookupError where the name stands for nothing.
    """
    if name.startswith(PART):
        return _found(name, lambda: attrgetter(name.removeprefix(PART))(view))
    module, _, function = name.rpartition(".")
    return _found(name, lambda: getattr(import_module(f"resilience.{module}"), function))(view)


def _found(name: str, find: Any) -> Any:
    try:
        return find()
    except (ImportError, AttributeError) as error:
        raise LookupError(f"`{name}` stands for nothing: {error}") from error


@cache
def _view() -> Any:
    # Found by name, so that the code of all rooms is no part of what a notebook imports.
    return import_module("resilience.findings").load()
