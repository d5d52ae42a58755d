"""What the pages on the programme show from `programme.yml` and `survey.yml`."""

from dataclasses import dataclass

from resilience.records.english import count, spelled
from resilience.records.evaluation_design import Needs
from resilience.site.pages.common import Pages, Work, work_in_full
from resilience.site.wording.values import Drawing, Link, Passage, Text

TEMPLATE = "prose/programme"


@dataclass(frozen=True)
class Publication:
    """A work, and what it has to do with the programme."""

    work: Work
    note: str | None


@dataclass(frozen=True)
class SurveyStudy:
    """A paper that analyses the survey."""

    work: Link | Text
    design: str
    sample: str
    people: int | None
    said: tuple[str, ...]


def phases(pages: Pages, _: str) -> Passage:
    """Tell the phases in order."""
    items = sorted(pages.base.programme.phases, key=lambda phase: phase.number)
    rows = tuple((item.number, item.text, pages.source_line(item.source)) for item in items)
    return Passage(TEMPLATE, rows, "phases")


def roles(pages: Pages, _: str) -> Passage:
    """Tabulate who played which part."""
    rows = tuple(
        (role.name, role.definition, pages.source_line(role.source)) for role in pages.base.programme.roles
    )
    return Passage(TEMPLATE, rows, "roles")


def leaders(pages: Pages, _: str) -> Passage:
    """Tabulate named people and their parts."""
    rows = tuple(
        (item.name, item.role, item.affiliation, pages.source_line(item.source))
        for item in pages.base.programme.organisations.leads
    )
    return Passage(TEMPLATE, rows, "leaders")


def framework(pages: Pages, version: str) -> Passage:
    """Tabulate one version of the framework: `domains` or `properties`.

    Raises KeyError for any other version.
    """
    return {"domains": _domains, "properties": _properties}[version](pages)


def _domains(pages: Pages) -> Passage:
    types = pages.base.types.values()
    rows = tuple(
        (domain.label, domain.definition, tuple(one.label for one in types if one.domain == domain.slug))
        for domain in pages.base.domains.values()
    )
    return Passage(TEMPLATE, rows, "domains")


def _properties(pages: Pages) -> Passage:
    rows = tuple(
        (item.name, item.definition, pages.source_line(item.source))
        for item in pages.base.programme.framework.later.properties
    )
    return Passage(TEMPLATE, rows, "properties")


def council_counts(pages: Pages, _: str) -> Passage:
    """Tabulate how many councils each source counts."""
    rows = tuple(
        (item.when, item.number, pages.source_line(item.source))
        for item in pages.base.programme.council_partners.counts
    )
    return Passage(TEMPLATE, rows, "council_counts")


def funding(pages: Pages, _: str) -> Passage:
    """Tabulate sums of money named in sources."""
    rows = tuple(
        (item.text, item.amount_gbp, pages.source_line(item.source) if item.source else None)
        for item in pages.base.programme.funding
    )
    return Passage(TEMPLATE, rows, "funding")


def publications(pages: Pages, which: str) -> Passage:
    """List the programme's publications, or its `background` reading."""
    programme = pages.base.programme
    works = programme.background_reading if which == "background" else programme.publications
    facts = tuple(
        Publication(work_in_full(pages.base.references[item.key]), item.relation or item.note)
        for item in works
    )
    return Passage(TEMPLATE, facts, "publications")


def creative_outputs(pages: Pages, _: str) -> Passage:
    """Tabulate booklets, exhibitions and films that residents made."""
    rows = tuple(
        (
            item.title,
            pages.base.neighbourhoods[item.neighbourhood].name,
            item.form,
            str(item.year) if item.year else None,
            pages.source_line(item.source),
        )
        for item in pages.base.programme.creative_outputs
    )
    return Passage(TEMPLATE, rows, "creative_outputs")


def timeline_list(pages: Pages, _: str) -> Passage:
    """List dated events with their sources."""
    rows = tuple(
        (event.date, event.event, pages.source_line(event.source)) for event in pages.base.programme.timeline
    )
    return Passage(TEMPLATE, rows, "timeline_list")


