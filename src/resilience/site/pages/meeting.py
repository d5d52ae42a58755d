"""The sheet on an activity that goes to a meeting: the first lines of its page, on one side of paper."""

from dataclasses import dataclass

from resilience.records.taxonomy import ActivityType
from resilience.site.pages.activity_answer import Answer, answer
from resilience.site.pages.common import Pages
from resilience.site.wording.values import FactsPage, Link, Passage

SHEET = "Meeting sheet"
"""The kind of these pages, which no search finds: the page of the activity says all that they say."""


@dataclass(frozen=True)
class MeetingFacts:
    """What the sheet says."""

    answer: Answer
    cautions: tuple[str, ...]
    file: Link
    docname: str


def meeting_page(pages: Pages, type_: ActivityType) -> FactsPage:
    """Give the sheet of an activity as a page."""
    return FactsPage(
        title=f"{type_.label}: one page for a meeting",
        kind=SHEET,
        passage=Passage("pages/meeting", meeting_facts(pages, type_)),
        description=type_.definition,
        domains=(type_.domain,),
    )


def meeting_facts(pages: Pages, type_: ActivityType) -> MeetingFacts:
    """Give the facts of the sheet, for the page and for the file to take away."""
    return MeetingFacts(
        answer=answer(pages, type_),
        cautions=tuple(gap.text for gap in pages.joins.gaps_about.get(type_.slug, [])),
        file=Link("Markdown", url=f"../_static/data/{type_.slug}-meeting.md"),
        docname=f"activities/{type_.slug}",
    )
