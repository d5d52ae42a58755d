"""Numbers that policies state, sorted by what they count."""

from typing import NamedTuple

from resilience.findings.view import Findings
from resilience.records.policy import Figure, Policy

PEOPLE = {
    "people",
    "members",
    "children",
    "residents",
    "pupils",
    "tenants",
    "leaseholders",
    "customers",
    "workers",
    "employees",
    "staff",
    "landlords",
}
HOMES = {"homes", "households", "properties", "flats", "blocks"}
MONEY, PERCENT = "GBP", "percent"
OTHER = "Other counts"


class Quantity(NamedTuple):
    """A number, what it counts, and the policy that states it."""

    policy: Policy
    figure: Figure
    kind: str


def quantities(findings: Findings) -> list[Quantity]:
    """List all numbers in the order of the policies."""
    return [
        Quantity(policy, figure, kind_of(figure.unit))
        for policy in findings.base.policies.values()
        for figure in policy.figures
    ]


def kind_of(unit: str) -> str:
    """Sort a unit: money, people, homes, a percentage, or other."""
    words = unit.split()
    if words[0] == MONEY:
        return "Money"
    if unit == PERCENT:
        return "Percentages"
    if PEOPLE.intersection(words):
        return "People"
    return "Homes" if HOMES.intersection(words) else OTHER
