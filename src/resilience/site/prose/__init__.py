"""What prose pages can show from the evidence: roles inside a sentence, directives for lists and figures."""

from sphinx.application import Sphinx

from ..shown import PIECES
from .directives import DIRECTIVES, EvidenceDirective
from .figures import TimelineDirective, programme_events
from .roles import ROLES, EvidenceRole

TIMELINE = "programme-timeline"


def setup(app: Sphinx) -> None:
    """Register the roles and directives."""
    PIECES.update(ROLES)
    PIECES.update(DIRECTIVES)
    PIECES[TIMELINE] = programme_events
    for name in ROLES:
        app.add_role(name, EvidenceRole())
    for name in DIRECTIVES:
        app.add_directive(name, EvidenceDirective)
    app.add_directive(TIMELINE, TimelineDirective)
