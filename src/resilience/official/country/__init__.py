"""All places of the United Kingdom: official files of four nations, made into `evidence/places`.

The layouts are those in which open data packages re-publish the official files, with values unchanged; the
dictionary `place-figures.yml` says which figure comes from which of their columns.
"""

from resilience.official.country.run import Made, make_country

__all__ = ["Made", "make_country"]
