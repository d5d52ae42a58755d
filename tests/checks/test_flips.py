"""A wrong sign is caught: turn each coded direction that has an interval, and count how many are found."""

import shutil
from datetime import date
from pathlib import Path

import yaml
from tests.frozen import SETS, sets

from resilience.checks import check

TURNED = {"benefit": "harm", "harm": "benefit"}
LEAST_FOUND = 0.95


def test_flips_of_directions_with_an_interval_are_found(tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    shutil.copytree(SETS / "evidence", folder)
    flipped = set()
    for key, study in sets().studies.items():
        path = folder / "studies" / f"{key}.yml"
        record = yaml.safe_load(path.read_text(encoding="utf-8"))
        for place, outcome in enumerate(study.outcomes):
            effect = outcome.effect
            if effect and None not in (effect.ci_low, effect.ci_high) and outcome.direction in TURNED:
                record["outcomes"][place]["direction"] = TURNED[outcome.direction]
                flipped.add((f"evidence/studies/{key}.yml", f"outcomes[{place}].direction"))
        path.write_text(yaml.safe_dump(record, sort_keys=False), encoding="utf-8")
    found = {
        (problem.path, problem.field)
        for problem in check(folder, date(2026, 12, 1))
        if problem.code in ("E221", "E222")
    }
    assert len(flipped) > 50
    assert len(found & flipped) >= LEAST_FOUND * len(flipped), sorted(flipped - found)
