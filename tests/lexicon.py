"""The lexicon of the project's own evidence, compiled once for all tests that match."""

from functools import cache
from pathlib import Path

from resilience.evidence import load
from resilience.findings.lexicon import lexicon_of
from resilience.matching import Lexicon


@cache
def project_lexicon() -> Lexicon:
    return lexicon_of(load(Path(__file__).parents[1]))
