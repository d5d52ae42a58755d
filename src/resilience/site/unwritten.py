"""What could not be written stops a build with a sentence, and what is published stays as it was.

A page that the disk does not take is no more than a warning to Sphinx, and a full disk is a traceback.
"""

import errno
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.logging import NAMESPACE

WARNINGS = ("error writing file", "Failed to copy a file", "cannot copy")
"""How Sphinx begins to say that a file is missing from what it wrote."""
REASONS = {
    errno.ENOSPC: ("The disk is full", "Make room"),
    errno.EDQUOT: ("No more may be stored here", "Make room"),
    errno.EROFS: ("This disk can only be read", "Choose a folder that can be written"),
    errno.EACCES: ("A file or folder may not be written or read", "Set its permissions"),
    errno.EPERM: ("A file or folder may not be changed", "Set its permissions"),
}
FIRST_OF_ALL, LAST_OF_ALL = -1, 10_000
"""Priorities: others note that all is written and publish it; after an error they clear up and unlock."""
_NUMBER = re.compile(r"(?:\[Errno |Error\()(\d+)")
_FULL_DATABASE = "database or disk is full"


class Unwritten(SphinxError):
    """Something could not be written."""

    category = "The build stopped"


def follow(app: Sphinx) -> None:
    """Stop a build that could not write something, before anything is published."""
    warned: list[str] = []
    # Sphinx sets up its log anew for each build, before its extensions.
    logging.getLogger(NAMESPACE).addHandler(_Listener(warned))

    def stop(app: Sphinx, exception: Exception | None) -> None:
        if exception is None and warned:
            raise Unwritten(sentence(warned[0]) or warned[0])

    def tell(app: Sphinx, exception: Exception | None) -> None:
        if exception is not None:
            raise_told(exception)

    app.connect("build-finished", stop, priority=FIRST_OF_ALL)
    app.connect("build-finished", tell, priority=LAST_OF_ALL)


@contextmanager
def told() -> Iterator[None]:
    """Have a sentence said in the place of an error of the disk."""
    try:
        yield
    except OSError as error:
        raise_told(error)
        raise


def raise_told(error: Exception) -> None:
    """Raise Unwritten where an error, or one that it came of, is one of the disk."""
    if not isinstance(error, Unwritten) and (said := sentence(_words(error))):
        raise Unwritten(said) from error


def sentence(words: str) -> str:
    """Say what is wrong with the disk, and what to do; nothing where an error is of another kind."""
    numbers = [int(found) for found in _NUMBER.findall(words)] + [errno.ENOSPC] * (_FULL_DATABASE in words)
    reasons = [REASONS[number] for number in numbers if number in REASONS]
    if not reasons:
        return ""
    what, mend = reasons[0]
    return (
        f"{what}, so the site was not built; what was published before is as it was. "
        f"{mend}, and build again. In the words of the system: {words}"
    )


def _words(error: BaseException) -> str:
    """Give the words of the error that others came of, in whatever process it was."""
    first: BaseException | str = error
    while isinstance(first, BaseException):
        before = getattr(first, "orig_exc", None) or first.__cause__
        if before is None:
            break
        first = before
    return str(first)


class _Listener(logging.Handler):
    """Keeps warnings of files that could not be written."""

    def __init__(self, warned: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.warned = warned

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning."""
        if (message := record.getMessage()).startswith(WARNINGS):
            self.warned.append(message)
