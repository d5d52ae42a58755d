"""What councils like one council have on record."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ...evidence import EvidenceBase
from ...evidence.typed import types_of
from ...records.policy import Council, Policy


class SimilarCouncils(NamedTuple):
    """The other councils of the same kind in the same nation, and how many of them have each type."""

    councils: tuple[str, ...]
    types: tuple[tuple[str, int], ...]
    """Type and number of councils, those found most often first."""


def similar_councils(
    base: EvidenceBase, policies_by_council: Mapping[str, Sequence[Policy]], council: Council
) -> SimilarCouncils:
    """Find other councils of the same kind and nation with a policy on record, and count their types."""
    alike = tuple(
        slug
        for slug in policies_by_council
        if slug != council.slug
        and base.councils[slug].type is council.type
        and base.councils[slug].nation is council.nation
    )
    counted = Counter(
        type_
        for slug in alike
        for type_ in {name for policy in policies_by_council[slug] for name in types_of(base, policy)}
    )
    order = list(base.types)
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], order.index(pair[0])))
    return SimilarCouncils(alike, tuple(ordered))
