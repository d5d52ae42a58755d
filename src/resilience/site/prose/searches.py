"""All searches on record: by activity, by what came of them, and log by log."""

from collections import Counter

from resilience.findings.search_flow import ONE_MANY, works_screened
from resilience.records.search_log import Screening, Sought, TurnedDown
from resilience.site.pages import words
from resilience.site.pages.common import Pages
from resilience.site.pages.looked_for import LookedFor, looked_for
from resilience.site.wording.values import Link, Passage

TEMPLATE = "prose/searches"


def searches(pages: Pages, kind: str) -> Passage:
    """Tabulate the searches for `studies` or `policies` by activity, with all activities that have none.

    Raises KeyError for another kind.
    """
    of = _sought(kind)
    rows: tuple[tuple[Link, LookedFor | None], ...] = tuple(
        (pages.type_link(slug), looked_for(pages, of, slug)) for slug in pages.base.types
    )
    has_any = any(log.of is of for log in pages.base.searches.values())
    return Passage(TEMPLATE, (ONE_MANY[of][1], rows if has_any else ()), "by_activity")


def reasons(pages: Pages, kind: str) -> Passage:
    """Count the works that were turned down by reason, each work once.

    Raises KeyError for a kind that is neither `studies` nor `policies`.
    """
    of = _sought(kind)
    works = works_screened(log for log in pages.base.searches.values() if log.of is of)
    found = Counter(work.reason for work in works if work.decision is Screening.TURNED_DOWN)
    rows = tuple((words.sentence(one.label), found[one]) for one in TurnedDown if found[one])
    return Passage(TEMPLATE, (ONE_MANY[of][1], len(works), rows), "by_reason")


def _sought(kind: str) -> Sought:
    return {one.value: one for one in Sought}[kind]
