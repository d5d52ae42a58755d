"""Tables of studies and of policies, as they stand on index pages and on the pages of activities."""

from collections.abc import Iterable

from resilience.records.policy import Policy
from resilience.records.study import Study
from resilience.site.pages import words
from resilience.site.pages.blocks import Line, Link, Table, table
from resilience.site.pages.common import Pages, results_in_words, study_where

StudyRow = tuple[Link, str, str, str, str]
"""A study, its title, its design, where it was done, and its results by direction."""


def study_rows(pages: Pages, studies: Iterable[Study]) -> tuple[StudyRow, ...]:
    """Give the rows of a table of studies, by authors and year."""
    works = pages.base.references
    return tuple(
        (
            pages.study_link(study.key),
            works[study.key].title or words.NO_TITLE,
            study.design.label,
            study_where(study),
            results_in_words(study),
        )
        for study in sorted(studies, key=lambda study: pages.base.cited[study.key].lower())
    )


def policy_table(pages: Pages, caption: str, policies: Iterable[Policy]) -> Table:
    """Tabulate policies by title."""
    rows: list[tuple[Line, ...]] = [
        (
            Link(policy.title, f"policies/{policy.slug}"),
            pages.council_link(policy.council),
            pages.base.councils[policy.council].nation,
            words.years(policy.year_start, policy.year_end) or "Years not seen",
            ", ".join(pages.base.types[slug].label for slug in pages.joins.types_of(policy)),
        )
        for policy in sorted(policies, key=lambda policy: policy.title.lower())
    ]
    return table(caption, ("Policy", "Council", "Nation", "When", "Activities"), rows)
