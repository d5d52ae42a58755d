"""What the step Adapt reads: who did an activity, and what studies of it say, by activity type."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from resilience.findings.view import Findings
from resilience.planning.from_records.adapt_studies import studies_facts, study_facts
from resilience.planning.from_records.adapt_who import (
    councils_facts,
    neighbourhoods_facts,
    policies_facts,
    public_url,
)
from resilience.policies.actions import ActionStatus, TypedAction, typed_actions
from resilience.records.neighbourhood import Activity, NearbyAction
from resilience.records.place_figures import INDEX


def adapt_facts(findings: Findings) -> dict[str, Any]:
    """Give councils, policies, neighbourhoods and studies once each, and by type what points at them."""
    actions = typed_actions(findings, findings.suggestions.of)
    types = {
        slug: {**_who(findings, slug, actions), **studies_facts(findings, slug)}
        for slug in findings.base.types
    }
    used = {key for one in types.values() for key in _keys(one)}
    return {
        "index": _index(findings),
        "councils": councils_facts(findings),
        "policies": policies_facts(findings),
        "neighbourhoods": neighbourhoods_facts(findings),
        "studies": {key: study_facts(findings, findings.base.studies[key]) for key in sorted(used)},
        "types": types,
    }


def _index(findings: Findings) -> dict[str, dict[str, Any]]:
    """Give by nation the title of its index, and the parts by which councils and places are told alike."""
    figures = findings.base.place_figures
    return {
        one.nation.value: {
            "title": figures.source(one.figure(INDEX).source).title,
            "parts": findings.profiles.parts(one.nation),
        }
        for one in figures.nations
    }


def _who(findings: Findings, slug: str, actions: Iterable[TypedAction]) -> dict[str, Any]:
    """Give the policies with an activity, those where it is only suggested, and the neighbourhoods.

    Of a policy come the actions of this type, be it their first or second; none where the type stands for the
    policy as a whole.
    """
    of_type = [action for action in actions if slug in action.types]
    settled = {policy for policy, types in findings.policy_types.items() if slug in types}
    told, suggested = defaultdict(list), defaultdict(list)
    for action in of_type:
        if action.policy in settled and action.status in (ActionStatus.CODED, ActionStatus.APPROVED):
            told[action.policy].append(action.text)
        elif action.policy not in settled and action.status is ActionStatus.CANDIDATE:
            suggested[action.policy].append(action.text)
    return {
        "policies": {policy: told[policy] for policy in sorted(settled)},
        "suggested": dict(sorted(suggested.items())),
        "neighbourhoods": _neighbourhoods(findings, slug),
    }


def _neighbourhoods(findings: Findings, slug: str) -> dict[str, dict[str, Any]]:
    """Give what neighbourhoods did of it, how they worked on its topic, and what was done near them."""
    tried = findings.joins.tried(slug)
    near = findings.joins.nearby_by_type.get(slug, [])
    found: dict[str, dict[str, Any]] = {}
    texts: list[tuple[str, str, Activity | NearbyAction]] = [
        *(("did", one.neighbourhood.slug, one.activity) for one in tried.did),
        *(("asked", one.neighbourhood.slug, one.activity) for one in tried.worked_on),
        *(("near", one.neighbourhood.slug, one.action) for one in near),
    ]
    for how, place, one in texts:
        own = found.setdefault(place, {"did": [], "asked": [], "near": []})
        own[how].append({"text": one.text, "url": public_url(findings, one.source)})
    return found


def _keys(of_type: dict[str, Any]) -> Iterable[str]:
    yield from (one["study"] for one in of_type["not_better"])
    yield from of_type["unequal"]
    yield from (one["study"] for one in of_type["costs"])
    yield from (vote["study"] for votes in of_type["votes"].values() for vote in votes)
