"""What prose pages can show from the evidence: roles inside a sentence, directives for lists and figures."""

from sphinx.application import Sphinx

from resilience.site.prose.directives import (
    DIRECTIVES,
    EvidenceDirective,
    TimelineDirective,
    programme_events,
)
from resilience.site.prose.reference import NAME, FromCode, from_code
from resilience.site.prose.roles import ROLES, EvidenceRole
from resilience.site.shown import PIECES

TIMELINE = "programme-timeline"


def setup(app: Sphinx) -> None:
    """Register the roles and directives."""
    PIECES.update(ROLES)
    PIECES.update(DIRECTIVES)
    PIECES[TIMELINE] = programme_events
    PIECES[NAME] = from_code
    for name in ROLES:
        app.add_role(name, EvidenceRole())
    for name in DIRECTIVES:
        app.add_directive(name, EvidenceDirective)
    app.add_directive(TIMELINE, TimelineDirective)
    app.add_directive(NAME, FromCode)
