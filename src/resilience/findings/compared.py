"""Activities beside each other by what they may change: ranked for one group of outcomes, and their sizes.

The order is that of the levels in `rating.yml`: how sure we are comes first. Among activities of one level
those that are done for the group come first, then those with the larger size as far as sizes share a measure
(pairs in 100), then those with more studies. No sizes on different scales are ever compared.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from resilience.findings.effect_panels import Drawn, Panel, effect_panels
from resilience.findings.headline import Headline
from resilience.findings.headline_choice import Chosen, chosen
from resilience.findings.joins import StudiedOutcome
from resilience.findings.ratings import RatedCell
from resilience.findings.size_words import NoSize
from resilience.findings.view import Findings
from resilience.records.vocabulary import Better, Level, Metric
from resilience.synthesis import Estimate, pairs_in_100

COMPARABLE = (None, NoSize.NO_RISK, NoSize.COMMON_RATE)
"""Where no size is told for these reasons, the number can be compared with others like it all the same."""


@dataclass(frozen=True)
class Compared:
    """An activity as it stands beside others that may change one group of outcomes."""

    cell: RatedCell
    says: str | None
    """The written sentence on the group; None where the activity is not done for it."""
    size: Headline
    pairs: float | None
    """In how many of 100 pairs the person with the activity is better off; None where not told so."""
    studies: tuple[str, ...]
    """Keys of all studies of the activity with a result on the group."""
    in_uk: int

    @property
    def slug(self) -> str:
        """Give the slug of the activity type."""
        return self.cell.type.slug


@dataclass(frozen=True)
class SharedPanel:
    """Sizes that share a measure, and the activities whose size each of them is."""

    panel: Panel
    types: tuple[tuple[str, ...], ...]
    """For each result of the panel, the slugs of its activity types."""


def compared(findings: Findings, group: str) -> tuple[Compared, ...]:
    """Rank the activities that are done for a group of outcomes or were studied for it, the surest first.

    Raises KeyError where there is no such group.
    """
    levels = [level.slug for level in findings.base.rating.levels]
    found = [_compared(findings, cell) for cell in _cells(findings, group)]
    return tuple(
        sorted(
            found,
            key=lambda one: (
                levels.index(one.cell.level),
                not one.cell.is_main,
                -(one.pairs or 0),
                -len(one.studies),
            ),
        )
    )


def shared_panels(findings: Findings, group: str) -> tuple[SharedPanel, ...]:
    """Give the sizes of activities that can stand on one axis, for each measure that two of them share."""
    types: dict[tuple[str, int], list[str]] = {}
    results: list[StudiedOutcome] = []
    for cell in _cells(findings, group):
        found = _chosen(findings, cell)
        if found and not found.result.study.is_opposite and found.said.why_not in COMPARABLE:
            result = StudiedOutcome(found.result.study, found.result.outcome)
            # Two activities may rest on one result, which is drawn once.
            holders = types.setdefault(_name(result), [])
            if not holders:
                results.append(result)
            holders.append(cell.type.slug)
    panels, _ = effect_panels(findings.base, results)
    return tuple(
        SharedPanel(panel, tuple(tuple(types[_name(one)]) for one in panel.results)) for panel in panels
    )


def _name(result: StudiedOutcome | Drawn) -> tuple[str, int]:
    return result.study.key, result.study.outcomes.index(result.outcome)


def _cells(findings: Findings, group: str) -> Iterator[RatedCell]:
    for slug in findings.base.types:
        cell = findings.ratings.of(slug).cells[group]
        if cell.is_main or cell.level is not Level.NONE:
            yield cell


def _compared(findings: Findings, cell: RatedCell) -> Compared:
    slug, group = cell.type.slug, cell.group.slug
    written = findings.answers.get(slug)
    sentences = {aim.outcome: aim.says for aim in written.aims} if written else {}
    studies = findings.answers.grounds(slug, group).counted
    return Compared(
        cell=cell,
        says=sentences.get(group),
        size=findings.size_of(cell),
        pairs=_pairs(_chosen(findings, cell)),
        studies=studies,
        in_uk=sum(findings.base.studies[key].in_uk for key in studies),
    )


def _chosen(findings: Findings, cell: RatedCell) -> Chosen | None:
    return None if cell.level is Level.NONE else chosen(findings.base, cell)


def _pairs(found: Chosen | None) -> float | None:
    if found is None or not found.said.size or found.result.study.is_opposite:
        return None
    result = found.result
    if result.effect.metric is not Metric.SMD:
        return None
    towards = result.value if result.outcome.better is Better.HIGHER else -result.value
    return pairs_in_100(Estimate(towards)).value
