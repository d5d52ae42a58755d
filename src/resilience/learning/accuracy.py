"""How well the matcher does on texts that it has not seen: shares with their intervals."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from statistics import fmean

import pandas as pd

from resilience.evidence.learnt import Answer, read_answers
from resilience.findings.frames import shares_frame
from resilience.findings.view import Findings
from resilience.matching.lexicon import NONE
from resilience.records.vocabulary import MatchStatus
from resilience.synthesis.shares import Share

ENOUGH = 5
"""Texts of a type from which its F1 says something."""
BINS = (0, 50, 70, 80, 90, 95, 100)


def micro_f1(answers: Sequence[Answer]) -> float:
    """Give F1 over all texts that have a type or were given one; van Rijsbergen (1979)."""
    right = sum(answer.type == answer.coded != NONE for answer in answers)
    said = sum(answer.type != NONE for answer in answers)
    there = sum(answer.coded != NONE for answer in answers)
    return 2 * right / (said + there) if said + there else 0.0


def any_f1(answers: Sequence[Answer], named: Sequence[Collection[str]]) -> float:
    """Give F1 as `micro_f1` does, where an answer is right if a coder `named` it, first or not.

    A text that was given a type which a coder named has one, though no type came first.
    """
    hits = [
        answer.type != NONE and answer.type in types for answer, types in zip(answers, named, strict=True)
    ]
    right = sum(hits)
    said = sum(answer.type != NONE for answer in answers)
    there = sum(answer.coded != NONE or hit for answer, hit in zip(answers, hits, strict=True))
    return 2 * right / (said + there) if said + there else 0.0


def macro_f1(answers: Sequence[Answer]) -> float:
    """Give the mean of F1 over the types of which there are enough texts, each type counting the same."""
    counts = Counter(answer.coded for answer in answers)
    types = [slug for slug, count in counts.items() if slug != NONE and count >= ENOUGH]
    return fmean(_f1(answers, slug) for slug in types) if types else 0.0


def false_types(answers: Sequence[Answer]) -> Share:
    """Count how often a text that has no type is given one."""
    untyped = [answer for answer in answers if answer.coded == NONE]
    return Share(sum(answer.type != NONE for answer in untyped), len(untyped))


def second_right(answers: Sequence[Answer], named: Sequence[Collection[str]]) -> Share:
    """Count how often a type that was said to be named beside the first was named by a coder."""
    said = [
        (slug, types)
        for answer, types in zip(answers, named, strict=True)
        for slug in answer.types.split(";")[1:]
    ]
    return Share(sum(slug in types for slug, types in said), len(said))


def _f1(answers: Sequence[Answer], slug: str) -> float:
    right = sum(answer.type == answer.coded == slug for answer in answers)
    either = sum((answer.type == slug) + (answer.coded == slug) for answer in answers)
    return 2 * right / either


def in_first_three(answers: Sequence[Answer]) -> Share:
    """Count how often the right type is among the first three, of texts that have a type."""
    typed = [answer for answer in answers if answer.coded != NONE]
    return Share(sum(one.coded in (one.first, one.second, one.third) for one in typed), len(typed))


def among_named(answers: Sequence[Answer]) -> Share:
    """Count how often the right type is among those that it named, of texts that have a type."""
    typed = [answer for answer in answers if answer.coded != NONE]
    return Share(sum(one.coded in one.types.split(";") for one in typed), len(typed))


def names_two(answers: Sequence[Answer]) -> Share:
    """Count how often it named a second type, of texts to which it gave one."""
    said = [answer for answer in answers if answer.type != NONE]
    return Share(sum(";" in one.types for one in said), len(said))


def auto_right(answers: Sequence[Answer]) -> Share:
    """Count how often an answer that stands without a look is right."""
    auto = [answer for answer in answers if answer.decision == "auto"]
    return Share(sum(one.type == one.coded for one in auto), len(auto))


def auto_cover(answers: Sequence[Answer]) -> Share:
    """Count the texts with a type of which the answer stands without a look."""
    typed = [answer for answer in answers if answer.coded != NONE]
    return Share(sum(answer.decision == "auto" for answer in typed), len(typed))


def answers(findings: Findings) -> tuple[Answer, ...]:
    """Give the matcher's answers on texts that it had not seen.

    Raises EvidenceError where they can't be read.
    """
    return read_answers(findings.base.folder)


def passes_agree(findings: Findings) -> Share:
    """Count the texts on which two passes agreed, of those coded twice: the most one can hope for."""
    base = findings.base
    texts = [
        *(action for policy in base.policies.values() for action in policy.actions),
        *(activity for place in base.neighbourhoods.values() for activity in place.activities),
    ]
    counts = Counter(text.status for text in texts)
    return Share(counts[MatchStatus.CODED], counts[MatchStatus.CODED] + counts[MatchStatus.DISPUTED])


def by_type(answers: Sequence[Answer], labels: dict[str, str]) -> pd.DataFrame:
    """List for each coded type how many of its texts were found: label, right, n, value, ci_low, ci_high."""
    groups: dict[str, list[Answer]] = {slug: [] for slug in labels}
    for answer in answers:
        groups[answer.coded].append(answer)
    shares = {
        labels[slug]: Share(sum(one.type == slug for one in group), len(group))
        for slug, group in groups.items()
        if group
    }
    return shares_frame(shares)


def by_score(answers: Sequence[Answer]) -> pd.DataFrame:
    """List for bands of score how many answers were right: as `shares_frame`, and `score`, the mean."""
    rows, means = {}, []
    for low, high in pairwise(BINS):
        band = [one for one in answers if low <= one.score < high or one.score == high == BINS[-1]]
        if band:
            rows[f"{low} to {high}"] = Share(sum(one.type == one.coded for one in band), len(band))
            means.append(fmean(one.score for one in band))
    return shares_frame(rows).assign(score=means)


def confusion(answers: Sequence[Answer], names: dict[str, str]) -> pd.DataFrame:
    """Count pairs of coded and given type, each under its name: row, column, n."""
    order = {name: place for place, name in enumerate(dict.fromkeys(names.values()))}
    counts = Counter((names[answer.coded], names[answer.type]) for answer in answers)
    pairs = sorted(counts.items(), key=lambda one: (order[one[0][0]], order[one[0][1]]))
    return pd.DataFrame([{"row": row, "column": column, "n": n} for (row, column), n in pairs])


def wrong(answers: Sequence[Answer], labels: dict[str, str]) -> pd.DataFrame:
    """List the wrong answers, the surest first."""
    missed = sorted((one for one in answers if one.type != one.coded), key=lambda one: -one.score)
    return pd.DataFrame(
        [
            {
                "Text": one.text,
                "Coded": labels[one.coded],
                "Matcher": labels[one.type],
                "Score": round(one.score),
            }
            for one in missed
        ]
    )
