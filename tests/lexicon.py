"""The lexicon of the project as it once stood, so that no newly coded text turns a test of the matcher red.

`python -m tests.lexicon` keeps that of the evidence of today; then look at what the tests say.
It is packed, for nobody reads a million letters of weights: `gzip -dc` shows it.
"""

import gzip
import json
from functools import cache
from pathlib import Path

from resilience.evidence import load
from resilience.findings.lexicon import plain_lexicon
from resilience.matching import Lexicon

KEPT = Path(__file__).parent / "matching/lexicon.json.gz"


@cache
def project_lexicon() -> Lexicon:
    """Open the lexicon that was kept, compiled once for all tests that match."""
    return Lexicon.from_plain(json.loads(gzip.decompress(KEPT.read_bytes())))


if __name__ == "__main__":
    text = json.dumps(plain_lexicon(load(KEPT)), ensure_ascii=False, separators=(",", ":"))
    # Without the time of day, so that the same lexicon is the same file.
    KEPT.write_bytes(gzip.compress(text.encode(), mtime=0))
