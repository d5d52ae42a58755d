"""All sheets of the data package, in the order in which a reader meets them."""

from typing import Any

from resilience.datapackage.of_frame import sheets_of_frame
from resilience.datapackage.of_levels import sheets_of_levels
from resilience.datapackage.of_making import sheets_of_making
from resilience.datapackage.of_neighbourhoods import sheets_of_neighbourhoods
from resilience.datapackage.of_policies import sheets_of_policies
from resilience.datapackage.of_pools import sheets_of_pools
from resilience.datapackage.of_studies import sheets_of_studies
from resilience.datapackage.sheet import Sheet
from resilience.findings import Findings


def sheets(findings: Findings) -> tuple[Sheet[Any], ...]:
    """Give every sheet; rows are made when they are asked for."""
    return (
        *sheets_of_frame(findings),
        *sheets_of_levels(findings),
        *sheets_of_studies(findings),
        *sheets_of_pools(findings),
        *sheets_of_policies(findings),
        *sheets_of_neighbourhoods(findings),
        *sheets_of_making(findings),
    )
