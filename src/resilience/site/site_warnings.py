"""The warnings of the site, beside those of notebooks."""

from resilience.execution.warnings_ import BookWarning


class SiteWarning(BookWarning):
    """What is wrong with a page, or with what all pages need."""

    NO_SUCH_NAME = "evidence", "name", "{%s} %s: nothing in the evidence has this name"
    NOT_DRAWN = "figure", "drawing", "The figure '%s' can't be drawn: %s"
    NO_LIVE_CORE = (
        "live",
        "core",
        "The browser's Python is not installed in %s, so live pages can't answer. `make site` installs it; "
        "by hand: run `npm ci` in the folder live.",
    )
    NO_SUCH_PAGE = "shell", "missing", "the page shell links to '%s', which does not exist"
    NOT_TO_BE_FOUND = "search", "missing", "search.yml has words for the page '%s', which does not exist"
    NOT_PLAIN = "plain", "words", "on the page %s readers would stumble over %s: %s"
