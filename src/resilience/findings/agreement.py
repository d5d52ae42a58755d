"""How far the two passes over the records agree, field by field.

Both passes were of one language model: agreement says how clear the rules are, not how true the codes are.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from resilience.evidence.coding import DoubleCode, parts
from resilience.synthesis.shares import Agreement, agreement

STUDIES, RESULTS, POLICIES, ACTIONS = "studies", "results", "policies", "actions in policies"


class FieldAgreement(NamedTuple):
    """The agreement on one field of studies, of their results, of policies, or of their actions."""

    of: str
    """`studies`, `results`, `policies` or `actions in policies`."""
    field: str
    found: Agreement


def by_field(codes: Iterable[DoubleCode]) -> list[FieldAgreement]:
    """Compare the two passes on each field, in the order of the tables; a field holds those inside it."""
    pairs: dict[tuple[str, str], list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    for code in codes:
        if code.coded_twice:
            pairs[_of(code), code.field.partition(".")[0]].append((parts(code.first), parts(code.second)))
    return [FieldAgreement(*key, agreement(codes)) for key, codes in pairs.items()]


def _of(code: DoubleCode) -> str:
    if code.kind == "policy":
        return POLICIES if code.part is None else ACTIONS
    return STUDIES if code.part is None else RESULTS


def differing(codes: Iterable[DoubleCode]) -> set[tuple[str, str]]:
    """Name the records, by kind and name, on which the passes differed in at least one code."""
    return {(code.kind, code.name) for code in codes if not code.agreed}
