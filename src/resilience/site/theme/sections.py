"""The site map: the sections in the header, the pages in the footer, and what belongs to which section."""

from collections.abc import Iterable
from typing import NamedTuple

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from resilience.site.site_warnings import SiteWarning


class Section(NamedTuple):
    """A section in the header: its name, its first page, and the folders of its other pages."""

    label: str
    docname: str
    folders: tuple[str, ...]


class FooterPage(NamedTuple):
    """A page that every footer links to."""

    label: str
    docname: str


HEADER = (
    Section(
        "Activities", "book/activities/index", ("activities/", "problems/", "meetings/", "book/activities/")
    ),
    Section("Neighbourhoods", "book/neighbourhoods/index", ("neighbourhoods/", "book/neighbourhoods/")),
    Section("Policies", "book/policies/index", ("policies/", "councils/", "book/policies/")),
    Section("Evidence", "book/evidence/index", ("studies/", "outcomes/", "pools/", "book/evidence/")),
    Section("Programme", "book/programme/index", ("book/programme/",)),
    Section("Methods", "book/methods/index", ("searches/", "book/methods/")),
)

FOOTER = (
    FooterPage("Contribute", "book/contribute/index"),
    FooterPage("Data", "book/data"),
    FooterPage("What changed", "book/changes"),
    FooterPage("Accessibility", "book/accessibility"),
    FooterPage("Cite", "book/cite"),
)


def section_of(docname: str, ancestors: Iterable[str]) -> Section | None:
    """Find the section that a page stands in, from its place in the contents or else its folder."""
    lineage = {docname, *ancestors}
    for section in HEADER:
        if section.docname in lineage:
            return section
    return next((section for section in HEADER if docname.startswith(section.folders)), None)


def check_sections(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of each page that the header or the footer links to and that does not exist."""
    for entry in (*HEADER, *FOOTER):
        if entry.docname not in env.all_docs:
            SiteWarning.NO_SUCH_PAGE.warn(entry.docname)
