"""How `resilience check --asks` writes what a maintainer may ask of records again."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from resilience.checks import Ask
from resilience.cli.reports import visible


def for_people(asks: Sequence[Ask]) -> list[str]:
    """Write each question with its count and its files as lines."""
    lines = []
    for ask in asks:
        lines.append(f"{ask.title}: {len(ask.paths)}")
        if ask.paths:
            lines += [f"  {ask.do}", *(f"  {visible(path)}" for path in ask.paths)]
    return lines


def for_programs(asks: Sequence[Ask]) -> str:
    """Write the questions as a JSON list."""
    return json.dumps([asdict(ask) for ask in asks], indent=2, ensure_ascii=True)
