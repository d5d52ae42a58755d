"""The page of one activity type, a file a section."""

from resilience.site.pages.activity.page import activity_page

__all__ = ["activity_page"]
