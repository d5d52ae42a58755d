"""Directives for figures on prose pages."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from resilience.records.programme import Event
from resilience.site.charts import figure_nodes
from resilience.site.evidence_of import pages_of
from resilience.site.pages.common import Pages
from resilience.site.shown import PIECES, note_shown

TITLE = "The programme in time"


def programme_events(pages: Pages, _: str) -> tuple[Event, ...]:
    """Give the dated events of the programme."""
    return pages.base.programme.timeline


class TimelineDirective(SphinxDirective):
    """Show the programme's events as a figure."""

    def run(self) -> list[nodes.Node]:
        """Build the figure and remember what it shows."""
        # Both take most of a second to import, and most builds draw nothing.
        import pandas as pd

        from resilience.figures.timeline import timeline

        events = PIECES[self.name](pages_of(self.env), "")
        note_shown(self.env, self.env.current_document.docname, self.name, "", events)
        frame = pd.DataFrame({"date": event.date, "event": event.event} for event in events)
        return figure_nodes(timeline(frame, title=TITLE))
