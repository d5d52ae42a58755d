"""All facts that the steps read, as plain values: made once for the browser and for the command."""

from typing import Any

from resilience.findings.view import Findings
from resilience.planning.from_records.adapt import adapt_facts
from resilience.planning.from_records.common import common_facts
from resilience.planning.from_records.record import record_facts


def planning_facts(findings: Findings) -> dict[str, Any]:
    """Give the facts by the name of what reads them."""
    return {
        "common": common_facts(findings),
        "adapt": adapt_facts(findings),
        "record": record_facts(findings),
    }
