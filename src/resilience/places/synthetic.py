"""Made-up households with a known truth, to try a method on. Nothing in them was observed."""

import random
from collections.abc import Iterator

import pandas as pd


def synthetic_households(
    effect: float,
    *,
    areas: int = 9,
    households: int = 150,
    share: float = 0.4,
    trend: float = 0.03,
    area_spread: float = 0.06,
    seed: int = 1,
) -> pd.DataFrame:
    """Make a two-wave survey in which the programme raises a share by `effect` (0.075 is 7.5 points).

    `areas` stand in each group; both groups change by `trend`; `area_spread` is the standard deviation of the
    share between areas. Columns as `check_microdata` asks for.
    """
    source = random.Random(seed)
    rows = [
        row
        for group in ("programme", "comparison")
        for number in range(1, areas + 1)
        for row in _area(source, group, number, households, share, trend, effect, area_spread)
    ]
    return pd.DataFrame(rows, columns=["area", "group", "wave", "outcome"])


def _area(
    source: random.Random,
    group: str,
    number: int,
    households: int,
    share: float,
    trend: float,
    effect: float,
    area_spread: float,
) -> Iterator[tuple[str, str, int, int]]:
    own = share + source.gauss(0, area_spread)
    for wave in (1, 2):
        gain = (wave == 2) * (trend + effect * (group == "programme"))
        chance = min(max(own + gain, 0.0), 1.0)
        for _ in range(households):
            yield f"{group} area {number}", group, wave, int(source.random() < chance)
