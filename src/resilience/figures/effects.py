"""Effects of an activity as studies report them, on one scale; better is always to the right."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from resilience.figures.axis import sided
from resilience.figures.directions import DIRECTIONS, symbol_and_clear
from resilience.figures.effect_words import ScaleWords, scale_words, sentence
from resilience.figures.figure import Figure
from resilience.figures.forest import Scale, forest
from resilience.figures.style import NARROW, WIDE
from resilience.findings.scales import Family
from resilience.records.vocabulary import Better, Clear, Estimand

CLEAR = {clear.value: clear for clear in Clear}
ESTIMANDS = {estimand.value: estimand for estimand in Estimand}
REVERSE = "found for the opposite, turned over"
INVERTED = "drawn as 1 divided by the number"

READING = "Each line is one result with its 95% interval; the numbers are as the study prints them."
NOT_POOLED = "The results are not pooled: they come from different people and places."
LOWER_IS_BETTER = (
    "Better is always to the right: where a lower number is better, its line is turned over. "
    "The axis gives the size of a difference, without its sign."
)
MIRRORED = "Here a lower number is better, so the axis runs from high to low, and better is to the right."
HIGHER_IS_BETTER = "Better is to the right."


def effects(frame: pd.DataFrame, family: Family, unit: str = "", *, about: str) -> Figure:
    """Show effects on one scale, the best at the top; `about` says what they are on, and starts the title.

    Columns `work`, `measure`, `value`, `ci_low`, `ci_high` as printed; `direction` as it speaks to the
    activity, `clear`, `estimand` and `better` as in records; `is_reverse`, where the opposite was studied.
    Every number must be there, and those of ratios above 0.
    """
    words = scale_words(family, unit)
    placed, is_mirrored = sided(frame, is_ratio=family.is_ratio)
    best_first = placed.sort_values(["value", "work"], ascending=[is_mirrored, True], kind="stable")
    shown = best_first.assign(label=[_label(row, family) for row in best_first.to_dict("records")])
    scale = Scale(words.axis, family.is_ratio, is_sided=True, is_mirrored=is_mirrored)
    pairs = zip(shown["direction"], shown["clear"], strict=True)
    symbols = [symbol_and_clear(DIRECTIONS[direction], CLEAR[clear]) for direction, clear in pairs]
    title = f"{about}, {words.short}"
    return Figure(
        title=title,
        sentence=sentence(frame),
        table=_table(frame.loc[shown.index], words),
        chart=forest(shown, scale, symbols, WIDE),
        narrow=forest(shown, scale, symbols, NARROW),
        note=_note(frame, words, is_mirrored),
        alt=f"Dot and interval chart: {title}",
    )


def _label(row: Mapping[Hashable, Any], family: Family) -> str:
    estimand = ESTIMANDS[row["estimand"]]
    asides = [
        "" if estimand is Estimand.MAIN else estimand.label.lower(),
        REVERSE if row["is_reverse"] else "",
        INVERTED if row["is_turned"] and family.is_ratio and not row["is_reverse"] else "",
    ]
    said = "; ".join(filter(None, asides))
    return f"{row['work']}: {row['measure']}" + (f" ({said})" if said else "")


def _table(frame: pd.DataFrame, words: ScaleWords) -> pd.DataFrame:
    heads = {
        "work": "Study",
        "measure": "Result",
        "value": words.axis,
        "ci_low": "95% interval from",
        "ci_high": "to",
        "better": "Better is",
        "direction": "With the activity",
        "clear": "Clear of no effect",
        "estimand": "Whose result",
    }
    clear = {Clear.YES.value: "Yes", Clear.NO.value: "No", Clear.NOT_TOLD.value: Clear.NOT_TOLD.label}
    directions = [
        DIRECTIONS[direction].label + (f" ({REVERSE})" if is_reverse else "")
        for direction, is_reverse in zip(frame["direction"], frame["is_reverse"], strict=True)
    ]
    said = frame.assign(
        direction=directions,
        clear=frame["clear"].map(clear),
        estimand=[ESTIMANDS[estimand].label for estimand in frame["estimand"]],
    )
    return said[list(heads)].rename(columns=heads)


def _note(frame: pd.DataFrame, words: ScaleWords, is_mirrored: bool) -> str:
    sides = HIGHER_IS_BETTER
    if is_mirrored:
        sides = MIRRORED
    elif (frame["better"] == Better.LOWER.value).any():
        sides = LOWER_IS_BETTER
    not_pooled = NOT_POOLED if frame["work"].nunique() > 1 else ""
    return " ".join(filter(None, [READING, sides, words.reading, not_pooled]))
