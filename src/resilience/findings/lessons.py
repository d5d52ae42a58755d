"""Texts of known type: what the matcher learns from."""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple, Protocol

from resilience.records.neighbourhood import Neighbourhood
from resilience.records.policy import Policy
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType, PhraseBatch, Words

PHRASES = "phrases/"
TAXONOMY = "taxonomy"
# How much one text counts beside a text that two passes agreed on; found by cross-validation.
CODED, STUDY, WRITTEN, WRITTEN_AFTER_READING, DEFINED = 1.0, 0.6, 1.0, 0.7, 0.5


class Lesson(NamedTuple):
    """A text, its type (or `none`), how much it counts, where it stands, and a second type that it names."""

    text: str
    type: str
    weight: float
    source: str
    also: str = ""


class Taught(Protocol):
    """The records that the matcher learns from, as an evidence base or a check of one has them."""

    @property
    def policies(self) -> Mapping[str, Policy]:
        """By slug."""

    @property
    def neighbourhoods(self) -> Mapping[str, Neighbourhood]:
        """Those of the programme by slug; what groups elsewhere type themselves teaches nothing."""

    @property
    def studies(self) -> Mapping[str, Study]:
        """By key."""

    @property
    def types(self) -> Mapping[str, ActivityType]:
        """By slug."""

    @property
    def phrases(self) -> Mapping[str, PhraseBatch]:
        """Phrases that were written for it, by batch."""

    @property
    def words(self) -> Words:
        """Ideas, and phrases that mislead."""


def lessons(base: Taught) -> list[Lesson]:
    """Give all texts of known type: coded, written for it, and the code frame's own."""
    return [*coded(base), *written(base), *defined(base)]


def coded(base: Taught) -> Iterator[Lesson]:
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


def written(base: Taught) -> Iterator[Lesson]:
    """Give the phrases that were written for it."""
    for slug, batch in base.phrases.items():
        weight = WRITTEN if batch.from_code_frame_alone else WRITTEN_AFTER_READING
        for group in batch.groups:
            for phrase in group.phrases:
                yield Lesson(phrase, group.type, weight, f"{PHRASES}{slug}", group.also or "")


def defined(base: Taught) -> Iterator[Lesson]:
    """Give the code frame's own words for each type."""
    for type_ in base.types.values():
        for text in (type_.label, type_.definition, *type_.includes, *type_.terms):
            yield Lesson(text, type_.slug, DEFINED, TAXONOMY)


def is_record(lesson: Lesson) -> bool:
    """Say whether a text stands in a record."""
    return lesson.source != TAXONOMY and not lesson.source.startswith(PHRASES)


def without_hindsight(base: Taught, taught: Iterable[Lesson]) -> list[Lesson]:
    """Leave out the phrases that were written after reading texts on which the matcher is tested."""
    late = {f"{PHRASES}{slug}" for slug, batch in base.phrases.items() if not batch.from_code_frame_alone}
    return [lesson for lesson in taught if lesson.source not in late]


def digests(base: Taught) -> dict[str, str]:
    """Give a digest of each part of what the matcher learns from, whatever the order of the records.

    Kept beside what was learnt, they tell without learning again which part has changed since.
    """
    parts: dict[str, Any] = {
        "coded texts": sorted(coded(base)),
        "phrases": sorted(written(base)),
        "taxonomy.yml": sorted(defined(base)),
        "words.yml": base.words.model_dump(mode="json"),
    }
    return {name: sha256(json.dumps(part).encode()).hexdigest() for name, part in parts.items()}
