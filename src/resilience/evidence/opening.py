"""Where the evidence stands: around a place, in a folder, or shipped with the package."""

from importlib.resources import files
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
        f"No evidence/taxonomy.yml was found in {here} or above it. "
        "Go to the repository and try again, or say --evidence FOLDER."
    )


def load_for_matching(start: Path | str = ".") -> EvidenceBase:
    """Open the evidence base around a place, else what the matcher needs of it, which stands in the wheel.

    Raises EvidenceError where there is neither.
    """
    try:
        return load(start)
    except EvidenceError:
        shipped = files("resilience") / "shipped"
        if not (shipped / "taxonomy.yml").is_file():
            raise
        return EvidenceBase(Path(str(shipped)))


def load_from(folder: Path) -> EvidenceBase:
    """Open the evidence base in this very folder, or in the folder `evidence` in it.

    Raises EvidenceError where there is none.
    """
    whole = folder.resolve()
    for candidate in (whole, whole / "evidence"):
        if (candidate / "taxonomy.yml").is_file():
            return EvidenceBase(candidate)
    raise EvidenceError(f"There is no evidence in {folder}: it holds no taxonomy.yml.")
