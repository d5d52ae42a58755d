"""What the review would say if the matcher's suggestions counted, beside what it says without them."""

from typing import NamedTuple

import pandas as pd

from resilience.findings.view import Findings, Holdings, of_councils
from resilience.policies.actions import Reading, types_as_read, types_in_order
from resilience.policies.pairs import named, pairs
from resilience.records.english import listing

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


def readings(findings: Findings) -> Readings:
    """Read all policies in each way."""
    policies = {reading: types_as_read(findings, reading, findings.suggestions.of) for reading in Reading}
    return Readings(
        policies, {reading: of_councils(findings.base, held) for reading, held in policies.items()}
    )


def councils_by_reading(findings: Findings) -> pd.DataFrame:
    """Count the councils with each type under each reading, greatest change first.

    Columns: label, without, counted, agreed, n, change (councils, from without to counted).
    """
    return compared(findings, readings(findings))


def compared(findings: Findings, read: Readings) -> pd.DataFrame:
    """Count as `councils_by_reading` does, from readings that are at hand."""
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


def top_types(findings: Findings, councils: Holdings) -> list[str]:
    """Name the `TOP` types that were found with most councils, and those level with the last of them."""
    held = {
        findings.base.types[slug].label: holding_type(councils, slug) for slug in types_in_order(findings)
    }
    return _first(held)


def top_pairs(findings: Findings, policies: Holdings) -> list[str]:
    """Name the `TOP` pairs that were found in most policies, and those level with the last of them."""
    return _first({named(findings, pair): pair.both for pair in pairs(findings, policies)})


def pairs_by_reading(findings: Findings) -> pd.DataFrame:
    """Count the policies with the pairs found most often by either reading: label, without, counted."""
    read = readings(findings)
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


def what_changes(findings: Findings) -> pd.DataFrame:
    """Say what happens to what we found most often, the councils and the breadth: two columns of text."""
    said = sentences(findings, readings(findings))
    return pd.DataFrame({"Conclusion": list(said), "What would change": list(said.values())})


def sentences(findings: Findings, read: Readings) -> dict[str, str]:
    """Give the sentence on each conclusion."""
    before, after, strict = Reading.SETTLED, Reading.WITH_CANDIDATES, Reading.ACTIONS_ONLY
    councils, policies = read.councils, read.policies
    most_found = top_types(findings, councils[before])
    return {
        "Activities found most often": _top("activities", most_found, top_types(findings, councils[after])),
        "Councils with each activity": _councils(findings, read),
        "Pairs found most often": _top(
            "pairs of activities", top_pairs(findings, policies[before]), top_pairs(findings, policies[after])
        ),
        "Breadth of councils": _breadth(councils[before], councils[after]),
        "Agreed actions alone": _top("activities", most_found, top_types(findings, councils[strict])),
    }


def _top(things: str, before: list[str], after: list[str]) -> str:
    joining = [name for name in after if name not in before]
    leaving = [name for name in before if name not in after]
    if not joining and not leaving:
        return f"The {things} that we found most often stay the same: {listing(before)}."
    moves = [f"{listing(joining)} would come in"] if joining else []
    moves += [f"{listing(leaving)} would drop out"] if leaving else []
    return (
        f"Of the {len(before)} {things} that we found most often, "
        f"{len(before) - len(leaving)} stay; {', and '.join(moves)}."
    )


def _councils(findings: Findings, read: Readings) -> str:
    changed = compared(findings, read)
    grown = changed[changed["counted"] > changed["without"]]
    if grown.empty:
        return "No activity would be found with more councils."
    most = grown.iloc[0]
    return (
        f"{len(grown)} of {len(changed)} activities would be found with more councils; "
        f"the most for {most['label']}, with {most['counted']} councils in place of {most['without']} "
        f"of {most['n']}."
    )


def _breadth(before: Holdings, after: Holdings) -> str:
    wider = sum(len(after[slug]) > len(before[slug]) for slug in before)
    held, found = (sum(len(types) for types in one.values()) for one in (before, after))
    return (
        f"{wider} of {len(before)} councils would have more activities on record; "
        f"all councils together {found} in place of {held}, counting each activity once a council."
    )
