"""Where studies were done, by the codes on record and not by the words of each source."""

from functools import cache

from babel import Locale

from resilience.records.study import Study

NATIONS = {
    "GB-ENG": "England",
    "GB-NIR": "Northern Ireland",
    "GB-SCT": "Scotland",
    "GB-WLS": "Wales",
}
INTERNATIONAL = "International"
NOT_SEEN = "Place not seen"


def where(study: Study) -> str:
    """Name the countries of a study, such as `England; United States`."""
    if study.countries:
        return "; ".join(country_name(code) for code in study.countries)
    return INTERNATIONAL if study.scope else NOT_SEEN


@cache
def country_name(code: str) -> str:
    """Name a country by its ISO 3166-1 code, or a nation of the UK; an unknown code stands for itself.

    Names are those of Unicode's Common Locale Data Repository.
    """
    names = Locale("en", "GB").territories
    return NATIONS.get(code) or names.get(code, code)
