"""Files that stand beside the pages of records, one a page: written where they say something else."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from resilience.evidence.saving import write_if_other


def write_beside(site: Path, folders: Iterable[str], ending: str, contents: Mapping[str, bytes]) -> None:
    """Write a file beside each page, by its docname, and delete those of records that are no more."""
    for docname, content in contents.items():
        write_if_other(site / f"{docname}{ending}", content)
    for folder in folders:
        for file in (site / folder).glob(f"*{ending}"):
            if f"{folder}/{file.name.removesuffix(ending)}" not in contents:
                file.unlink()
