"""Sheets of policies: councils, policies, what they do and the numbers that they give."""

from typing import Any

from resilience.datapackage.of_model import columns_of, own_columns
from resilience.datapackage.sheet import (
    Column,
    Inside,
    Reference,
    Sheet,
    each_inside,
    keys,
    place,
    text,
    truth,
)
from resilience.findings import Findings
from resilience.records.policy import Action, Council, Figure, Policy

POLICY: Column[Any] = text(
    "policy", "The name of the policy's record.", lambda row: row.of.slug, may_be_null=False
)
TO_POLICY = Reference(("policy",), "policies", ("policy",))


def sheets_of_policies(findings: Findings) -> tuple[Sheet[Any], ...]:
    """Give the sheets of councils, policies, actions and figures."""
    return _councils(findings), _policies(findings), _actions(findings), _figures(findings)


def _councils(findings: Findings) -> Sheet[Council]:
    base = findings.base
    return Sheet(
        "councils",
        "Councils",
        "Every local authority on record, also without a policy: not found is not the same as none.",
        (
            text("council", "Its permanent name.", lambda council: council.slug, may_be_null=False),
            truth(
                "has_policies",
                "Whether a policy of it is on record.",
                lambda council: council.slug in base.councils_on_record,
            ),
            text(
                "types",
                "The activity types of its policies on record.",
                lambda council: keys(sorted(findings.council_types.get(council.slug, ()))),
            ),
            *own_columns(Council, ("slug",)),
        ),
        lambda: base.councils.values(),
        key=("council",),
    )


def _policies(findings: Findings) -> Sheet[Policy]:
    base = findings.base
    return Sheet(
        "policies",
        "Policies",
        "One row a policy, with what was seen of its results.",
        (
            text("policy", "The name of its record.", lambda policy: policy.slug, may_be_null=False),
            text(
                "nation",
                "The nation of its council.",
                lambda policy: base.councils[policy.council].nation.value,
            ),
            text(
                "region",
                "The region of its council; elsewhere the nation.",
                lambda policy: base.councils[policy.council].region,
            ),
            *own_columns(Policy, ("slug",)),
        ),
        lambda: base.policies.values(),
        key=("policy",),
        references=(Reference(("council",), "councils", ("council",)),),
    )


def _actions(findings: Findings) -> Sheet[Inside[Policy, Action]]:
    return Sheet(
        "actions",
        "Actions of policies",
        "One row for each thing that a policy does, with the types that coders gave it.",
        (
            POLICY,
            place("action", "The place of the action in its policy, from 0."),
            text(
                "status",
                "How sure its type is: coded, disputed or uncoded.",
                lambda row: row.item.status.value,
            ),
            *columns_of(Action, lambda row: row.item),
        ),
        lambda: each_inside(findings.base.policies.values(), lambda policy: policy.actions),
        key=("policy", "action"),
        references=(TO_POLICY,),
    )


def _figures(findings: Findings) -> Sheet[Inside[Policy, Figure]]:
    return Sheet(
        "figures",
        "Numbers of policies",
        "One row for each number that a policy's source gives; `unit` says what it counts.",
        (
            POLICY,
            place("figure", "The place of the number in its policy, from 0."),
            *columns_of(Figure, lambda row: row.item),
        ),
        lambda: each_inside(findings.base.policies.values(), lambda policy: policy.figures),
        key=("policy", "figure"),
        references=(TO_POLICY,),
    )
