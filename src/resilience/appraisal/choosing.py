"""What choosing needs of the evidence, as plain values that JSON can hold; `asked` reads it back."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from resilience.appraisal.matrix import options_of, rules_of
from resilience.appraisal.options import COMMUNITY, NEED, Option
from resilience.findings.view import Findings
from resilience.records.vocabulary import Nation


def choosing_data(findings: Findings) -> dict[str, Any]:
    """Give rules, options, the figures linked to them by nation, and what each step is called."""
    return {
        "rules": asdict(rules_of(findings)),
        "options": [asdict(option) for option in options_of(findings)],
        "figures": {nation.value: _linked(options_of(findings, nation)) for nation in Nation},
        "steps": steps_of(findings),
    }


def steps_of(findings: Findings) -> dict[str, str]:
    """Name each step from worst to best as it stands within a sentence, in the order of the page."""
    groups = {slug: group.label.lower() for slug, group in findings.base.outcome_groups.items()}
    return {NEED: "need", **groups, COMMUNITY: "your own view"}


def _linked(options: Sequence[Option]) -> dict[str, tuple[str, ...]]:
    return {option.slug: option.figures for option in options if option.figures}
