"""Which activity types stand together in policies."""

from typing import NamedTuple

from resilience.findings.view import Findings


class Related(NamedTuple):
    """A type that stands in the same policies as another."""

    slug: str
    both: int
    """Policies with both types."""
    of: int
    """Policies with the other type."""
    elsewhere: int
    """Policies with this type and without the other."""
    rest: int
    """Policies without the other type."""

    @property
    def is_commoner(self) -> bool:
        """Say whether it is commoner beside the other type than elsewhere."""
        return self.both * self.rest > self.elsewhere * self.of


def related_types(findings: Findings, slug: str, at_least: int = 2) -> list[Related]:
    """List the types that stand beside one in at least so many policies, those with most first."""
    sets = [set(findings.joins.types_of(policy)) for policy in findings.base.policies.values()]
    beside = [types for types in sets if slug in types]
    others = [types for types in sets if slug not in types]
    found = [
        Related(
            other,
            sum(other in types for types in beside),
            len(beside),
            sum(other in types for types in others),
            len(others),
        )
        for other in findings.base.types
        if other != slug
    ]
    return sorted((one for one in found if one.both >= at_least), key=lambda one: (-one.both, one.slug))
