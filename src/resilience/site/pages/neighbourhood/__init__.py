"""The page of one Neighbourhood for Learning, a file a section."""

from .page import neighbourhood_page

__all__ = ["neighbourhood_page"]
