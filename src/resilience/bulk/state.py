"""What a result depends on, as digests that tell whether parts of an earlier run can be used."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from resilience.matching import Lexicon


@dataclass(frozen=True)
class State:
    """What a result depends on: parts made under another state are of no use."""

    input: str
    """Digest of the file that is read."""
    lexicon: str
    """Digest of what the matcher knows, and the version of its code."""
    options: Mapping[str, str]


def state_of(path: Path, lexicon: Lexicon, options: Mapping[str, str]) -> State:
    """Sum up what a result depends on."""
    with path.open("rb") as file:
        read = hashlib.file_digest(file, "sha256").hexdigest()
    known = hashlib.sha256(json.dumps(lexicon.to_plain(), sort_keys=True).encode()).hexdigest()
    return State(read, f"{known} {version('resilience')}", dict(options))
