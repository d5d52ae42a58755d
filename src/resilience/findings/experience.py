"""Local experience with an activity: what councils and neighbourhoods did, graded apart from studies."""

from typing import NamedTuple

from resilience.evidence import EvidenceBase
from resilience.findings.joins import Joins, PlacedActivity
from resilience.records.policy import Policy
from resilience.records.rating import ExperienceGrade
from resilience.records.vocabulary import Grade


class Experience(NamedTuple):
    """What councils and neighbourhoods on record did."""

    grade: ExperienceGrade
    policies: tuple[Policy, ...]
    evaluated: tuple[Policy, ...]
    """Those for which an evaluation was seen."""
    monitored: tuple[Policy, ...]
    """Those for which monitoring figures were seen, with an evaluation or without."""
    places: tuple[PlacedActivity, ...]
    """Activities of the programme's neighbourhoods."""

    @property
    def looked_at(self) -> int:
        """Count the policies for which an evaluation, monitoring figures or both were seen."""
        return sum(policy.was_looked_at for policy in self.policies)


def experience_of(base: EvidenceBase, joins: Joins, slug: str) -> Experience:
    """Look at what was done of a type in the UK, and whether anyone evaluated or monitored it."""
    policies = tuple(joins.policies_by_type.get(slug, []))
    evaluated = tuple(policy for policy in policies if policy.evaluation)
    monitored = tuple(policy for policy in policies if policy.monitoring)
    places = tuple(joins.activities_by_type.get(slug, []))
    grades = {one.slug: one for one in base.rating.experience}
    grade = _grade(evaluated=bool(evaluated), monitored=bool(monitored), tried=bool(policies or places))
    return Experience(grades[grade], policies, evaluated, monitored, places)


def _grade(*, evaluated: bool, monitored: bool, tried: bool) -> Grade:
    if evaluated:
        return Grade.EVALUATED
    if monitored:
        return Grade.MONITORED
    return Grade.TRIED if tried else Grade.NONE
