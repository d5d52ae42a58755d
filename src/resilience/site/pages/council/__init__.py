"""The page of one council, a file a section."""

from resilience.site.pages.council.page import council_page

__all__ = ["council_page"]
