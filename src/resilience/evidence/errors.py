"""What is told where a file of the evidence can't be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

from resilience.tables import TableFault


class EvidenceError(Exception):
    """A file of the evidence can't be read as a record; the message says which, why and what to do."""


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong while a file is read into an error that names it."""
    try:
        yield
    # A ValueError may come from decoding, from the bibliography or from a model.
    except (OSError, yaml.YAMLError, TableFault, ValueError, TypeError) as error:
        raise EvidenceError(
            f"{path}: {error}\nRun `resilience check` to see every problem and its mend."
        ) from error
