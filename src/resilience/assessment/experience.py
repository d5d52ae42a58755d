"""Local experience with an activity: what councils and neighbourhoods did, graded apart from studies."""

from typing import NamedTuple

from ..evidence import EvidenceBase
from ..evidence.joins import Joins, PlacedActivity
from ..records.policy import Policy
from ..records.rating import ExperienceGrade
from ..records.vocabulary import Grade


class Experience(NamedTuple):
    """What councils and neighbourhoods on record did."""

    grade: ExperienceGrade
    policies: tuple[Policy, ...]
    evaluated: tuple[Policy, ...]
    """Those that say that they were evaluated or monitored."""
    places: tuple[PlacedActivity, ...]
    """Activities of the programme's neighbourhoods."""


def experience_of(base: EvidenceBase, joins: Joins, slug: str) -> Experience:
    """Look at what was done of a type in the UK, and whether anyone looked at the result."""
    policies = tuple(joins.policies_by_type.get(slug, []))
    evaluated = tuple(policy for policy in policies if policy.evaluation_reported)
    places = tuple(joins.activities_by_type.get(slug, []))
    grade = Grade.EVALUATED if evaluated else Grade.TRIED if policies or places else Grade.NONE
    grades = {one.slug: one for one in base.rating.experience}
    return Experience(grades[grade], policies, evaluated, places)
