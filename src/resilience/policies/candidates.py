"""What the review would say if the matcher's suggestions counted, beside what it says without them."""

from typing import NamedTuple

import pandas as pd

from resilience.findings.view import Findings, Holdings, of_councils
from resilience.policies.actions import Suggest
from resilience.policies.holdings import Reading, types_as_read, types_in_order
from resilience.policies.pairs import named, pairs

TOP = 5

HEADS = {
    "label": "Activity type",
    "without": "Councils without candidates",
    "counted": "Councils with candidates",
    "agreed": "Councils by agreed actions alone",
    "n": "Councils on record",
    "change": "Change",
}
PAIR_HEADS = {
    "label": "Pair",
    "without": "Policies without candidates",
    "counted": "Policies with candidates",
}


class Readings(NamedTuple):
    """The types of policies and of councils, once for each reading."""

    policies: dict[Reading, Holdings]
    councils: dict[Reading, Holdings]


def readings(findings: Findings, suggest: Suggest) -> Readings:
    """Read all policies in each way."""
    policies = {reading: types_as_read(findings, reading, suggest) for reading in Reading}
    return Readings(
        policies, {reading: of_councils(findings.base, held) for reading, held in policies.items()}
    )


def councils_by_reading(findings: Findings, read: Readings) -> pd.DataFrame:
    """Count the councils with each type under each reading, greatest change first.

    Columns: label, without, counted, agreed, n, change (councils, from without to counted).
    """
    rows = []
    for slug in types_in_order(findings):
        held = {reading: holding_type(councils, slug) for reading, councils in read.councils.items()}
        n = len(read.councils[Reading.SETTLED])
        without, counted = held[Reading.SETTLED], held[Reading.WITH_CANDIDATES]
        rows.append(
            {
                "label": findings.base.types[slug].label,
                "without": without,
                "counted": counted,
                "agreed": held[Reading.ACTIONS_ONLY],
                "n": n,
                "change": counted - without,
            }
        )
    return pd.DataFrame(rows).sort_values("change", ascending=False, kind="stable", ignore_index=True)


def councils_gained(by_reading: pd.DataFrame) -> pd.DataFrame:
    """Count the councils that each type would gain, where it would gain any: label, n."""
    gained = by_reading["counted"] - by_reading["without"]
    return pd.DataFrame({"label": by_reading["label"], "n": gained})[gained > 0]


def top_types(findings: Findings, councils: Holdings) -> list[str]:
    """Name the `TOP` types that were found with most councils, and those level with the last of them."""
    held = {
        findings.base.types[slug].label: holding_type(councils, slug) for slug in types_in_order(findings)
    }
    return _first(held)


def top_pairs(findings: Findings, policies: Holdings) -> list[str]:
    """Name the `TOP` pairs that were found in most policies, and those level with the last of them."""
    return _first({named(findings, pair): pair.both for pair in pairs(findings, policies)})


def pairs_by_reading(findings: Findings, read: Readings) -> pd.DataFrame:
    """Count the policies with the pairs found most often by either reading: label, without, counted."""
    before, after = read.policies[Reading.SETTLED], read.policies[Reading.WITH_CANDIDATES]
    names = dict.fromkeys([*top_pairs(findings, before), *top_pairs(findings, after)])
    without, counted = (
        {named(findings, one): one.both for one in pairs(findings, held)} for held in (before, after)
    )
    return pd.DataFrame(
        [{"label": name, "without": without.get(name, 0), "counted": counted[name]} for name in names]
    )


def holding_type(holdings: Holdings, slug: str) -> int:
    """Count the policies or councils that hold a type."""
    return sum(slug in types for types in holdings.values())


def _first(held: dict[str, int]) -> list[str]:
    ranked = sorted(held, key=lambda name: -held[name])
    least = held[ranked[:TOP][-1]] if ranked else 0
    return [name for name in ranked if held[name] >= max(least, 1)]
