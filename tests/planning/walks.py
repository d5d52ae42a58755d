"""Random walks of the path over every key of its link, the same ones each time."""

import random
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from resilience.planning.packed import pack
from resilience.planning.walk import MAHALANOBIS, NO, YES

SEED = 16
WORDS = (
    "We want every neighbour to know two others by spring.",
    "<b>Bold</b> & *plain* | one [two](https://example.org) `three` ~ # 1. “four”",
    "café ﬁtness ꟷ 漢字 🙂 " * 12,
    "- a list\n- of two\n\n# and a heading " * 30,
)
"""What a group may write, friendly or not."""


def random_links(facts: Mapping[str, Any], places: Sequence[str], n: int) -> list[str]:
    """Give the queries of `n` links; places are taken in turn, the rest is drawn."""
    draw = random.Random(SEED)
    return [urlencode(_answers(draw, facts["common"], places[at % len(places)])) for at in range(n)]


def _answers(draw: random.Random, common: Mapping[str, Any], place: str) -> dict[str, str]:
    types, groups = list(common["types"]), list(common["groups"])
    steps = ["need", "community", *groups]
    every = {
        "problems": _some(draw, list(common["problems"]), 3),
        "outcomes": _some(draw, groups, 4),
        "most": draw.choice(steps),
        "weights": _pairs(draw, steps, 100),
        "out": _some(draw, types, 5),
        "own": _pairs(draw, types, 10),
        "activities": _some(draw, types, 2),
        "aim": draw.choice(WORDS),
        "figures": _some(draw, ["income", "employment", "health", "crime", "housing", "fuel_poverty"], 5),
        "distance": MAHALANOBIS,
        "within": YES,
        "lots": draw.choice([YES, NO]),
        **{name: str(draw.choice([0, 1, 2, 5, 6, 12, 40, 0.05, 0.5])) for name in common["numbers"]},
        "model": _model(draw, types, groups),
        "who": pack([draw.choices(WORDS, k=4) for _ in range(draw.randint(1, 9))]),
    }
    kept = draw.random() ** 0.5
    return {"place": place} | {name: value for name, value in every.items() if draw.random() < kept}


def _some(draw: random.Random, names: list[str], most: int) -> str:
    return ".".join(draw.sample(names, draw.randint(0, min(most, len(names)))))


def _pairs(draw: random.Random, names: list[str], top: int) -> str:
    chosen = draw.sample(names, draw.randint(0, min(6, len(names))))
    return ",".join(f"{name}:{draw.randint(0, top)}" for name in chosen)


def _model(draw: random.Random, types: list[str], groups: list[str]) -> str:
    boxes = [
        f"do-{draw.choice(types)}",
        f"outcome-{draw.choice(groups)}",
        f"change-{draw.choice(groups)}",
        "1",
    ]
    return pack(
        [
            ("name", draw.choice(boxes), draw.choice(WORDS)),
            ("drop", draw.choice(boxes)),
            ("box", "1", draw.choice(["do", "change", "outcome", "dance"]), draw.choice(WORDS)),
            ("join", *draw.sample(boxes, 2)),
            ("part", *draw.sample(boxes, 2)),
            ("nothing", "at all"),
        ]
    )
