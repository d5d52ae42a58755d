"""How studies vote: one vote an evaluation and group of outcomes, of main results, from studies on topic."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from resilience.evidence import EvidenceBase
from resilience.rating import Vote
from resilience.records.amends import StudyStatus
from resilience.records.rating import RatingRules
from resilience.records.study import Outcome, Study
from resilience.records.vocabulary import (
    Bias,
    Clear,
    Comparison,
    Design,
    Direction,
    Estimand,
    OnTopic,
    Read,
    Tier,
)

WITHDRAWN = {
    StudyStatus.RETRACTED: "it was retracted",
    StudyStatus.CONCERN: "it is under an expression of concern",
}
"""Both count nowhere: a level that hangs on a study in doubt could not be trusted."""
TURNED = {Direction.BENEFIT: Direction.HARM, Direction.HARM: Direction.BENEFIT}


class LeftOut(NamedTuple):
    """A study that does not vote on an activity, and why."""

    study: Study
    why: str


class Result(NamedTuple):
    """One result as it votes: its study, what it says, and the tier of its comparison."""

    study: Study
    outcome: Outcome
    direction: Direction
    tier: Tier


class Votes:
    """The votes of one evidence base, by activity type and column: a group of outcomes, or one outcome."""

    def __init__(self, base: EvidenceBase) -> None:
        """Take the evidence base."""
        self._base = base
        self._tiers = tiers_of(base.rating)
        self._share = base.rating.share_of_results

    def of(self, slug: str, studies: Iterable[Study]) -> dict[str, list[Vote]]:
        """Give the votes on an activity, by column; columns without any are not among them."""
        return self._by_column(slug, [study for study in studies if not why_left_out(study, slug)])

    def of_exposures(self, slug: str, studies: Iterable[Study]) -> dict[str, list[Vote]]:
        """Give, in the same form, what living with something goes with; it votes on no activity."""
        met = [study for study in studies if study.of_exposure and not study.is_off_topic(slug)]
        return self._by_column(slug, met)

    def _by_column(self, slug: str, studies: Iterable[Study]) -> dict[str, list[Vote]]:
        columns: dict[str, dict[str, list[Result]]] = defaultdict(lambda: defaultdict(list))
        for study in studies:
            name = evaluation_of(self._base.studies, study)
            for outcome in study.outcomes:
                if speaks_to(outcome, slug):
                    column = column_of(self._base, outcome.category)
                    columns[column][name].append(result_for(study, outcome, self._tiers))
        return {
            column: [self._vote(name, results, slug) for name, results in evaluations.items()]
            for column, evaluations in columns.items()
        }

    def _vote(self, name: str, results: Sequence[Result], slug: str) -> Vote:
        voting = voting_of(results)
        tier = voting[0].tier
        direction = joint_direction([result.direction for result in voting], self._share)
        studies = {result.study.key: result.study for result in voting}.values()
        return Vote(
            key=name,
            tier=tier,
            direction=direction,
            clear=_joint_clear([one.outcome.clear for one in voting if one.direction is direction]),
            reports=tuple(sorted({result.study.key for result in results})),
            similar=any(is_similar(study, self._base.rating) for study in studies),
            abstract_only=all(study.provenance.read is not Read.FULL_TEXT for study in studies),
            weak=any(study.bias is Bias.HIGH for study in studies),
            stand_in=all(study.on_topic.get(slug) is OnTopic.PART for study in studies),
            team=frozenset(author for study in studies for author in _authors(self._base, study)),
            year=max((self._base.references[study.key].year or 0 for study in studies), default=0),
            size=max((study.included_studies or 0 for study in studies), default=0),
            is_systematic=all(study.design is not Design.SCOPING_REVIEW for study in studies),
            includes=frozenset(key for study in studies for key in study.includes),
        )


def voting_of(results: Sequence[Result]) -> Sequence[Result]:
    """Let the results of the best comparison vote, main results before those of a part of the people."""
    once = [one for one in results if one.outcome.estimand is not Estimand.REPEAT] or results
    tier = min((result.tier for result in once), key=list(Tier).index)
    same = [result for result in once if result.tier is tier]
    return [result for result in same if result.outcome.estimand is Estimand.MAIN] or same


def column_of(base: EvidenceBase, category: str) -> str:
    """Give the group of an outcome category, or the category itself where it is in no group."""
    return base.outcomes[category].group or category


def columns_of(base: EvidenceBase) -> dict[str, str]:
    """Give every column with its label: the groups, then what is in no group."""
    alone = {slug: category.label for slug, category in base.outcomes.items() if not category.group}
    return {slug: group.label for slug, group in base.outcome_groups.items()} | alone


def joint_direction(directions: Sequence[Direction], share: Fraction) -> Direction:
    """Give one direction for several results on one group of outcomes, so that an evaluation votes once.

    After Boon MH, Thomson H. The effect direction plot revisited. Res Synth Methods 2021;12:29-33: the
    direction of enough of the results, else mixed. Results that name no side are not among them.
    """
    told = [direction for direction in directions if direction.is_told]
    if not told:
        return Direction.NOT_TOLD
    direction, count = Counter(told).most_common(1)[0]
    return direction if count >= share * len(told) else Direction.MIXED


def _joint_clear(found: Sequence[Clear]) -> Clear:
    """Say that a vote is clear where one of its results is, and not clear where all say so."""
    if Clear.YES in found:
        return Clear.YES
    return Clear.NO if found and set(found) == {Clear.NO} else Clear.NOT_TOLD


def direction_for(study: Study, outcome: Outcome) -> Direction:
    """Say what a result says of the activity: turned over where the opposite of it was studied."""
    return TURNED.get(outcome.direction, outcome.direction) if study.is_opposite else outcome.direction


def result_for(study: Study, outcome: Outcome, tiers: Mapping[Comparison, Tier]) -> Result:
    """Give a result as it votes; `tiers` are those of `tiers_of`."""
    tier = tiers[study.comparison_of(outcome)]
    return Result(study, outcome, direction_for(study, outcome), tier)


def why_left_out(study: Study, slug: str) -> str | None:
    """Say why a study does not vote on an activity that it carries; None where it does."""
    if study.status:
        return WITHDRAWN[study.status]
    if study.of_exposure:
        return "it is of something that people live with, not of an activity"
    if study.is_off_topic(slug):
        return "it did not study this activity"
    return None


def speaks_to(outcome: Outcome, slug: str) -> bool:
    """Say whether a result speaks to an activity that its study carries."""
    return outcome.for_types is None or slug in outcome.for_types


def evaluation_of(studies: Mapping[str, Study], study: Study) -> str:
    """Name the evaluation that a study reports; a study that stands alone is its own."""
    main = studies.get(study.companion_of or "", study)
    return study.evaluation or main.evaluation or main.key


def tiers_of(rules: RatingRules) -> dict[Comparison, Tier]:
    """Give the tier of each comparison."""
    return {comparison: tier.slug for tier in rules.tiers for comparison in tier.comparisons}


def is_similar(study: Study, rules: RatingRules) -> bool:
    """Say whether a study was done, wholly or in part, in the UK or a place like it."""
    return any(code[:2] == "GB" or code in rules.similar_countries for code in study.countries)


def has_result(study: Study) -> bool:
    """Say whether the direction of any result was told."""
    return any(outcome.direction.is_told for outcome in study.outcomes)


def _authors(base: EvidenceBase, study: Study) -> tuple[str, ...]:
    work = base.references.get(study.key)
    return work.named_authors if work else ()
