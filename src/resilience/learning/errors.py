"""Kinds of error that the matcher makes on texts that it has not seen."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from resilience.evidence.learnt import Answer
from resilience.evidence.measured_limits import Error
from resilience.matching.lexicon import NONE
from resilience.synthesis.shares import Share

SHOWN = 15
"""Pairs of types that are listed."""
OFTEN = 2
"""How often a pair must have been confused to be listed."""


def kinds(answers: Sequence[Answer], domains: Mapping[str, str]) -> pd.DataFrame:
    """Count wrong answers by kind, and those whose right type was near; `domains` names that of each type."""
    found: dict[Error, list[Answer]] = {kind: [] for kind in Error}
    for one in answers:
        if one.type != one.coded:
            found[_kind(one, domains)].append(one)
    return pd.DataFrame(
        [
            {
                "Kind": kind.value,
                "Texts": len(group),
                "Of 100 answers": _percent(Share(len(group), len(answers))),
                "The right type was among the first three": _near_by(kind, group),
            }
            for kind, group in found.items()
        ]
    )


def _kind(one: Answer, domains: Mapping[str, str]) -> Error:
    if one.coded == NONE:
        return Error.FALSE_TYPE
    if one.type == NONE:
        return Error.MISSED
    return Error.NEAR if domains[one.type] == domains[one.coded] else Error.FAR


def _near_by(kind: Error, group: Sequence[Answer]) -> str:
    if kind is Error.FALSE_TYPE:
        return "–"
    return str(sum(one.coded in (one.first, one.second, one.third) for one in group))


def _percent(share: Share) -> str:
    return "–" if share.value is None else f"{share.value:.1f}"


def confused(answers: Sequence[Answer], labels: Mapping[str, str]) -> pd.DataFrame:
    """List the pairs of types that were confused most often, each with its surest text."""
    pairs: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for one in answers:
        if one.type != one.coded:
            pairs[one.coded, one.type].append(one)
    often = [(labels[coded], labels[said], group) for (coded, said), group in pairs.items()]
    often = sorted(
        (one for one in often if len(one[2]) >= OFTEN), key=lambda one: (-len(one[2]), one[0], one[1])
    )
    return pd.DataFrame(
        [
            (coded, said, len(group), max(group, key=lambda one: (one.score, one.text)).text)
            for coded, said, group in often[:SHOWN]
        ],
        columns=["Coded", "Matcher", "Texts", "Such as"],
    )
