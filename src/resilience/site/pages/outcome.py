"""The facts of the page of one outcome category: what may change it, and studies with a result on it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from resilience.findings.compared import compared
from resilience.findings.votes import direction_for
from resilience.records.study import Outcome
from resilience.records.taxonomy import OutcomeCategory
from resilience.records.vocabulary import Level
from resilience.site.pages.common import Cited, Pages, directions_in_words, last_change
from resilience.site.wording.values import FactsPage, Link, Passage

ByStudy = dict[str, list[Outcome]]


@dataclass(frozen=True)
class StudyResults:
    """The results of one study on the outcome, a row of the table."""

    study: Link
    activities: tuple[str, ...]
    measured: tuple[str, ...]
    tally: str


@dataclass(frozen=True)
class Results:
    """Results of studies, and which way they point."""

    count: int
    tally: str
    studies: tuple[StudyResults, ...]


@dataclass(frozen=True)
class Sentence:
    """The written sentence on an activity that is done for the outcome's group."""

    activity: Link
    says: str


@dataclass(frozen=True)
class OutcomeFacts:
    """What is said of activities, and the results, those of activities apart from what people live with."""

    title: str
    definition: str
    group: Link | None
    """The page that compares the activities; None for an outcome in no group."""
    sentences: tuple[Sentence, ...]
    of_activities: Results
    of_exposures: Results
    cited: Cited


def outcome_page(pages: Pages, category: OutcomeCategory) -> FactsPage:
    """Give the page of an outcome."""
    by_study: ByStudy = defaultdict(list)
    for study, outcome in pages.joins.results_by_category.get(category.slug, []):
        by_study[study.key].append(outcome)
    met = {key: outcomes for key, outcomes in by_study.items() if pages.base.studies[key].of_exposure}
    done = {key: outcomes for key, outcomes in by_study.items() if key not in met}
    facts = OutcomeFacts(
        title=category.label,
        definition=category.definition,
        group=pages.problem_link(category.group) if category.group else None,
        sentences=tuple(_sentences(pages, category.group)) if category.group else (),
        of_activities=_results(pages, done),
        of_exposures=_results(pages, met),
        cited=Cited(
            f"outcomes/{category.slug}",
            category.label,
            last_change(pages.base.studies[key].provenance for key in by_study),
        ),
    )
    return FactsPage(
        title=category.label,
        kind="Outcome",
        passage=Passage("pages/outcome", facts),
        description=category.definition,
    )


def _sentences(pages: Pages, group: str) -> Iterator[Sentence]:
    for one in compared(pages, group):
        if one.says and one.cell.level is not Level.NONE:
            yield Sentence(pages.type_link(one.slug), one.says)


def _results(pages: Pages, by_study: ByStudy) -> Results:
    rows = tuple(_row(pages, key, outcomes) for key, outcomes in by_study.items())
    return Results(
        count=sum(map(len, by_study.values())),
        tally=_tally(pages, by_study),
        studies=rows,
    )


def _row(pages: Pages, key: str, outcomes: list[Outcome]) -> StudyResults:
    return StudyResults(
        study=pages.study_link(key),
        activities=tuple(pages.base.types[slug].label for slug in pages.base.studies[key].types),
        measured=tuple(outcome.measure for outcome in outcomes),
        tally=_tally(pages, {key: outcomes}),
    )


def _tally(pages: Pages, by_study: ByStudy) -> str:
    """Count results by direction; what people live with goes with something, an activity does it."""
    studies = [pages.base.studies[key] for key in by_study]
    found = [direction_for(study, one) for study in studies for one in by_study[study.key]]
    return directions_in_words(found, of_exposure=any(study.of_exposure for study in studies))
