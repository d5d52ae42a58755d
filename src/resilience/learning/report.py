"""Tables of the page on how activities are matched."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from resilience.evidence import EvidenceBase
from resilience.evidence.learnt import Answer
from resilience.findings.queue import Waiting
from resilience.findings.shares import Share
from resilience.learning.accuracy import (
    auto_cover,
    auto_right,
    in_first_three,
    macro_f1,
    micro_f1,
    passes_agree,
)
from resilience.matching import Decision
from resilience.matching.lexicon import NONE

SHOWN = 3
LIKELY = 60
"""The score below which no suggestion is likely."""


def examples(waiting: Sequence[Waiting], labels: dict[str, str]) -> pd.DataFrame:
    """Show the first text of each of three decisions with all reasons."""
    picked = {one.match.decision: one for one in reversed(waiting)}
    rows = [
        {
            "Text": one.text,
            "Type": labels[one.match.type],
            "Score": round(one.match.score),
            "Decision": one.match.decision.value,
            "Why": " ".join(one.match.why),
        }
        for one in sorted(picked.values(), key=lambda one: -one.match.score)[:SHOWN]
    ]
    return pd.DataFrame(rows)


def headline(base: EvidenceBase, answers: Sequence[Answer]) -> pd.DataFrame:
    """List the overall measures, with the agreement of two passes as the most to hope for."""
    shares = {
        "Two passes of coding agree (the most to hope for)": passes_agree(base),
        "The type is right": Share(sum(one.type == one.coded for one in answers), len(answers)),
        "The right type is among the first three": in_first_three(answers),
        "Right, where it may stand without a look": auto_right(answers),
        "Texts with a type that may stand without a look": auto_cover(answers),
    }
    rows = [
        {
            "Measure": name,
            "Of 100": f"{share.value:.1f}",
            "95% interval": _between(share),
            "n": f"{share.n:,}",
        }
        for name, share in shares.items()
        if share.value is not None
    ]
    for name, value in (("F1 over all texts", micro_f1(answers)), ("F1, each type alike", macro_f1(answers))):
        rows.append(
            {"Measure": name, "Of 100": f"{100 * value:.1f}", "95% interval": "", "n": f"{len(answers):,}"}
        )
    return pd.DataFrame(rows)


def _between(share: Share) -> str:
    return f"{share.interval[0]:.1f} to {share.interval[1]:.1f}" if share.interval else ""


def names_of(base: EvidenceBase, level: str) -> dict[str, str]:
    """Name each type by its label, or by the label of its domain where `level` is `domain`."""
    named = {
        slug: base.domains[type_.domain].label if level == "domain" else type_.label
        for slug, type_ in base.types.items()
    }
    return {**named, NONE: "No type"}


def queue_frame(waiting: Sequence[Waiting], labels: dict[str, str]) -> pd.DataFrame:
    """List the texts that wait, with what the matcher suggests."""
    return pd.DataFrame(
        [
            {
                "Text": one.text,
                "Suggestion": labels[one.match.type],
                "Score": round(one.match.score),
                "Decision": one.match.decision.value,
            }
            for one in waiting
        ],
        columns=["Text", "Suggestion", "Score", "Decision"],
    )


def queue_counts(waiting: Sequence[Waiting]) -> pd.DataFrame:
    """Count the texts that wait by decision."""
    meant = {
        Decision.AUTO: "auto: the type may stand without a look",
        Decision.REVIEW: "review: a person should look",
        Decision.NONE: "none: no type fits",
    }
    counts = Counter(one.match.decision for one in waiting)
    return pd.DataFrame([{"Decision": text, "Texts": counts[decision]} for decision, text in meant.items()])


def unmatched_frame(waiting: Sequence[Waiting], labels: dict[str, str]) -> pd.DataFrame:
    """List the texts with no type, or none that is likely, with the nearest type."""
    unlikely = [one for one in waiting if one.match.decision is Decision.NONE or one.match.score < LIKELY]
    return pd.DataFrame(
        [
            {"Text": one.text, "Nearest type": ", ".join(labels[slug] for slug in one.match.alternatives[:1])}
            for one in unlikely
        ],
        columns=["Text", "Nearest type"],
    )
