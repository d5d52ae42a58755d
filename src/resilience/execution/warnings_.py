"""The warnings of a build: each has a type, by which `suppress_warnings` can name it, and one wording.

A warning fails a build with `-W`. The site adds its own (`site/site_warnings.py`).
"""

from enum import Enum
from typing import Any

from sphinx.util import logging

_log = logging.getLogger(__name__)


class BookWarning(Enum):
    """A warning: its type, its subtype, and its words, with a `%s` for each value."""

    def __init__(self, kind: str, subtype: str, words: str) -> None:
        self.kind = kind
        self.subtype = subtype
        self.words = words

    def warn(self, *values: object, location: Any = None) -> None:
        """Warn, with values in the gaps of the words."""
        _log.warning(self.words, *values, type=self.kind, subtype=self.subtype, location=location)


class NotebookWarning(BookWarning):
    """What is wrong with a notebook."""

    NO_SUCH_INPUT = (
        "notebook",
        "reads",
        "notebook %s: it depends on `%s`, but the repository has no such file.",
    )
    NOT_DECLARED = (
        "notebook",
        "reads",
        "notebook %s: it used what its front matter does not declare. Add to `reads:`, or do without:\n%s",
    )
    NO_ANSWER = "notebook", "asks", "notebook %s: it asks for `%s`, which has no answer: %s"
    NOT_ASKED = (
        "notebook",
        "asks",
        "notebook %s: it asks what its front matter does not declare. Add to `asks:`, or do without:\n%s",
    )
    FAILED = "notebook", "cell", "notebook %s: it failed.\n%s"
