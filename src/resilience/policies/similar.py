"""What councils like one council have on record."""

from collections import Counter
from typing import NamedTuple

from resilience.findings.view import Findings
from resilience.records.policy import Council


class SimilarCouncils(NamedTuple):
    """The other councils of the same kind in the same nation, and how many of them have each type."""

    councils: tuple[str, ...]
    types: tuple[tuple[str, int], ...]
    """Type and number of councils, those found most often first."""


def similar_councils(findings: Findings, council: Council) -> SimilarCouncils:
    """Find other councils of the same kind and nation with a policy on record, and count their types."""
    alike = tuple(
        slug
        for slug in findings.council_types
        if slug != council.slug
        and findings.base.councils[slug].type is council.type
        and findings.base.councils[slug].nation is council.nation
    )
    counted = Counter(type_ for slug in alike for type_ in findings.council_types[slug])
    order = list(findings.base.types)
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], order.index(pair[0])))
    return SimilarCouncils(alike, tuple(ordered))
