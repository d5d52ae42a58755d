"""Links to pages of records by the names of the pages; a record that is gone has none."""

from collections.abc import Callable

from resilience.site.pages.common import Pages
from resilience.site.wording.values import Link

LINKS: dict[str, Callable[[Pages, str], Link]] = {
    "activities": Pages.type_link,
    "problems": Pages.problem_link,
    "studies": Pages.study_link,
    "policies": Pages.policy_link,
    "pools": Pages.pool_link,
    "councils": Pages.council_link,
    "neighbourhoods": Pages.place_link,
}
"""How a page links to each kind of record."""


def link_to(pages: Pages, docname: str) -> Link | None:
    """Link to the page of a record; None where there is none today."""
    folder, _, slug = docname.partition("/")
    if folder == "searches" and slug in pages.base.searches:
        return Link(slug, docname)
    # A work can be cited that has no page.
    if folder not in LINKS or (folder == "studies" and slug not in pages.base.all_studies):
        return None
    try:
        return LINKS[folder](pages, slug)
    except KeyError:
        return None
