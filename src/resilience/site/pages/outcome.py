"""The page of one outcome category: which studies have a result on it."""

from collections import defaultdict

from resilience.findings.votes import direction_for
from resilience.records.study import Outcome
from resilience.records.taxonomy import OutcomeCategory
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Line, Page, paragraph, present, section, table
from resilience.site.pages.common import Pages, directions_in_words

LIVING = "What living with it goes with"


def outcome_page(pages: Pages, category: OutcomeCategory) -> Page:
    """Lay out the results on one outcome, those of activities apart from what people live with."""
    by_study: dict[str, list[Outcome]] = defaultdict(list)
    for study, outcome in pages.joins.results_by_category.get(category.slug, []):
        by_study[study.key].append(outcome)
    of = {key: pages.base.studies[key].of_exposure for key in by_study}
    done = {key: outcomes for key, outcomes in by_study.items() if not of[key]}
    met = {key: outcomes for key, outcomes in by_study.items() if of[key]}
    blocks: list[Block | None] = [
        paragraph(category.definition, "lede"),
        section("Results", "results", [paragraph(_tally(pages, done)), _results(pages, done)]),
        section(
            LIVING,
            "living",
            [paragraph(_tally(pages, met, "goes with ")), _results(pages, met, "goes with ")],
        )
        if met
        else None,
    ]
    return Page(
        title=category.label,
        kind="Outcome",
        blocks=present(blocks),
        description=category.definition,
    )


def _tally(pages: Pages, by_study: dict[str, list[Outcome]], before: str = "") -> str:
    results = [
        direction_for(pages.base.studies[key], outcome)
        for key, outcomes in by_study.items()
        for outcome in outcomes
    ]
    count = f"{words.count(len(results), 'result')} from {words.count(len(by_study), 'study', 'studies')}"
    return f"{count}: {directions_in_words(results, before)}." if results else f"{count}."


def _results(pages: Pages, by_study: dict[str, list[Outcome]], before: str = "") -> Block:
    rows: list[tuple[Line, ...]] = [
        (
            pages.study_link(key),
            ", ".join(pages.base.types[slug].label for slug in pages.base.studies[key].types) or "Theme only",
            "; ".join(outcome.measure for outcome in outcomes),
            directions_in_words([direction_for(pages.base.studies[key], one) for one in outcomes], before),
        )
        for key, outcomes in by_study.items()
    ]
    return table(
        "Studies with a result on this outcome", ("Study", "Activities", "Measured", "Results"), rows
    )
