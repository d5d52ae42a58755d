"""The page of one Neighbourhood for Learning, a file a section."""

from resilience.site.pages.neighbourhood.page import neighbourhood_page

__all__ = ["neighbourhood_page"]
