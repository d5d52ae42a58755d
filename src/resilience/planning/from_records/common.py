"""What all steps know: activity types, groups of outcomes, problems in readers' words, and councils."""

import re
from typing import Any

from resilience.findings.view import Findings
from resilience.records.english import folded
from resilience.synthesis.planned import NUMBERS

FIELDS = (*NUMBERS, "analysis")
"""The fields of the form on how small a change can be seen."""


def problem_slug(text: str) -> str:
    """Name a problem in a link by its own words: `high energy bills` is `high-energy-bills`."""
    return "-".join(re.findall(r"[a-z0-9]+", folded(text)))


def common_facts(findings: Findings) -> dict[str, Any]:
    """Give labels and links by slug, problems by slug with the group that they stand for."""
    base = findings.base
    return {
        "types": {
            slug: {"label": one.label, "domain": one.domain, "aims": list(one.main_outcomes)}
            for slug, one in base.types.items()
        },
        "groups": {
            slug: {"label": one.label, "definition": one.definition, "heading": one.heading}
            for slug, one in base.outcome_groups.items()
        },
        "problems": {
            problem_slug(text): slug for slug, one in base.outcome_groups.items() for text in one.problems
        },
        "problem_words": {
            problem_slug(text): text for one in base.outcome_groups.values() for text in one.problems
        },
        "numbers": list(FIELDS),
        "neighbourhoods": {slug: one.name for slug, one in base.neighbourhoods.items()},
    }
