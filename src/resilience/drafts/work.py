"""Whether a work is in the bibliography already."""

from resilience.evidence import EvidenceBase
from resilience.records.english import folded
from resilience.records.reference import Reference


def on_record(base: EvidenceBase, work: Reference) -> str | None:
    """Give the key of the same work in the bibliography: by its DOI, else by its title and year."""
    for key, other in base.references.items():
        if work.doi and other.doi:
            if work.doi.lower() == other.doi.lower():
                return key
        elif folded(other.title or "") == folded(work.title or "") and other.year == work.year:
            return key
    return None
