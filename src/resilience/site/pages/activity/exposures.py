"""What living with something goes with: studies that tried no activity, so that none is judged by them."""

from resilience.findings.votes import speaks_to
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType
from resilience.site.pages import words
from resilience.site.pages.activity.sets import sets_of
from resilience.site.pages.blocks import Block, Line, paragraph, table
from resilience.site.pages.common import Pages, direction_tag, directions_in_words

NOTE = (
    "These studies did not try the activity. They look at people who live with something that it bears on, "
    "or who take part anyway, and say what goes together. They can't say what an activity would change."
)


def exposures(pages: Pages, type_: ActivityType, studies: list[Study]) -> list[Block | None]:
    """Tabulate what people live with and what that goes with; nothing of it is counted elsewhere."""
    found = [
        (study, outcome)
        for study in studies
        if study.of_exposure and not study.is_off_topic(type_.slug)
        for outcome in study.outcomes
        if speaks_to(outcome, type_.slug)
    ]
    sets = sets_of(pages, type_, studies, living=True)
    if not found:
        return [*sets]
    said = directions_in_words([outcome.direction for _, outcome in found], "goes with ")
    rows: list[tuple[Line, ...]] = [
        (
            pages.study_link(study.key),
            words.sentence(study.intervention),
            words.sentence(outcome.measure),
            direction_tag(study, outcome),
            words.effect(outcome.effect),
        )
        for study, outcome in found
    ]
    header = ("Study", "What people live with", "Measured", "Goes with", "Number")
    return [
        paragraph(NOTE),
        paragraph(f"{words.count(len(found), 'result')}: {said}."),
        table("What living with it goes with", header, rows),
        *sets,
    ]
