"""Which record of a council stands for a council of today."""

from resilience.site.pages.common import Pages
from resilience.site.search.hits import short_name


def council_pages(pages: Pages) -> dict[str, str]:
    """Give the slug of a council's page by its code; a council without a page is not there."""
    alone = [one for one in pages.base.councils.values() if not one.group and one.successors is None]
    by_code = {one.ons_code: one.slug for one in alone if one.ons_code}
    by_name = {short_name(one.name): one.slug for one in alone if not one.ons_code}
    found = {
        code: by_code.get(code) or by_name.get(short_name(council.name))
        for code, council in pages.base.country.councils.items()
    }
    return {code: slug for code, slug in found.items() if slug}
