"""All facts that the steps read, as plain values: made once for the browser and for the command."""

from typing import Any

from resilience.appraisal.choosing import choosing_data
from resilience.findings.view import Findings
from resilience.planning.from_records.adapt import adapt_facts
from resilience.planning.from_records.common import common_facts
from resilience.planning.from_records.evaluate import evaluate_facts
from resilience.planning.from_records.logic import logic_facts
from resilience.planning.from_records.options import options_facts
from resilience.planning.from_records.place import place_facts
from resilience.planning.from_records.record import record_facts
from resilience.planning.from_records.tasks import tasks_facts


def planning_facts(findings: Findings) -> dict[str, Any]:
    """Give the facts by the name of what reads them."""
    return {
        "common": common_facts(findings),
        "adapt": adapt_facts(findings),
        "choosing": choosing_data(findings),
        "evaluate": evaluate_facts(findings),
        "logic": logic_facts(findings),
        "options": options_facts(findings),
        "place": place_facts(findings),
        "record": record_facts(findings),
        "tasks": tasks_facts(findings),
    }
