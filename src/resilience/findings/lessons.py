"""Texts of known type: what the matcher learns from."""

from collections.abc import Iterator
from typing import NamedTuple

from resilience.evidence import EvidenceBase

EXAMPLES = "examples"
TAXONOMY = "taxonomy"
# How much one text counts beside a text that two passes agreed on; found by cross-validation.
CODED, STUDY, WRITTEN, DEFINED = 1.0, 0.6, 0.7, 0.5


class Lesson(NamedTuple):
    """A text, its type (or `none`), how much it counts, and the record that it stands in."""

    text: str
    type: str
    weight: float
    source: str


def lessons(base: EvidenceBase) -> list[Lesson]:
    """Give all texts of known type: coded, written for it, and the code frame's own."""
    return [*coded(base), *written(base), *defined(base)]


def coded(base: EvidenceBase) -> Iterator[Lesson]:
    """Give the texts of records: actions, activities, and the interventions of studies with one type."""
    for slug, policy in base.policies.items():
        for action in policy.actions:
            if action.coded:
                yield Lesson(action.text, action.coded, CODED, f"policies/{slug}")
    for slug, place in base.neighbourhoods.items():
        for activity in place.activities:
            if activity.coded:
                yield Lesson(activity.text, activity.coded, CODED, f"neighbourhoods/{slug}")
    for key, study in base.studies.items():
        if len(study.types) == 1:
            yield Lesson(study.intervention, study.types[0], STUDY, f"studies/{key}")


def written(base: EvidenceBase) -> Iterator[Lesson]:
    """Give the phrases that were written for it."""
    for group in base.examples.examples:
        for phrase in group.phrases:
            yield Lesson(phrase, group.type, WRITTEN, EXAMPLES)


def defined(base: EvidenceBase) -> Iterator[Lesson]:
    """Give the code frame's own words for each type."""
    for type_ in base.types.values():
        for text in (type_.label, type_.definition, *type_.includes, *type_.terms):
            yield Lesson(text, type_.slug, DEFINED, TAXONOMY)


def is_record(lesson: Lesson) -> bool:
    """Say whether a text stands in a record."""
    return lesson.source not in (EXAMPLES, TAXONOMY)
