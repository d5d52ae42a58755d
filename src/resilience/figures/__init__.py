"""Figures: each gives a chart, its table and its sentence. The only place that knows Altair."""

from .associations import associations
from .counts import counts
from .crosstab import crosstab
from .directions import directions
from .effects import effects
from .figure import Figure
from .timeline import timeline
from .years import years

__all__ = ["Figure", "associations", "counts", "crosstab", "directions", "effects", "timeline", "years"]
