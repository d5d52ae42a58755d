"""Which councils do an activity: where, since when, and what they report."""

from collections import Counter

from resilience.records.policy import Policy
from resilience.records.taxonomy import ActivityType
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Drawing, paragraph
from resilience.site.pages.common import Pages
from resilience.site.pages.record_tables import policy_table

NOTE = "A dash means that no such policy is on record there, which does not mean that there is none."


def councils(pages: Pages, type_: ActivityType) -> list[Block | None]:
    """Map the councils by region, say when, and list the policies."""
    policies = pages.joins.policies_by_type.get(type_.slug, [])
    if not policies:
        return [paragraph("No policy of this type is on record. That does not mean that no council has one.")]
    return [
        paragraph(_said(policies)),
        _map(pages, type_, policies),
        policy_table(pages, "Council policies with this activity", policies),
    ]


def _said(policies: list[Policy]) -> str:
    councils = len({policy.council for policy in policies})
    starts = sorted(policy.year_start for policy in policies if policy.year_start)
    evaluated = sum(bool(policy.evaluation) for policy in policies)
    monitored = sum(bool(policy.monitoring) for policy in policies)
    said = (
        f"{words.count(councils, 'authority', 'authorities')} with "
        f"{words.count(len(policies), 'policy', 'policies')} on record"
    )
    when = (
        f", begun between {starts[0]} and {starts[-1]} where a year was seen" if len(set(starts)) > 1 else ""
    )
    return f"{said}{when}. {results_seen(evaluated, monitored)}"


def results_seen(evaluated: int, monitored: int) -> str:
    """Say for how many policies an evaluation was seen, and for how many monitoring figures."""
    if not evaluated and not monitored:
        return "Neither an evaluation nor monitoring figures were seen for any of these policies."
    return (
        f"An evaluation was seen for {words.number(evaluated) if evaluated else 'none'} of these policies, "
        f"monitoring figures for {words.number(monitored) if monitored else 'none'}."
    )


def _map(pages: Pages, type_: ActivityType, policies: list[Policy]) -> Block:
    regions = Counter(pages.base.councils[slug].region for slug in {policy.council for policy in policies})
    known = Counter(council.region for council in pages.base.councils.values())
    rows = tuple((region, regions[region], known[region]) for region in sorted(known))
    return Drawing("regions", f"Authorities on record with {type_.label.lower()}", "", NOTE, rows)
