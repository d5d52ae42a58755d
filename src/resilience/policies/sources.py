"""What was read of policies and where, who wrote it, what numbers it holds, and what was seen of results."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from resilience.evidence import EvidenceBase
from resilience.findings.view import Findings
from resilience.policies.authorities import tally
from resilience.records.policy import Figure, Policy
from resilience.records.vocabulary import Coders, Read
from resilience.tables.frame import frame

if TYPE_CHECKING:
    import pandas as pd

UNKNOWN_KIND = "Who wrote it was not noted"
EVALUATION, MONITORING, NEITHER = "An evaluation", "Monitoring figures only", "Neither was seen"
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


def reading(findings: Findings) -> "pd.DataFrame":
    """Count the policies by what was read and coded; one can stand in several rows: label, n."""
    policies = list(findings.base.policies.values())
    held = {
        "Read in full": [one.provenance.read is Read.FULL_TEXT for one in policies],
        "Coded twice": [one.provenance.coders is not Coders.SINGLE for one in policies],
        "Checked by a person": [one.provenance.checked is not None for one in policies],
        "With the original address": [one.url is not None for one in policies],
        "Read only on a site that re-publishes": [one.provenance.only_mirrors for one in policies],
        "With a year in which it begins": [one.year_start is not None for one in policies],
        "With a number": [bool(one.figures) for one in policies],
        "With a caution": [bool(one.provenance.cautions) for one in policies],
    }
    return frame([{"label": label, "n": sum(found)} for label, found in held.items()])


def writers(findings: Findings) -> "pd.DataFrame":
    """Count policies by who wrote the first source that was read: label, n."""
    return tally(writer(policy) for policy in findings.base.policies.values())


def writer(policy: Policy) -> str:
    """Say who wrote the first source of a policy that was read."""
    kind = policy.provenance.seen[0].kind
    return kind.label[:1].upper() + kind.label[1:] if kind else UNKNOWN_KIND


def seen_by_kind(findings: Findings) -> "pd.DataFrame":
    """Count policies by kind of document and what was seen of their results: row, column, n."""
    return _seen(
        {slug: policy.document_type.label for slug, policy in findings.base.policies.items()}, findings.base
    )


def seen_by_nation(findings: Findings) -> "pd.DataFrame":
    """Count policies by nation and what was seen of their results: row, column, n."""
    nations = {
        slug: findings.base.councils[one.council].nation.value for slug, one in findings.base.policies.items()
    }
    return _seen(nations, findings.base)


def _seen(group_of: dict[str, str], base: EvidenceBase) -> "pd.DataFrame":
    counted = Counter((group, _seen_of(base.policies[slug])) for slug, group in group_of.items())
    return frame(
        [
            {"row": group, "column": seen, "n": counted[group, seen]}
            for group, _ in Counter(group_of.values()).most_common()
            for seen in (EVALUATION, MONITORING, NEITHER)
            if counted[group, seen]
        ]
    )


def _seen_of(policy: Policy) -> str:
    if policy.evaluation:
        return EVALUATION
    return MONITORING if policy.monitoring else NEITHER


def numbers_by_kind(findings: Findings) -> "pd.DataFrame":
    """Count numbers by what they count: label, n."""
    return tally(one.kind for one in quantities(findings))


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


def sites(policies: Iterable[Policy]) -> set[str]:
    """Name the websites on which something of the policies was read."""
    hosts = (urlsplit(seen.at).hostname for policy in policies for seen in policy.provenance.seen)
    return {host.removeprefix("www.") for host in hosts if host}
