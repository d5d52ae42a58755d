"""When an activity was last looked for, and what came of it, as the logs of searches tell."""

from dataclasses import dataclass

from resilience.records.search_log import Screening, SearchLog, Sought
from resilience.site.pages import words
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Link


@dataclass(frozen=True)
class LookedFor:
    """All searches for one activity: when the last was made, and what came of them together."""

    last: str
    searches: int
    screened: int
    kept: int
    leads: int
    turned_down: int
    logs: tuple[Link, ...]
    """The logs, the latest first, each by its day."""


def looked_for(pages: Pages, of: Sought, slug: str) -> LookedFor | None:
    """Say how an activity was looked for; None where no log of a search for it is on record.

    A work that several of its logs have counts in each, as it was looked at each time.
    """
    logs = pages.joins.searches_by_type.get((of, slug), [])
    if not logs:
        return None
    return LookedFor(
        last=words.day(logs[0].date),
        searches=sum(len(log.searches) for log in logs),
        screened=sum(len(log.screened) for log in logs),
        kept=_came(logs, Screening.KEPT),
        leads=_came(logs, Screening.LEAD),
        turned_down=_came(logs, Screening.TURNED_DOWN),
        logs=tuple(Link(words.day(log.date), f"searches/{log.slug}") for log in logs),
    )


def _came(logs: list[SearchLog], decision: Screening) -> int:
    return sum(len(log.decided(decision)) for log in logs)
