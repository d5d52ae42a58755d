"""Tables of the page on how activities are matched."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from resilience.evidence.learnt import Answer
from resilience.findings.view import Findings
from resilience.learning.accuracy import (
    ENOUGH,
    among_named,
    auto_cover,
    auto_right,
    false_types,
    in_first_three,
    macro_f1,
    micro_f1,
    names_two,
)
from resilience.matching import Decision
from resilience.matching.lexicon import NONE
from resilience.records.english import spelled
from resilience.synthesis.shares import Share

SHOWN = 3
HEAD = 20
NO_TYPE = "No type"
LIKELY = 60
"""The score below which no suggestion is likely."""


def examples(findings: Findings) -> pd.DataFrame:
    """Show the first text that waits of each of three decisions, with all reasons."""
    waiting, named = findings.suggestions.queue, labels(findings)
    picked = {one.match.decision: one for one in reversed(waiting)}
    rows = [
        {
            "Text": one.text,
            "Type": named[one.match.type],
            "Score": round(one.match.score),
            "Decision": one.match.decision.value,
            "Why": " ".join(one.match.why),
        }
        for one in sorted(picked.values(), key=lambda one: -one.match.score)[:SHOWN]
    ]
    return pd.DataFrame(rows)


def headline(answers: Sequence[Answer], agreed: Share) -> pd.DataFrame:
    """List the overall measures, with how often two passes `agreed` as the most to hope for."""
    shares = {
        "Two passes of coding agree (the most to hope for)": agreed,
        "The type is right": Share(sum(one.type == one.coded for one in answers), len(answers)),
        "The right type is among the first three": in_first_three(answers),
        "The right type is among those that it names": among_named(answers),
        "It names a second type, of texts to which it gives one": names_two(answers),
        "Right, where it may stand without a look": auto_right(answers),
        "Texts with a type that may stand without a look": auto_cover(answers),
        "Texts that fit no type and are given one": false_types(answers),
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
    means = {
        "F1 over all texts": micro_f1(answers),
        f"F1, each type with {spelled(ENOUGH)} or more texts alike": macro_f1(answers),
    }
    rows += [
        {"Measure": name, "Of 100": f"{100 * value:.1f}", "95% interval": "", "n": f"{len(answers):,}"}
        for name, value in means.items()
    ]
    return pd.DataFrame(rows)


def _between(share: Share) -> str:
    return f"{share.interval[0]:.1f} to {share.interval[1]:.1f}" if share.interval else ""


def type_names(findings: Findings) -> dict[str, str]:
    """Name each type by its label."""
    return {**{slug: type_.label for slug, type_ in findings.base.types.items()}, NONE: NO_TYPE}


def domain_names(findings: Findings) -> dict[str, str]:
    """Name each type by the label of its domain."""
    base = findings.base
    return {**{slug: base.domains[one.domain].label for slug, one in base.types.items()}, NONE: NO_TYPE}


def head_of_queue(findings: Findings) -> pd.DataFrame:
    """List the first texts that wait, with what the matcher suggests."""
    named = labels(findings)
    return pd.DataFrame(
        [
            {
                "Text": one.text,
                "Suggestion": named[one.match.type],
                "Score": round(one.match.score),
                "Decision": one.match.decision.value,
            }
            for one in findings.suggestions.queue[:HEAD]
        ],
        columns=["Text", "Suggestion", "Score", "Decision"],
    )


def queue_counts(findings: Findings) -> pd.DataFrame:
    """Count the texts that wait by decision."""
    meant = {
        Decision.AUTO: "auto: the type may stand without a look",
        Decision.REVIEW: "review: a person should look",
        Decision.NONE: "none: no type fits",
    }
    counts = Counter(one.match.decision for one in findings.suggestions.queue)
    return pd.DataFrame([{"Decision": text, "Texts": counts[decision]} for decision, text in meant.items()])


def labels(findings: Findings) -> dict[str, str]:
    """Name each type as the matcher does, and what is none of them."""
    return dict(findings.suggestions.lexicon.labels)


def unmatched_frame(findings: Findings) -> pd.DataFrame:
    """List the texts with no type, or none that is likely, with the nearest type."""
    waiting, named = findings.suggestions.queue, labels(findings)
    unlikely = [one for one in waiting if one.match.decision is Decision.NONE or one.match.score < LIKELY]
    return pd.DataFrame(
        [
            {"Text": one.text, "Nearest type": ", ".join(named[slug] for slug in one.match.alternatives[:1])}
            for one in unlikely
        ],
        columns=["Text", "Nearest type"],
    )
