"""Find the evidence folder from anywhere inside the repository."""

from pathlib import Path

from resilience.evidence.base import EvidenceBase
from resilience.evidence.errors import EvidenceError


def load(start: Path | str = ".") -> EvidenceBase:
    """Open the evidence base that the folder `start`, or one above it, holds.

    Raises EvidenceError where there is none.
    """
    here = Path(start).resolve()
    for folder in (here, *here.parents):
        for candidate in (folder, folder / "evidence"):
            if (candidate / "taxonomy.yml").is_file():
                return EvidenceBase(candidate)
    raise EvidenceError(
        f"No evidence/taxonomy.yml was found in {here} or above it. Go to the repository and try again."
    )
