"""What prose pages can show from the evidence: roles inside a sentence, directives for lists and tables."""

from sphinx.application import Sphinx

from ..shown import PIECES
from .directives import DIRECTIVES, EvidenceDirective
from .roles import ROLES, EvidenceRole


def setup(app: Sphinx) -> None:
    """Register the roles and directives."""
    PIECES.update(ROLES)
    PIECES.update(DIRECTIVES)
    for name in ROLES:
        app.add_role(name, EvidenceRole())
    for name in DIRECTIVES:
        app.add_directive(name, EvidenceDirective)
