"""The councils most like one that have a policy on record, and what they do.

Like means: of the same kind, in the same nation, and nearest to it in the ranks of its profile
(`findings/profiles.py`).
"""

from collections.abc import Sequence
from typing import NamedTuple

from resilience.findings.profiles import distance
from resilience.findings.view import Findings
from resilience.records.policy import Council

MOST = 6
"""How many of those most like a council are shown."""


class SimilarCouncils(NamedTuple):
    """Councils of the same kind and nation with a policy on record, and which of them have each type."""

    of_kind: int
    """How many others of the kind have a policy on record, those that can't be compared among them."""
    councils: tuple[str, ...]
    """Those most like it, nearest first."""
    types: tuple[tuple[str, tuple[str, ...]], ...]
    """Each type with those of them that have it, the types that most have first."""


def similar_councils(findings: Findings, council: Council) -> SimilarCouncils:
    """Find the councils most like one; none where it is not known which places it stands for."""
    of_kind = [
        one
        for one in findings.base.councils_on_record.values()
        if one.slug != council.slug and (one.type, one.nation) == (council.type, council.nation)
    ]
    own, here = findings.profiles.of(council), set(findings.districts[council.slug])
    apart = {
        one.slug: distance(own, findings.profiles.of(one))
        for one in of_kind
        if _stands_alone(one) and here.isdisjoint(findings.districts[one.slug])
    }
    known = {slug: far for slug, far in apart.items() if far is not None}
    nearest = tuple(sorted(known, key=lambda slug: (known[slug], slug))[:MOST])
    return SimilarCouncils(len(of_kind), nearest, _held(findings, nearest))


def _stands_alone(council: Council) -> bool:
    """Say whether an authority is one of today, and no group or part."""
    return council.ons_code is not None and council.successors is None


def _held(findings: Findings, councils: Sequence[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    held = (
        (type_, tuple(slug for slug in councils if type_ in findings.council_types[slug]))
        for type_ in findings.base.types
    )
    return tuple(sorted((one for one in held if one[1]), key=lambda one: -len(one[1])))
