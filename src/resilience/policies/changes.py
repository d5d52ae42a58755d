"""Sentences on what changes in the review when candidates count, built from the two readings."""

import pandas as pd

from resilience.findings.view import Findings, Holdings
from resilience.policies.candidates import Readings, councils_by_reading, top_pairs, top_types
from resilience.policies.holdings import Reading


def what_changes(findings: Findings, read: Readings) -> pd.DataFrame:
    """Say what happens to what we found most often, the councils and the breadth: two columns of text."""
    before, after, strict = Reading.SETTLED, Reading.WITH_CANDIDATES, Reading.ACTIONS_ONLY
    councils, policies = read.councils, read.policies
    most_found = top_types(findings, councils[before])
    said = {
        "Activities found most often": _top("activities", most_found, top_types(findings, councils[after])),
        "Councils with each activity": _councils(findings, read),
        "Pairs found most often": _top(
            "pairs of activities", top_pairs(findings, policies[before]), top_pairs(findings, policies[after])
        ),
        "Breadth of councils": _breadth(councils[before], councils[after]),
        "Agreed actions alone": _top("activities", most_found, top_types(findings, councils[strict])),
    }
    return pd.DataFrame({"Conclusion": list(said), "What would change": list(said.values())})


def _top(things: str, before: list[str], after: list[str]) -> str:
    joining = [name for name in after if name not in before]
    leaving = [name for name in before if name not in after]
    if not joining and not leaving:
        return f"The {things} that we found most often stay the same: {_listed(before)}."
    moves = [f"{_listed(joining)} would come in"] if joining else []
    moves += [f"{_listed(leaving)} would drop out"] if leaving else []
    return (
        f"Of the {len(before)} {things} that we found most often, "
        f"{len(before) - len(leaving)} stay; {', and '.join(moves)}."
    )


def _councils(findings: Findings, read: Readings) -> str:
    changed = councils_by_reading(findings, read)
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


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
