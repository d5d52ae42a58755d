"""How many there are of each kind, as bars with their numbers."""

import altair as alt
import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.marks import bars, labels, on_rows, tip, words
from resilience.figures.palette import ACCENT, DOMAIN_COLOURS
from resilience.figures.row_layout import place_rows
from resilience.figures.style import NARROW, WIDE, Size
from resilience.records.english import listing, number, one_or_more

NUMBER_ROOM = 44
NAMED_AT_MOST = 3


def counts(
    frame: pd.DataFrame,
    *,
    title: str,
    kind: str,
    thing: str,
    things: str,
    note: str = "",
    in_order: bool = False,
    found: bool = False,
) -> Figure:
    """Compare counts: columns `label`, `n`; and `domain` (slug) with `domain_label` to group rows by domain.

    `kind` is what a label is (`activity type`), `thing` and `things` what is counted (`policy`, `policies`).
    Rows stand by size, or `in_order` as they were given. `found` is for what we gathered ourselves, where
    a count tells how often we found a thing and not how common it is.
    """
    ordered = frame if in_order else _ordered(frame)
    table = ordered.rename(columns={"domain_label": "Domain", "label": _capital(kind), "n": _capital(things)})
    shown = [column for column in (_capital(kind), "Domain", _capital(things)) if column in table]
    return Figure(
        title=title,
        sentence=_found(ordered, thing, things) if found else _sentence(ordered, kind, thing, things),
        table=table[shown],
        chart=_draw(ordered, WIDE),
        narrow=_draw(ordered, NARROW),
        note=note,
        alt=f"Bar chart: {title}",
    )


def _ordered(frame: pd.DataFrame) -> pd.DataFrame:
    by_size = frame.sort_values(["n", "label"], ascending=[False, True])
    if "domain" not in frame:
        return by_size
    domains = list(DOMAIN_COLOURS)
    return by_size.sort_values("domain", key=lambda slugs: slugs.map(domains.index), kind="stable")


def _draw(ordered: pd.DataFrame, size: Size) -> alt.LayerChart:
    rows = place_rows(ordered, size, group="domain_label" if "domain" in ordered else None)
    longest = size.width - rows.left - NUMBER_ROOM
    right = rows.left + longest * rows.frame["n"] / max(rows.frame["n"].max(), 1)
    marks = rows.frame[["label", "top", "middle", "bottom"]].assign(
        left=rows.left,
        right=right,
        number_x=right + 6,
        fill=_colours(rows.frame),
        shown=rows.frame["n"].map(number),
    )
    numbers = words("shown", "number_x", "middle", baseline="middle", font=size.font)
    return on_rows(
        rows,
        marks,
        [*labels(rows), bars("left", "right", tooltip=tip(Kind="label", Number="shown")), numbers],
    )


def _colours(frame: pd.DataFrame) -> "pd.Series[str] | str":
    return frame["domain"].map(lambda slug: DOMAIN_COLOURS[slug].light) if "domain" in frame else ACCENT.light


def _sentence(ordered: pd.DataFrame, kind: str, thing: str, things: str) -> str:
    most, fewest = int(ordered["n"].max()), int(ordered["n"].min())
    if most != fewest:
        first, last = (_holders(ordered, value) for value in (most, fewest))
        return f"There are most {things} for {first} and {'fewest' if fewest else 'none'} for {last}."
    found = f"There {one_or_more(most, 'is', 'are')} {number(most)} {one_or_more(most, thing, things)}"
    if len(ordered) > NAMED_AT_MOST:
        return f"{found} for each {kind}."
    return f"{found}{one_or_more(len(ordered), '', ' each')} for {listing(sorted(ordered['label']))}."


def _found(ordered: pd.DataFrame, thing: str, things: str) -> str:
    by_size = ordered[ordered["n"] > 0].sort_values("n", ascending=False, kind="stable").head(NAMED_AT_MOST)
    most = [
        f"{label} ({number(n)} {one_or_more(n, thing, things)})"
        for label, n in zip(by_size["label"], by_size["n"].astype(int), strict=True)
    ]
    none = sorted(ordered.loc[ordered["n"] == 0, "label"])
    named = listing(none) if len(none) <= NAMED_AT_MOST else f"{len(none)} of the {len(ordered)}"
    said = [f"Most often found by us: {listing(most)}."] if most else []
    return " ".join([*said, f"Not found: {named}."] if none else said)


def _holders(ordered: pd.DataFrame, value: int) -> str:
    names = sorted(ordered.loc[ordered["n"] == value, "label"])
    who = listing(names) if len(names) <= NAMED_AT_MOST else f"{len(names)} of the {len(ordered)}"
    return f"{who} ({number(value)}{one_or_more(len(names), '', ' each')})" if value else who


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