def evaluation_estimate(pages: Pages, _: str) -> Passage:
    """Draw and tabulate the figures of the main evaluation."""
    estimates = pages.base.survey.evaluation.estimates
    drawn = tuple(
        (item.outcome, item.estimate, item.ci_low, item.ci_high)
        for item in estimates
        if item.estimate is not None
    )
    rows = tuple(
        (item.outcome, item.estimate, item.ci_low, item.ci_high, item.measure, pages.source_line(item.source))
        for item in estimates
    )
    drawing = Drawing("estimates", "", "", "", drawn, ("Points of 100",))
    return Passage(TEMPLATE, (drawing, rows), "evaluation_estimate")


def evaluation_findings(pages: Pages, _: str) -> Passage:
    """List what interviews found, by system property, and the results that showed nothing."""
    evaluation = pages.base.survey.evaluation
    findings = tuple(
        (item.property.label, item.text, pages.source_line(item.source)) for item in evaluation.findings
    )
    others = tuple(
        (item.text, pages.source_line(item.source)) for item in (*evaluation.nulls, evaluation.strength)
    )
    return Passage(TEMPLATE, (findings, others), "evaluation_findings")


def evidence_reviews(pages: Pages, _: str) -> Passage:
    """List the subjects of the programme's own evidence reviews."""
    rows = tuple(
        (item.topic, pages.source_line(item.source)) for item in pages.base.programme.evidence_reviews
    )
    return Passage(TEMPLATE, rows, "evidence_reviews")


def evaluation_designs(pages: Pages, _: str) -> Passage:
    """Tabulate the designs of evaluations in the order in which one is recommended, and say who made it."""
    rule = pages.base.evaluation_designs
    rows = tuple(
        (
            one.name,
            one.known_as,
            needs_in_words(one.needs),
            one.tells,
            one.cannot_tell,
            one.book_analyses,
            tuple(pages.source_line(source) for source in one.sources),
        )
        for one in rule.designs
    )
    return Passage(TEMPLATE, (rows, rule.made_by), "evaluation_designs")


def needs_in_words(needs: Needs) -> tuple[str, ...]:
    """Say what a design needs, one clause each."""
    times = {1: "once", 2: "twice"}
    found = [
        (needs.areas, count(needs.areas, "area")),
        (needs.comparison_areas, count(needs.comparison_areas, "comparison area")),
        *(
            (n, f"measured {times.get(n, f'{spelled(n)} times')} {when}")
            for n, when in ((needs.waves_before, "before"), (needs.waves_after, "after"))
        ),
    ]
    return (*(["a lot"] if needs.lots else []), *(words for n, words in found if n))


def instruments(pages: Pages, _: str) -> Passage:
    """Tabulate the scales that the household survey used."""
    rows = tuple(
        (item.measures, item.instrument, pages.source_line(item.source))
        for item in pages.base.survey.household_survey.instruments
    )
    return Passage(TEMPLATE, rows, "instruments")


def survey_topics(pages: Pages, _: str) -> Passage:
    """Tabulate what else the household survey asked about."""
    survey = pages.base.survey.household_survey
    source = pages.source_line(survey.topics_source)
    rows = tuple((item.topic.replace("-", " ").capitalize(), item.items, source) for item in survey.topics)
    return Passage(TEMPLATE, rows, "survey_topics")


def survey_waves(pages: Pages, _: str) -> Passage:
    """Tabulate the waves of the household survey."""
    rows = tuple(
        (wave.wave, wave.fieldwork or wave.when, wave.n, pages.source_line(wave.source))
        for wave in pages.base.survey.household_survey.waves
    )
    return Passage(TEMPLATE, rows, "survey_waves")


def survey_studies(pages: Pages, _: str) -> Passage:
    """List the papers that analyse the survey, with their cautions."""
    facts = tuple(
        SurveyStudy(pages.work_link(one.work), one.design, one.sample, one.n, (*one.facts, *one.cautions))
        for one in pages.base.survey.studies
    )
    return Passage(TEMPLATE, facts, "survey_studies")


def not_found(pages: Pages, _: str) -> Passage:
    """List what was looked for in the survey's publications and not found."""
    return Passage(TEMPLATE, tuple(pages.base.survey.not_found), "not_found")
