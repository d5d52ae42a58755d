"""The performance matrix: what is known of each activity, before any score.

After chapter 5 of Department for Communities and Local Government. Multi-criteria analysis: a manual. London
2009. Size, cost and who could tell how are for a group to read; they give no points.
"""

from dataclasses import dataclass

from resilience.appraisal.options import Option, Rules
from resilience.findings.costs import Cost, costs_of
from resilience.findings.ratings import RatedCell
from resilience.findings.view import Findings
from resilience.records.policy import Policy
from resilience.records.vocabulary import Level, Nation

NAMED = 3
"""How many councils are named; those with an evaluation first."""


@dataclass(frozen=True)
class Happens:
    """What happens to one group of outcomes, how sure that is, and how much it is."""

    level: Level
    label: str
    counted: int
    """Evaluations and reviews with a result on it."""
    is_aim: bool
    size: str
    """How much, in words, or why no size is given; empty where nobody studied it."""
    cautions: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """What is known of an activity, wherever it takes place."""

    option: Option
    happens: dict[str, Happens]
    """By group of outcomes, those that it is done for or was studied for."""
    cost: Cost | None
    tellers: tuple[Policy, ...]
    """A policy each of some councils that could tell how it is done."""
    councils: int
    """How many councils of the UK are on record with it."""
    done_by: tuple[str, ...]
    """Slugs of the programme's neighbourhoods on record with it."""


def rules_of(findings: Findings) -> Rules:
    """Give the rules of `appraisal.yml` as plain values."""
    rules = findings.base.appraisal
    return Rules(
        bands={one.level.value: (one.band.low, one.band.high) if one.band else None for one in rules.levels},
        not_an_aim=(rules.not_an_aim.low, rules.not_an_aim.high),
        top=rules.tiers.top,
        top_share=rules.tiers.top_share,
        leads_at=rules.tiers.leads_at,
        tries=rules.tries.number,
        weight_factor=rules.tries.weight_factor,
        link_doubt=rules.tries.link_doubt,
    )


def options_of(findings: Findings, nation: Nation | None = None) -> list[Option]:
    """Give every activity type with what speaks for it in a nation, in the order of the code frame.

    Without a nation no figure tells a need.
    """
    needs = findings.base.appraisal.needs if nation else ()
    linked = {one.type: one.figures.of(nation) for one in needs if nation}
    tables = [table.slug for table in findings.base.rating.tables]
    found = []
    for slug, type_ in findings.base.types.items():
        rated = [findings.ratings.of(slug, table).cells for table in tables]
        levels = {
            group: tuple(cells[group].level.value for cells in rated)
            for group in rated[0]
            if rated[0][group].level is not Level.NONE
        }
        found.append(Option(slug, type_.label, linked.get(slug, ()), type_.main_outcomes, levels))
    return found


def matrix(findings: Findings) -> list[Row]:
    """Give what is known of every activity type, in the order of the code frame."""
    return [_row(findings, option) for option in options_of(findings)]


def _row(findings: Findings, option: Option) -> Row:
    policies = findings.joins.policies_by_type.get(option.slug, [])
    did = {one.neighbourhood.slug for one in findings.joins.activities_by_type.get(option.slug, [])}
    cells = findings.ratings.of(option.slug).cells
    return Row(
        option=option,
        happens={
            group: _happens(findings, cell) for group, cell in cells.items() if option.is_about([group])
        },
        cost=_cost(findings, option.slug),
        tellers=_tellers(policies),
        councils=len({policy.council for policy in policies}),
        done_by=tuple(slug for slug in findings.base.neighbourhoods if slug in did),
    )


def _happens(findings: Findings, cell: RatedCell) -> Happens:
    size = findings.size_of(cell)
    is_studied = cell.level is not Level.NONE
    return Happens(
        level=cell.level,
        label=size.how_sure,
        counted=len(cell.votes),
        is_aim=cell.is_main,
        size=size.says_shortly if is_studied else "",
        cautions=size.cautions if is_studied else (),
    )


def _cost(findings: Findings, slug: str) -> Cost | None:
    """Give the sum of money that leads the results on cost; None where there is none."""
    years = {key: work.year or 0 for key, work in findings.base.references.items()}
    costs = costs_of(slug, findings.joins.studies_by_type.get(slug, []), years)
    return next((cost for cost in costs if cost.is_money), None)


def _tellers(policies: list[Policy]) -> tuple[Policy, ...]:
    """Choose a policy each of some councils: evaluated, then monitored, then the newest."""
    best = sorted(
        policies,
        key=lambda one: (not one.evaluation, not one.monitoring, -(one.year_start or 0), one.slug),
    )
    firsts: dict[str, Policy] = {}
    for policy in best:
        firsts.setdefault(policy.council, policy)
    return tuple(firsts.values())[:NAMED]
