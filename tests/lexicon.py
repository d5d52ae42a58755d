"""The lexicon of the project as it once stood, so that no newly coded text turns a test of the matcher red.

`python -m tests.lexicon` keeps that of the evidence of today; then look at what the tests say.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from resilience.evidence import load
from resilience.findings.lexicon import plain_lexicon
from resilience.matching import Lexicon

KEPT = Path(__file__).parent / "matching/lexicon.json"


@cache
def project_lexicon() -> Lexicon:
    """Open the lexicon that was kept, compiled once for all tests that match."""
    return Lexicon.from_plain(json.loads(KEPT.read_text("utf-8")))


def _lines(part: Any) -> str:
    """Write a part of the lexicon with an entry a line, for diffs that can be read."""
    plain = [json.dumps(one, ensure_ascii=False) for one in part]
    if isinstance(part, dict):
        plain = [f"{key}: {json.dumps(part[json.loads(key)], ensure_ascii=False)}" for key in plain]
        return "{\n" + ",\n".join(plain) + "\n}"
    return "[\n" + ",\n".join(plain) + "\n]"


if __name__ == "__main__":
    parts = plain_lexicon(load(KEPT)).items()
    text = ",\n".join(f"{json.dumps(name)}: {_lines(part)}" for name, part in parts)
    KEPT.write_text("{\n" + text + "\n}\n", "utf-8")
