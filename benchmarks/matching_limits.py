"""Why the matcher is not better: its learning curve, and what it takes for what.

The blind way (see matching.py) learns from a sixteenth of the phrases, an eighth and so on to all of them,
each part drawn at random and held in the next. Reads texts that two coders typed, as matching.py does.
`-o evidence/learnt` keeps the figures for the page on matching; neither file holds a text.
"""

import argparse
import os
import random
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pandas as pd
from matching_rows import interval

from matching import REPOSITORY, Blind, Text, from_code_frame, texts_in, told
from resilience.evidence import load
from resilience.evidence.learnt import Answer
from resilience.evidence.measured_limits import (
    CURVE,
    MISTAKES,
    CurvePoint,
    Mistake,
    write_curve,
    write_mistakes,
)
from resilience.findings.lessons import PHRASES, Lesson
from resilience.learning import accuracy

PARTS = (16, 8, 4, 2, 1)


def main() -> None:
    """Print and write both tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", nargs="+", default=os.environ.get("RESILIENCE_GOLD", "").split())
    parser.add_argument("--set", default="development", help="the set of texts, such as 'kept apart'")
    parser.add_argument("-o", "--output", type=Path, help="the folder to write the figures to, too")
    options = parser.parse_args()
    if not (texts := [text for text in texts_in(options.gold) if text.agreed]):
        return
    base = load(REPOSITORY)
    points: list[CurvePoint] = []
    for part in PARTS:
        taught = drawn(from_code_frame(base), part)
        said = told(Blind(base.folder), taught, texts)
        points.append(point(options.set, sum(map(is_phrase, taught)), texts, said))
    wrong = mistakes(options.set, texts, said)
    print(pd.DataFrame(points).to_string(index=False))
    print(pd.DataFrame(wrong).to_string(index=False))
    if options.output:
        write_curve(options.output / CURVE, points)
        write_mistakes(options.output / MISTAKES, wrong)


def is_phrase(one: Lesson) -> bool:
    """Say whether a text was written for the matcher."""
    return one.source.startswith(PHRASES)


def drawn(taught: Sequence[Lesson], part: int) -> list[Lesson]:
    """Give one in `part` of the phrases, and all else; a smaller part lies within each larger one."""
    phrases = [one for one in taught if is_phrase(one)]
    random.Random(0).shuffle(phrases)
    return [*(one for one in taught if not is_phrase(one)), *phrases[: len(phrases) // part]]


def point(name: str, phrases: int, texts: Sequence[Text], said: Sequence[Answer]) -> CurvePoint:
    """Measure the answers after some phrases."""
    low, high = interval(lambda places: accuracy.micro_f1([said[place] for place in places]), len(said))
    return CurvePoint(
        texts=name,
        phrases=phrases,
        n=len(said),
        micro_f1=accuracy.micro_f1(said),
        micro_f1_low=low,
        micro_f1_high=high,
        any_f1=accuracy.any_f1(said, [text.named for text in texts]),
        measured=date.today(),
    )


def mistakes(name: str, texts: Sequence[Text], said: Sequence[Answer]) -> list[Mistake]:
    """Count what was taken for what, most often first."""
    pairs: dict[tuple[str, str], list[tuple[Text, Answer]]] = defaultdict(list)
    for text, one in zip(texts, said, strict=True):
        if one.type != one.coded:
            pairs[one.coded, one.type].append((text, one))
    found = [
        Mistake(
            texts=name,
            coded=coded,
            said=given,
            n=len(group),
            near=sum(coded in (one.first, one.second, one.third) for _, one in group),
            named=sum(given in text.named for text, _ in group),
            unsure=sum(not text.sure for text, _ in group),
            measured=date.today(),
        )
        for (coded, given), group in pairs.items()
    ]
    return sorted(found, key=lambda one: (-one.n, one.coded, one.said))


if __name__ == "__main__":
    main()
