"""What follows from one state of the evidence, as plain values that can be held against another state."""

from collections.abc import Iterable, Iterator, Mapping
from math import exp
from typing import NamedTuple, TypeAlias

from resilience.appraisal import Tier
from resilience.checks import Problem
from resilience.findings import Findings
from resilience.findings.answers import size_told
from resilience.findings.pools import PoolResult
from resilience.findings.ratings import RatedCell
from resilience.matching import Decision
from resilience.planning.from_records.example import example_walk
from resilience.planning.from_records.plans import Plans
from resilience.records.coding import CodedText
from resilience.records.english import count, listing, number
from resilience.records.vocabulary import Level, MatchStatus

SUGGESTED = {
    Decision.AUTO: "suggested, sure enough to stand",
    Decision.REVIEW: "suggested, for a person to look at",
    Decision.NONE: "suggested to fit no type",
}
SETTLED = {
    MatchStatus.CODED: "coded",
    MatchStatus.APPROVED: "approved",
    MatchStatus.DISPUTED: "disputed",
    MatchStatus.REJECTED: "rejected",
}
TIERS = {Tier.LEADS: "leads", Tier.MIDDLE: "middle", Tier.CANNOT_TELL: "cannot tell"}


class Fired(NamedTuple):
    """A rule that gave a level: its name in words, what it saw, and the level after it."""

    rule: str
    says: str
    level: str


class CellFound(NamedTuple):
    """What the evidence says of an activity and a group of outcomes."""

    type: str
    """Label of the activity."""
    group: str
    is_main: bool
    level: str
    fired: tuple[Fired, ...]
    others: tuple[tuple[str, str], ...]
    """The other tables of rules, each with the level by it."""
    size: str | None
    counted: tuple[str, ...]
    """Keys of the studies with a result."""

    @property
    def grounds(self) -> tuple[str, str | None, tuple[str, ...]]:
        """Give what a written answer stands on."""
        return self.level, self.size, self.counted


Cells: TypeAlias = Mapping[tuple[str, str], CellFound]
"""What the evidence says, by activity type and group of outcomes."""


class PoolFound(NamedTuple):
    """What a set of results says, and whose results are in it."""

    title: str
    says: str
    members: tuple[str, ...]


class TextFound(NamedTuple):
    """The types of a free text, and how sure they are."""

    status: str
    types: tuple[str, ...]
    """Labels of the types."""

    @property
    def says(self) -> str:
        """Say both as a clause."""
        types = listing([f"“{one}”" for one in self.types]) or "no type"
        return f"{types} ({self.status})"


class RankFound(NamedTuple):
    """A place in a ranking, from 1 on, and the tier."""

    place: int
    of: int
    tier: str


class AnswerFound(NamedTuple):
    """A written answer: the groups of outcomes that it speaks of, and whether it waits to be looked at."""

    outcomes: tuple[str, ...]
    waits: bool


class PageFound(NamedTuple):
    """A page of a record, and a digest of what it says."""

    title: str
    digest: str


class Follows(NamedTuple):
    """All that follows from one state of the evidence."""

    cells: Cells
    pools: Mapping[str, PoolFound]
    texts: Mapping[tuple[str, str], TextFound]
    """By record and text."""
    ranks: Mapping[tuple[str, str], RankFound]
    """By neighbourhood of the programme and activity, for the outcomes that its work was about."""
    labels: Mapping[str, str]
    """Of activity types and neighbourhoods."""
    answers: Mapping[str, AnswerFound]


class State(NamedTuple):
    """One state of the evidence: its problems, and what follows from it; None where it can't be told."""

    problems: tuple[Problem, ...]
    follows: Follows | None = None
    pages: Mapping[str, PageFound] = {}
    why_not: str = ""
    """Why nothing is told of what follows."""
    lacks: str = ""
    """The file for want of which nothing can be told; empty where it is something else, or nothing."""


