"""Which record of a council stands for a council of today."""

from collections.abc import Mapping

from resilience.site.pages.common import Pages


def council_pages(pages: Pages) -> Mapping[str, str]:
    """Give the slug of a council's page by its code; a council without a page is not there."""
    slugs = {one.ons_code: one.slug for one in pages.base.councils.values() if one.ons_code}
    return {code: slugs[code] for code in pages.base.country.councils if code in slugs}
