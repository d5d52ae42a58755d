"""Mirror hosts are told from pages that we may link to."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from resilience.records.editorial import MirrorHosts

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "mirrors.yml").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_covers(case: dict[str, Any]) -> None:
    assert MirrorHosts(["docplayer.net"]).covers(case["input"]) is case["expect"], case["note"]
