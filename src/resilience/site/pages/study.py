"""The facts of the page of one study."""

from dataclasses import dataclass

from resilience.records.study import Outcome, Study
from resilience.records.vocabulary import Clear, Design
from resilience.site.pages import words
from resilience.site.pages.common import (
    History,
    Pages,
    Work,
    direction_tag,
    domains_of,
    history_of,
    results_in_words,
    work_in_full,
)
from resilience.site.wording.values import FactsPage, Link, Passage, Tag, Text

OBSERVATIONAL = (Design.COHORT, Design.CROSS_SECTIONAL)


@dataclass(frozen=True)
class Result:
    """One result, a row of the table."""

    measure: str
    better: str | None
    outcome: Link
    direction: Tag
    is_clear: bool | None
    number: str
    follow_up: str | None
    note: str


@dataclass(frozen=True)
class ShownNotice:
    """What a journal or publisher announced of the study."""

    status: str
    on: str
    link: Link
    says: str


@dataclass(frozen=True)
class StudyFacts:
    """What was studied, what was found, how good it is and where that was read."""

    title: str
    summary: str
    work: Work
    notice: ShownNotice | None
    is_observational: bool
    cautions: tuple[str, ...]
    activities: tuple[Link, ...]
    domains: tuple[str, ...]
    themes: tuple[str, ...]
    of_exposure: bool
    intervention: str
    comparator: str
    population: str
    where: str
    design: str
    comparison: str
    is_opposite: bool
    sample_size: int | None
    included_studies: int | None
    tally: str
    results: tuple[Result, ...]
    tells_when: bool
    has_notes: bool
    quality: str | None
    inequality: str | None
    companion_of: Link | Text | None
    companions: tuple[Link, ...]
    sets: tuple[Link, ...]
    codes: int
    """Codes behind its votes that two passes gave, working apart."""
    differed: int
    """Those of them that differed."""
    history: History


def study_page(pages: Pages, study: Study) -> FactsPage:
    """Give the page of a study."""
    work = pages.base.references[study.key]
    title = work.title or words.NO_TITLE
    domains = domains_of(pages, study.types, study.domains)
    return FactsPage(
        title=title,
        kind="Study",
        passage=Passage("pages/study", _facts(pages, study, title, domains)),
        description=study.summary,
        domains=domains,
    )


def _facts(pages: Pages, study: Study, title: str, domains: tuple[str, ...]) -> StudyFacts:
    themes = {theme.slug: theme.label for theme in pages.base.taxonomy.themes}
    codes = pages.coded_twice.get(study.key, [])
    return StudyFacts(
        title=title,
        summary=study.summary,
        work=work_in_full(pages.base.references[study.key]),
        notice=_notice(study),
        is_observational=study.design in OBSERVATIONAL,
        cautions=study.provenance.cautions,
        activities=tuple(pages.type_link(slug) for slug in study.types),
        domains=tuple(pages.base.domains[slug].label for slug in domains),
        themes=tuple(themes[slug] for slug in study.themes),
        of_exposure=study.of_exposure,
        intervention=words.sentence(study.intervention),
        comparator=words.sentence(study.comparator or ""),
        population=words.sentence(study.population or ""),
        where="; ".join(part for part in (study.country_note, study.setting) if part),
        design=study.design.label,
        comparison=study.comparison.label,
        is_opposite=study.is_opposite,
        sample_size=study.sample_size,
        included_studies=study.included_studies,
        tally=results_in_words(study),
        results=tuple(_result(pages, study, outcome) for outcome in study.outcomes),
        tells_when=any(outcome.follow_up for outcome in study.outcomes),
        has_notes=any(outcome.note for outcome in study.outcomes),
        quality=words.sentence(study.quality) if study.quality else None,
        inequality=words.sentence(study.inequality) if study.inequality else None,
        companion_of=pages.work_link(study.companion_of) if study.companion_of else None,
        companions=tuple(pages.study_link(other.key) for other in pages.joins.companions.get(study.key, [])),
        sets=_sets(pages, study),
        codes=len(codes),
        differed=sum(not code.agreed for code in codes),
        history=history_of(pages, f"studies/{study.key}", title, study.provenance),
    )


def _notice(study: Study) -> ShownNotice | None:
    notice = study.notice
    if study.status is None or notice is None:
        return None
    return ShownNotice(
        study.status.label, words.day(notice.on), Link("the notice", url=notice.url), notice.says or ""
    )


def _result(pages: Pages, study: Study, outcome: Outcome) -> Result:
    return Result(
        measure=words.sentence(outcome.measure),
        better=outcome.better.label.lower() if outcome.better else None,
        outcome=pages.outcome_link(outcome.category),
        direction=direction_tag(study, outcome),
        is_clear=None if outcome.clear is Clear.NOT_TOLD else outcome.clear is Clear.YES,
        number=words.effect(outcome.effect),
        follow_up=words.sentence(outcome.follow_up) if outcome.follow_up else None,
        note=words.sentence(outcome.note or ""),
    )


def _sets(pages: Pages, study: Study) -> tuple[Link, ...]:
    slugs = dict.fromkeys(outcome.pool for outcome in study.outcomes if outcome.pool in pages.base.pools)
    return tuple(pages.pool_link(slug) for slug in slugs if slug)
