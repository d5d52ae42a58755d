"""The only place that knows Sphinx: record pages, roles and directives, charts, execution, the theme."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Join all parts of the site to a Sphinx build."""
    # Who only lays out pages, as `resilience diff` does, need not wait two seconds for Sphinx.
    from resilience.site import extension

    return extension.setup(app)
