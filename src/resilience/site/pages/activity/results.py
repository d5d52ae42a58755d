"""What studies of an activity found: effects drawn where they can be, and every result by its direction."""

from collections import Counter
from collections.abc import Sequence

from resilience.findings.votes import direction_for, speaks_to, why_left_out
from resilience.records.study import Outcome, Study
from resilience.records.taxonomy import ActivityType
from resilience.records.vocabulary import Direction
from resilience.site.pages import words
from resilience.site.pages.activity.effects import effects
from resilience.site.pages.activity.sets import sets_of
from resilience.site.pages.blocks import Block, Line, Passage, paragraph, table
from resilience.site.pages.common import Pages, directions_in_words
from resilience.site.pages.record_tables import study_rows

LEAN = (
    "Abstracts tend to leave out results that show nothing, so a count of results leans towards benefit. "
    "It is not a success rate."
)
Found = tuple[Study, Outcome]


def results(pages: Pages, type_: ActivityType, studies: list[Study]) -> list[Block | None]:
    """Show effects, directions by outcome, sets of results, and all studies that studied the activity."""
    own = [study for study in studies if not why_left_out(study, type_.slug)]
    if not own:
        return [
            paragraph("No study of this activity is on record. We may not have looked in the right place.")
        ]
    found = [(study, one) for study in own for one in study.outcomes if speaks_to(one, type_.slug)]
    said = directions_in_words(direction_for(study, one) for study, one in found)
    return [
        paragraph(
            f"{words.count(len(own), 'study', 'studies')} with {words.count(len(found), 'result')}: {said}."
        ),
        paragraph(LEAN),
        _by_outcome(pages, found),
        *effects(pages, found),
        *sets_of(pages, type_, own, living=False),
        Passage("pages/record_tables", study_rows(pages, own), "studies_of_activity"),
    ]


def _by_outcome(pages: Pages, found: Sequence[Found]) -> Block:
    tally = Counter((one.category, direction_for(study, one)) for study, one in found)
    rows: list[list[Line]] = [
        [pages.outcome_link(slug), *(words.number(tally[slug, direction]) for direction in Direction)]
        for slug in pages.base.outcomes
        if any(tally[slug, direction] for direction in Direction)
    ]
    return table(
        "Results by outcome and by the way they point", ("Outcome", *(d.label for d in Direction)), rows
    )
