"""A figure: a chart, its numbers as a table, and the sentence that says what it shows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict

from resilience.figures.drawing import Spec, fitted
from resilience.figures.legible import legible
from resilience.figures.style import NARROW, WIDE
from resilience.figures.table import FigureTable, figure_table

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

MIME_TYPE = "application/vnd.resilience.figure+json"

Chart: TypeAlias = "alt.TopLevelMixin | Spec"


class Payload(TypedDict):
    """A figure as JSON can hold it: what a notebook hands to the page."""

    title: str
    sentence: str
    note: str
    alt: str
    table: FigureTable
    wide: Spec
    narrow: Spec


@dataclass(frozen=True, eq=False, repr=False)
class Figure:
    """A chart (Altair or Vega-Lite, data inside) that can't be made without its table and its sentence.

    All text is plain text. `narrow` is the chart for a phone, where drawing `chart` narrower is not enough.
    Raises ValueError where a part is missing.
    """

    title: str
    sentence: str
    table: "pd.DataFrame"
    chart: "Chart"
    narrow: "Chart | None" = None
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
        if not _spec(self.chart):
            raise ValueError("A figure needs a chart.")

    def __repr__(self) -> str:
        return f"<Figure: {self.title}>"

    def payload(self) -> Payload:
        """Give the figure as JSON can hold it.

        Raises ValueError where a chart loads data from an address.
        """
        wide = _spec(self.chart)
        narrow = wide if self.narrow is None else _spec(self.narrow)
        payload = Payload(
            title=self.title,
            sentence=self.sentence,
            note=self.note,
            alt=self.alt or f"Chart: {self.title}",
            table=figure_table(self.table),
            wide=fitted(wide, WIDE),
            narrow=fitted(narrow, NARROW),
        )
        return legible(payload)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Payload]:
        return {MIME_TYPE: self.payload()}


def _spec(chart: "Chart") -> Spec:
    if isinstance(chart, dict):
        return chart
    # What draws the chart finds a slip too; validating each part against the schema takes far longer.
    spec: Spec = chart.to_dict(validate=False)
    return spec
