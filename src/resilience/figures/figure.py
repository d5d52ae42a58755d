"""A figure: a chart, its numbers as a table, and the sentence that says what it shows."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict, TypeVar

from resilience.figures.drawing import Spec, fitted
from resilience.figures.style import NARROW, WIDE
from resilience.figures.table import FigureTable, figure_table

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

MIME_TYPE = "application/vnd.resilience.figure+json"
Part = TypeVar("Part")

# All that XML doesn't allow; Vega's SVG writer ends the whole process over one.
ILLEGIBLE = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


@dataclass(frozen=True)
class Boxes:
    """A picture of boxes of words, laid out by the page: they wrap, print and turn dark as its text does."""

    kind: str
    """How they lie: a macro of `site/charts/boxes.html`."""
    parts: Mapping[str, Any]
    """What they say, as plain text in what JSON can hold."""


OnAxes: TypeAlias = "alt.TopLevelMixin | Spec"


class Payload(TypedDict):
    """A figure as JSON can hold it: what a notebook hands to the page."""

    title: str
    sentence: str
    note: str
    alt: str
    table: FigureTable
    wide: Spec
    narrow: Spec
    boxes: dict[str, Any]
    """`kind` and `parts`. Either these are empty, or `wide` and `narrow` are."""


@dataclass(frozen=True, eq=False, repr=False)
class Figure:
    """A chart (Altair or Vega-Lite, data inside) or boxes, never without a table and a sentence.

    All text is plain text. `narrow` is the chart for a phone, where drawing `chart` narrower is not enough.
    Raises ValueError where a part is missing.
    """

    title: str
    sentence: str
    table: "pd.DataFrame"
    chart: "OnAxes | Boxes"
    narrow: "OnAxes | None" = None
    note: str = ""
    """Where the numbers come from and how to read them."""
    alt: str = ""
    """What kind of chart it is, for those who can't see it; the title where it is left out."""

    def __post_init__(self) -> None:
        for part in ("title", "sentence"):
            if not getattr(self, part).strip():
                raise ValueError(f"A figure needs a {part}, so that it can be read without its chart.")
        if self.table.empty:
            raise ValueError("A figure needs a table with at least one row, so that its numbers can be read.")
        if not isinstance(self.chart, Boxes) and not _spec(self.chart):
            raise ValueError("A figure needs a chart.")

    def __repr__(self) -> str:
        return f"<Figure: {self.title}>"

    def payload(self) -> Payload:
        """Give the figure as JSON can hold it.

        Raises ValueError where a chart loads data from an address.
        """
        payload = Payload(
            title=self.title,
            sentence=self.sentence,
            note=self.note,
            alt=self.alt or f"Chart: {self.title}",
            table=figure_table(self.table),
            wide={},
            narrow={},
            boxes={},
        )
        if isinstance(self.chart, Boxes):
            payload["boxes"] = asdict(self.chart)
        else:
            wide = _spec(self.chart)
            payload["wide"] = fitted(wide, WIDE)
            payload["narrow"] = fitted(wide if self.narrow is None else _spec(self.narrow), NARROW)
        return legible(payload)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Payload]:
        return {MIME_TYPE: self.payload()}


def _spec(chart: "OnAxes") -> Spec:
    if isinstance(chart, dict):
        return chart
    # What draws the chart finds a slip too; validating each part against the schema takes far longer.
    spec: Spec = chart.to_dict(validate=False)
    return spec


def legible(part: Part) -> Part:
    """Give a value as JSON can hold it, with all text in it legible."""
    return _legible(part)  # type: ignore[return-value]


def _legible(part: object) -> object:
    if isinstance(part, str):
        return ILLEGIBLE.sub("", part)
    if isinstance(part, dict):
        return {_legible(key): _legible(value) for key, value in part.items()}
    return [_legible(item) for item in part] if isinstance(part, list | tuple) else part
