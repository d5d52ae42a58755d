"""A record for tests, and others that differ from it in what a test says."""

from typing import Any

from resilience.duplicates import Entry

RECORD = Entry(
    id="a",
    title="Effect of home insulation on respiratory health in cold houses",
    authors=("Mead, Anna J", "Okoro, Ben", "Lindqvist, Carl"),
    year="2012",
    journal="Journal of Housing and Health",
    volume="34",
    number="2",
    pages="121-134",
    kind="article",
)


def record(**changes: Any) -> Entry:
    """Give the record with some fields changed."""
    if "authors" in changes:
        changes["authors"] = tuple(changes["authors"])
    return RECORD._replace(**changes)
