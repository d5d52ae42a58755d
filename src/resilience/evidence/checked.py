"""What a person found when comparing a record with its source, written into the record at once."""

from collections.abc import Callable
from typing import Any

import yaml

from resilience.evidence.atomic import write_whole
from resilience.evidence.base import EvidenceBase
from resilience.evidence.errors import EvidenceError
from resilience.evidence.form import amended
from resilience.evidence.kinds import KINDS
from resilience.records.provenance import Check
from resilience.records.vocabulary import Read


def save_check(base: EvidenceBase, kind: str, name: str, check: Check) -> None:
    """Write into a record who has compared it with its full source and found it right, and when.

    From then on the full text counts as read.

    Raises EvidenceError where the record can't be read or written.
    """

    def checked(data: Any) -> None:
        data["provenance"]["read"] = Read.FULL_TEXT.value
        data["provenance"]["checked"] = check.model_dump(mode="json")

    _amend(base, kind, name, checked)


def save_caution(base: EvidenceBase, kind: str, name: str, caution: str) -> None:
    """Add to the cautions of a record what a person found wrong with it.

    Raises EvidenceError where the record can't be read or written.
    """

    def warned(data: Any) -> None:
        data["provenance"]["cautions"] = [*data["provenance"].get("cautions", []), caution]

    _amend(base, kind, name, warned)


def _amend(base: EvidenceBase, kind: str, name: str, change: Callable[[Any], None]) -> None:
    of = next(one for one in KINDS if one.name == kind)
    path = base.folder / of.folder / f"{name}.yml"
    try:
        # The file is read anew: somebody else may have changed it since the walk began.
        write_whole(path, amended(path.read_text(encoding="utf-8"), of.model, change))
    # What is no record any more has no provenance, or is no group of fields.
    except (OSError, ValueError, KeyError, TypeError, yaml.YAMLError) as error:
        raise EvidenceError(
            f"{path}: {error}\nNothing was saved. Mend the file, then check it again."
        ) from error
