"""How many records went how far: from what was found to what was pooled.

In the shape of PRISMA 2020: Page MJ and others. BMJ 2021;372:n71, https://doi.org/10.1136/bmj.n71.
What came of searches on record is counted in `search_flow`. What the gathering before them did not keep, such
as how many works were screened, is not known and never guessed.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from resilience.evidence import EvidenceBase
from resilience.findings.pools import PoolResult
from resilience.findings.votes import has_result
from resilience.records.search_log import Sought
from resilience.records.study import Outcome, Study

NOT_RECORDED = "screened and turned down, or found twice: not recorded"
BEFORE_LOGS = "of works gathered before a log of searches was kept, screened and turned down: not recorded"


class Stage(NamedTuple):
    """One step: what is left, and what fell to the side before the next."""

    label: str
    n: int
    aside: tuple[tuple[str, int | None], ...] = ()
    """What it was, and how many; None where nobody wrote it down."""


def record_flow(base: EvidenceBase, pools: Mapping[str, PoolResult]) -> list[Stage]:
    """List the steps of studies; each number is at most the one before."""
    studies = list(base.studies.values())
    clear = [study for study in studies if has_result(study)]
    numbered = [study for study in clear if _any(study, lambda one: one.has_number)]
    exact = [study for study in numbered if _any(study, _is_exact)]
    in_sets = [study for study in exact if _any(study, lambda one: bool(one.pool) and _is_exact(one))]
    pooled = pooled_studies(pools)
    concepts = len(base.concepts)
    others = len(base.references) - len(studies) - len(base.leads) - concepts
    further = sum(bool(study.companion_of) for study in studies)
    return [
        Stage(
            "Works on record",
            len(base.references),
            (
                ("leads: no result was seen", len(base.leads)),
                ("papers on ideas, without a result", concepts),
                ("other works that pages cite", others),
                (_not_recorded(base, Sought.STUDIES), None),
            ),
        ),
        Stage(
            "Studies coded",
            len(studies),
            (("without a result that points one way", len(studies) - len(clear)),),
        ),
        Stage(
            "Studies with a result",
            len(clear),
            (
                ("without a number", len(clear) - len(numbered)),
                ("further reports of a study, among all coded", further),
            ),
        ),
        Stage("Studies with a number", len(numbered), (("without an interval", len(numbered) - len(exact)),)),
        Stage(
            "Studies with a number and its interval",
            len(exact),
            (("in no set of results", len(exact) - len(in_sets)),),
        ),
        Stage(
            "Studies in a set of results",
            len(in_sets),
            (("in sets that are not pooled", len(in_sets) - len(pooled)),),
        ),
        Stage("Studies pooled", len(pooled)),
    ]


def policy_flow(base: EvidenceBase) -> list[Stage]:
    """List the steps of policies; each number is at most the one before."""
    policies = list(base.policies.values())
    acting = [policy for policy in policies if policy.actions]
    looked_at = [policy for policy in acting if policy.was_looked_at]
    evaluated = [policy for policy in looked_at if policy.evaluation]
    return [
        Stage(
            "Policies on record",
            len(policies),
            (
                ("no action was seen", len(policies) - len(acting)),
                (_not_recorded(base, Sought.POLICIES), None),
            ),
        ),
        Stage(
            "Policies with an action",
            len(acting),
            (("neither an evaluation nor monitoring figures were seen", len(acting) - len(looked_at)),),
        ),
        Stage(
            "Policies with an evaluation or monitoring figures",
            len(looked_at),
            (("monitoring figures only", len(looked_at) - len(evaluated)),),
        ),
        Stage("Policies with an evaluation", len(evaluated)),
    ]


def pooled_studies(pools: Mapping[str, PoolResult]) -> set[str]:
    """Name the coded studies that stand in a pooled value."""
    return {member.study.key for result in pools.values() for member in result.in_pool if member.study}


def _not_recorded(base: EvidenceBase, of: Sought) -> str:
    return BEFORE_LOGS if any(log.of is of for log in base.searches.values()) else NOT_RECORDED


def _any(study: Study, holds: Callable[[Outcome], bool]) -> bool:
    return any(holds(outcome) for outcome in study.outcomes)


def _is_exact(outcome: Outcome) -> bool:
    return outcome.has_number and outcome.has_interval
