"""For whom an activity was studied, and what it costs."""

from collections import Counter

from resilience.findings.ratings import COST_OUTCOME
from resilience.records.english import listing
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Line, paragraph, table
from resilience.site.pages.common import Pages, study_where


def people(pages: Pages, studies: list[Study]) -> list[Block | None]:
    """Say where studies were done, and what they say of better-off and worse-off people."""
    if not studies:
        return []
    told = [study for study in studies if study.inequality]
    rows: list[tuple[Line, ...]] = [
        (pages.study_link(study.key), study.population or "not seen", words.sentence(study.inequality or ""))
        for study in told
    ]
    said = (
        f"{words.count(len(told), 'study', 'studies')} of {words.number(len(studies))} "
        f"{'says' if len(told) == 1 else 'say'} whether better-off and worse-off people differ."
    )
    if not told:
        said = "No study on record says whether better-off and worse-off people differ."
    return [
        paragraph(_where(studies)),
        paragraph(said),
        table("Fairness", ("Study", "Who", "What it says"), rows),
    ]


def _where(studies: list[Study]) -> str:
    places = Counter(study_where(study) for study in studies)
    named = [
        f"{place} ({number})" for place, number in sorted(places.items(), key=lambda one: (-one[1], one[0]))
    ]
    return f"Where studies were done: {listing(named)}."


def costs(pages: Pages, type_: ActivityType) -> list[Block | None]:
    """Tabulate results on cost and value."""
    studies = pages.ratings.of(type_.slug).costs
    rows: list[tuple[Line, ...]] = [
        (
            pages.study_link(study.key),
            words.sentence(outcome.measure),
            words.effect(outcome.effect),
            outcome.direction.label,
            words.sentence(outcome.note or ""),
        )
        for study in studies
        for outcome in study.outcomes
        if outcome.category == COST_OUTCOME
    ]
    if not rows:
        return [
            paragraph(
                "No study on record has a result on cost or value. That does not mean that it costs nothing."
            )
        ]
    return [table("Results on cost and value", ("Study", "Result", "Number", "Points to", "Note"), rows)]
