"""What a draft record needs: names that are taken, councils, and where the programme worked."""

from typing import Any

from resilience.findings.view import Findings
from resilience.places.initiative import ENQUIRY


def record_facts(findings: Findings) -> dict[str, Any]:
    """Give names of files, councils by code, and the place of today that holds most of each neighbourhood."""
    base, country = findings.base, findings.base.country
    largest = {slug: country.places[fits[0].code] for slug, fits in country.fits.items()}
    return {
        # A policy and a neighbourhood may not share a name, for decisions are kept under it.
        "taken": sorted({*base.all_neighbourhoods, *base.policies}),
        "councils": {
            code: {"name": one.name, "slug": one.slug, "county": country.councils[code].county or None}
            for code, one in base.councils_by_code.items()
            if code in country.councils
        },
        "enquiry": ENQUIRY,
        "programme": {
            slug: {
                "code": place.code,
                "name": base.neighbourhoods[slug].name,
                "council": place.council,
                "region": country.councils[place.council].region,
                "nation": place.nation.value,
            }
            for slug, place in largest.items()
            if slug in base.neighbourhoods
        },
    }
