"""The page of one outcome category: which studies have a result on it."""

from collections import defaultdict

from ...records.study import Outcome
from ...records.taxonomy import OutcomeCategory
from . import words
from .blocks import Block, Line, Page, paragraph, present, section, table
from .common import Pages, directions_in_words


def outcome_page(pages: Pages, category: OutcomeCategory) -> Page:
    """Lay out the results on one outcome, study by study."""
    results = pages.joins.results_by_category.get(category.slug, [])
    by_study: dict[str, list[Outcome]] = defaultdict(list)
    for study, outcome in results:
        by_study[study.key].append(outcome)
    tally = (
        f"{words.count(len(results), 'result')} from {words.count(len(by_study), 'study', 'studies')}: "
        f"{directions_in_words(outcome for _, outcome in results)}."
    )
    blocks: list[Block | None] = [
        paragraph(category.definition, "lede"),
        section("Results", "results", [paragraph(tally), _results(pages, by_study)]),
    ]
    return Page(
        title=category.label,
        kind="Outcome",
        blocks=present(blocks),
        description=category.definition,
    )


def _results(pages: Pages, by_study: dict[str, list[Outcome]]) -> Block:
    rows: list[tuple[Line, ...]] = [
        (
            pages.study_link(key),
            ", ".join(pages.base.types[slug].label for slug in pages.base.studies[key].types) or "Theme only",
            "; ".join(outcome.measure for outcome in outcomes),
            directions_in_words(outcomes),
        )
        for key, outcomes in by_study.items()
    ]
    return table(
        "Studies with a result on this outcome", ("Study", "Activities", "Measured", "Results"), rows
    )
