"""The page of one activity type, a file a section."""

from .page import activity_page

__all__ = ["activity_page"]
