"""What follows from the evidence: joins, ratings, sizes, pools, the gap map, the flow of records."""

from resilience.findings.view import Findings, load

__all__ = ["Findings", "load"]
