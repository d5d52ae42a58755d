"""Which way results point, activity by activity: results of studies that tried it, and of those alone."""

from collections import Counter

import pandas as pd

from resilience.findings.view import Findings
from resilience.findings.votes import direction_for, speaks_to, why_left_out


def directions_by_type(findings: Findings) -> pd.DataFrame:
    """Count results by activity and by what they say of it: label, direction, n; one of none is missing."""
    counted = Counter(
        (findings.base.types[slug].label, direction_for(study, outcome).value)
        for study in findings.base.studies.values()
        for slug in study.types
        if not why_left_out(study, slug)
        for outcome in study.outcomes
        if speaks_to(outcome, slug)
    )
    rows = [(label, direction, n) for (label, direction), n in sorted(counted.items())]
    return pd.DataFrame(rows, columns=["label", "direction", "n"])
