"""The role `fact`: a number or word from the evidence, so that prose holds no figure of its own."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from resilience.evidence import EvidenceBase
from resilience.findings.agreement import POLICIES
from resilience.matching import Decision
from resilience.policies.sources import sites
from resilience.records.english import listing, spelled
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.policy import Policy
from resilience.records.rating import in_words
from resilience.records.study import Study
from resilience.records.vocabulary import CodedBy, MatchStatus
from resilience.site.pages import words
from resilience.site.pages.common import Pages
from resilience.site.prose.matching import NUMBERS_OF_MATCHING
from resilience.site.prose.place_tables import NUMBERS_OF_PLACES
from resilience.site.prose.sizes import COUNTS_OF_SIZES
from resilience.synthesis.shares import Agreement

COUNTS: dict[str, Callable[[EvidenceBase], int]] = {
    "studies": lambda base: len(base.studies),
    "uk_studies": lambda base: sum(study.in_uk for study in base.studies.values()),
    "leads": lambda base: len(base.leads),
    "results": lambda base: sum(len(study.outcomes) for study in base.studies.values()),
    "results_with_interval": lambda base: sum(
        outcome.has_interval for study in base.studies.values() for outcome in study.outcomes
    ),
    "results_without_number": lambda base: sum(
        outcome.effect is None for study in base.studies.values() for outcome in study.outcomes
    ),
    "studies_checked": lambda base: _checked(base.studies),
    "policies": lambda base: len(base.policies),
    "policies_checked": lambda base: _checked(base.policies),
    "policies_original_not_seen": lambda base: sum(policy.url is None for policy in base.policies.values()),
    "policies_evaluated": lambda base: sum(bool(policy.evaluation) for policy in base.policies.values()),
    "policies_monitored": lambda base: sum(bool(policy.monitoring) for policy in base.policies.values()),
    "policies_top_up": lambda base: sum(policy.top_up for policy in base.policies.values()),
    "policy_sites": lambda base: len(sites(base.policies.values())),
    "councils": lambda base: len(base.councils_on_record),
    "lower_tier_councils": lambda base: len(base.country.councils),
    "nations": lambda base: len({council.nation for council in base.councils_on_record.values()}),
    "domains": lambda base: len(base.domains),
    "types": lambda base: len(base.types),
    "types_programme": lambda base: sum(type_.origin == "programme" for type_ in base.types.values()),
    "types_extension": lambda base: sum(type_.origin == "extension" for type_ in base.types.values()),
    "outcomes": lambda base: len(base.outcomes),
    "outcome_groups": lambda base: len(base.outcome_groups),
    "actions": lambda base: sum(len(policy.actions) for policy in base.policies.values()),
    "neighbourhoods": lambda base: len(base.neighbourhoods),
    "neighbourhoods_checked": lambda base: _checked(base.neighbourhoods),
    "records_by_person": lambda base: sum(
        record.provenance.by is CodedBy.PERSON
        for records in (base.studies, base.policies, base.neighbourhoods)
        for record in records.values()
    ),
    "activities": lambda base: sum(len(place.activities) for place in base.neighbourhoods.values()),
    "works": lambda base: len(base.references),
    "concepts": lambda base: len(base.concepts),
    "gaps": lambda base: len(base.gaps),
    "search_logs": lambda base: len(base.searches),
    "searches": lambda base: sum(len(log.searches) for log in base.searches.values()),
}
"""Counts by name."""

COUNTS_OF_VIEW: dict[str, Callable[[Pages], int]] = {
    "policies_evaluation_coded": lambda pages: _found(pages, "evaluation").pairs,
    "policies_evaluation_agreed": lambda pages: _found(pages, "evaluation").same,
    "policies_monitoring_coded": lambda pages: _found(pages, "monitoring").pairs,
    "policies_monitoring_agreed": lambda pages: _found(pages, "monitoring").same,
    "actions_coded": lambda pages: _actions(pages, MatchStatus.CODED),
    "actions_disputed": lambda pages: _actions(pages, MatchStatus.DISPUTED),
    "actions_approved": lambda pages: _actions(pages, MatchStatus.APPROVED),
    "actions_rejected": lambda pages: _actions(pages, MatchStatus.REJECTED),
    "actions_candidate": lambda pages: _waiting(pages, suggested=True),
    "actions_uncoded": lambda pages: _waiting(pages, suggested=False),
}
"""Counts of policies on whose codes two passes agree, and of actions by how sure we are of their type."""

IN_WORDS: dict[str, Callable[[EvidenceBase], str]] = {
    "outcome_groups_in_words": lambda base: listing(
        [group.label.lower() for group in base.outcome_groups.values()]
    ),
    "outcome_groups_spelled": lambda base: spelled(len(base.outcome_groups)),
    "clear_share_in_words": lambda base: in_words(base.rating.clear_share),
    "rating_tables_spelled": lambda base: spelled(len(base.rating.tables)),
    "audits_spelled": lambda base: spelled(len(base.audit.audits)),
    "other_rating_tables_spelled": lambda base: spelled(len(base.rating.tables) - 1),
}
"""What stands in a sentence as words."""

ROOTS = ("programme", "survey", "audit")
_STEP = re.compile(r"([a-z_0-9]+)((?:\[\d+\])*)")


def fact(pages: Pages, name: str) -> str:
    """Give a count by its name, or a field of the programme, survey or audit by its path.

    Raises KeyError, AttributeError, IndexError or ValueError where there is no such fact.
    """
    if name in COUNTS:
        return words.number(COUNTS[name](pages.base))
    if name in NUMBERS_OF_PLACES:
        return words.number(NUMBERS_OF_PLACES[name](pages.base))
    if name in NUMBERS_OF_MATCHING:
        return words.number(NUMBERS_OF_MATCHING[name](pages.base))
    if name in COUNTS_OF_SIZES:
        return words.number(COUNTS_OF_SIZES[name](pages))
    if name in COUNTS_OF_VIEW:
        return words.number(COUNTS_OF_VIEW[name](pages))
    if name in IN_WORDS:
        return IN_WORDS[name](pages.base)
    root, _, path = name.partition(".")
    if root not in ROOTS or not path:
        raise KeyError(name)
    value: Any = getattr(pages.base, root)
    for step in path.split("."):
        value = _take(value, step)
    return str(value) if path.endswith("year") else _in_words(value)


def _take(value: Any, step: str) -> Any:
    match = _STEP.fullmatch(step)
    if match is None:
        raise ValueError(step)
    value = getattr(value, match[1])
    for index in re.findall(r"\d+", match[2]):
        value = value[int(index)]
    return value


def _in_words(value: Any) -> str:
    if value is None:
        return words.NOT_SEEN
    if isinstance(value, (int, float)):
        return words.number(value)
    if isinstance(value, str):
        return str(value)
    raise ValueError(type(value).__name__)


def _found(pages: Pages, field: str) -> Agreement:
    """Give the agreement of two passes on a field of policies."""
    return next(one.found for one in pages.agreement if (one.of, one.field) == (POLICIES, field))


def _checked(records: Mapping[str, Study | Policy | Neighbourhood]) -> int:
    return sum(record.provenance.checked is not None for record in records.values())


def _actions(pages: Pages, status: MatchStatus) -> int:
    return sum(
        pages.joins.typed_of(policy.slug, action).status is status
        for policy in pages.base.policies.values()
        for action in policy.actions
    )


def _waiting(pages: Pages, suggested: bool) -> int:
    return sum(
        (pages.suggestions.of(action.text).decision is not Decision.NONE) is suggested
        for policy in pages.base.policies.values()
        for action in policy.actions
        if pages.joins.typed_of(policy.slug, action).status is MatchStatus.UNCODED
    )