def state_of(findings: Findings, plans: Plans) -> Follows:
    """Work out what follows from an evidence base. Raises EvidenceError where it can't be read."""
    base = findings.base
    labels = {slug: one.label for slug, one in base.types.items()}
    labels |= {slug: place.name for slug, place in base.neighbourhoods.items()}
    return Follows(
        cells=cells_of(findings),
        pools={slug: _pool(result) for slug, result in findings.pools.items()},
        texts=dict(_texts(findings)),
        ranks=dict(_ranks(findings, plans)),
        labels=labels,
        answers={
            slug: AnswerFound(
                (
                    *(aim.outcome for aim in base.answers[slug].aims),
                    *(one.outcome for one in base.answers[slug].activity.beside),
                ),
                bool(answer.moves),
            )
            for slug, answer in findings.answers.items()
        },
    )


def cells_of(findings: Findings) -> Cells:
    """Work out levels and sizes."""
    return {
        (slug, group): _cell(findings, cell)
        for slug, rated in findings.ratings.all().items()
        for group, cell in rated.cells.items()
    }


def _cell(findings: Findings, cell: RatedCell) -> CellFound:
    rules = findings.base.rating
    tables = {table.slug for table in rules.tables}
    caps = {cap.slug.value: f"the cap on {cap.label}" for cap in rules.caps}
    return CellFound(
        type=cell.type.label,
        group=cell.group.label,
        is_main=cell.is_main,
        level=rules.of_level[cell.level].label,
        fired=tuple(
            Fired(caps.get(step.rule, "the votes"), step.sentence, rules.of_level[step.level].label)
            for step in cell.rating.steps
            if step.fired and step.level
        ),
        others=tuple(
            (one.label, rules.of_level[one.level].label) for one in cell.readings if one.slug in tables
        ),
        size=size_told(findings.size_of(cell)) if cell.level is not Level.NONE else None,
        counted=tuple(sorted({key for vote in cell.votes for key in (vote.reports or (vote.key,))})),
    )


def _pool(result: PoolResult) -> PoolFound:
    pool = result.definition
    members = tuple(sorted(f"{one.label}: {one.measure}" for one in result.members if not one.why_not))
    return PoolFound(pool.title, _pooled(result) or _not_pooled(result), members)


def _pooled(result: PoolResult) -> str:
    """Give the pooled value with its interval on the scale that is read; nothing where none is pooled."""
    lead, metric = result.headline, result.definition.metric
    if lead is None or metric is None:
        return ""
    read = exp if metric.is_ratio else float
    value, low, high = (
        number(float(f"{read(one):.3g}")) for one in (lead.estimate, lead.ci_low, lead.ci_high)
    )
    return f"{metric.label} {value}, 95% interval {low} to {high}, {count(lead.k, 'effect')}"


def _not_pooled(result: PoolResult) -> str:
    use = result.definition.use.label
    if result.refused:
        return f"not pooled: {' '.join(one.sentence for one in result.against)}"
    return f"{use[:1].lower()}{use[1:]}"


def _texts(findings: Findings) -> Iterator[tuple[tuple[str, str], TextFound]]:
    base = findings.base
    records: Iterable[tuple[str, Iterable[CodedText]]] = (
        *((f"policies/{one.slug}", one.actions) for one in base.policies.values()),
        *((f"neighbourhoods/{one.slug}", one.activities) for one in base.all_neighbourhoods.values()),
    )
    for record, texts in records:
        for text in texts:
            yield (record, text.text), _text(findings, record.partition("/")[2], text)


def _text(findings: Findings, slug: str, text: CodedText) -> TextFound:
    types = findings.base.types

    def labels(slugs: Iterable[str]) -> tuple[str, ...]:
        return tuple(types[one].label for one in slugs)

    typed = findings.joins.typed_of(slug, text)
    if typed.status is MatchStatus.UNCODED:
        found = findings.suggestions.of(text.text)
        return TextFound(SUGGESTED[found.decision], labels(one.type for one in found.types))
    return TextFound(SETTLED[typed.status], labels(typed.types))


def _ranks(findings: Findings, plans: Plans) -> Iterator[tuple[tuple[str, str], RankFound]]:
    for slug, place in findings.base.neighbourhoods.items():
        ranking, _ = plans.of(example_walk(findings, place)).ranked
        ranked = ranking.ranked if ranking else ()
        for position, one in enumerate(ranked, start=1):
            yield (slug, one.option.slug), RankFound(position, len(ranked), TIERS[one.tier])
