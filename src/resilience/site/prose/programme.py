"""What the pages on the programme show from `programme.yml` and `survey.yml`."""

from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Drawing, Line, Text, bullets, paragraph, table
from resilience.site.pages.common import Pages, reference_line


def phases(pages: Pages, _: str) -> list[Block]:
    """Tell the phases in order."""
    items = sorted(pages.base.programme.phases, key=lambda phase: phase.number)
    return [bullets([pages.sourced(f"Phase {item.number}: {item.text}", item.source) for item in items])]


def roles(pages: Pages, _: str) -> list[Block]:
    """Tabulate who played which part."""
    rows: list[tuple[Line, ...]] = [
        (role.name, role.definition, pages.source_line(role.source)) for role in pages.base.programme.roles
    ]
    return [table("Parts that people and bodies played", ("Part", "What it was", "Source"), rows)]


def leaders(pages: Pages, _: str) -> list[Block]:
    """Tabulate named people and their parts."""
    rows: list[tuple[Line, ...]] = [
        (item.name, item.role, item.affiliation or "Not seen", pages.source_line(item.source))
        for item in pages.base.programme.organisations.leads
    ]
    return [table("Named people", ("Name", "Part", "Where they worked", "Source"), rows)]


def framework(pages: Pages, version: str) -> list[Block]:
    """Tabulate one version of the framework: `domains` or `properties`.

    Raises KeyError for any other version.
    """
    return {"domains": _domains, "properties": _properties}[version](pages)


def _domains(pages: Pages) -> list[Block]:
    rows: list[tuple[Line, ...]] = [
        (
            domain.label,
            domain.definition,
            ", ".join(t.label for t in pages.base.types.values() if t.domain == domain.slug),
        )
        for domain in pages.base.domains.values()
    ]
    return [table("Domains of action", ("Domain", "What it covers", "Activities"), rows)]


def _properties(pages: Pages) -> list[Block]:
    rows: list[tuple[Line, ...]] = [
        (item.name, item.definition, pages.source_line(item.source))
        for item in pages.base.programme.framework.later.properties
    ]
    return [table("System properties", ("Property", "What it means", "Source"), rows)]


def council_counts(pages: Pages, _: str) -> list[Block]:
    """Tabulate how many councils each source counts."""
    rows: list[tuple[Line, ...]] = [
        (item.when, words.number(item.number), pages.source_line(item.source))
        for item in pages.base.programme.council_partners.counts
    ]
    return [table("How many councils took part, by source", ("When or where", "Councils", "Source"), rows)]


def funding(pages: Pages, _: str) -> list[Block]:
    """Tabulate sums of money named in sources."""
    rows: list[tuple[Line, ...]] = [
        (
            item.text,
            f"£{item.amount_gbp:,}" if item.amount_gbp is not None else "Not seen",
            pages.source_line(item.source) if item.source else "Not seen",
        )
        for item in pages.base.programme.funding
    ]
    return [table("Money named in the sources", ("What", "How much", "Source"), rows)]


def publications(pages: Pages, which: str) -> list[Block]:
    """List the programme's publications, or its `background` reading."""
    programme = pages.base.programme
    works = programme.background_reading if which == "background" else programme.publications
    return [bullets([_work(pages, item.key, item.relation or item.note) for item in works])]


def _work(pages: Pages, key: str, note: str | None) -> Line:
    return [*reference_line(pages.base.references[key]), f" {note}." if note else ""]


def creative_outputs(pages: Pages, _: str) -> list[Block]:
    """Tabulate booklets, exhibitions and films that residents made."""
    rows: list[tuple[Line, ...]] = [
        (
            item.title,
            pages.base.neighbourhoods[item.neighbourhood].name,
            item.form,
            str(item.year) if item.year else "Not seen",
            pages.source_line(item.source),
        )
        for item in pages.base.programme.creative_outputs
    ]
    return [table("What residents made", ("Title", "Neighbourhood", "Form", "Year", "Source"), rows)]


def timeline_list(pages: Pages, _: str) -> list[Block]:
    """List dated events with their sources."""
    rows: list[tuple[Line, ...]] = [
        (event.date, event.event, pages.source_line(event.source)) for event in pages.base.programme.timeline
    ]
    return [table("Events in order, with their sources", ("When", "What", "Source"), rows)]


def evaluation_estimate(pages: Pages, _: str) -> list[Block]:
    """Draw and tabulate the figures of the main evaluation."""
    rows: list[tuple[Line, ...]] = [
        (
            item.outcome,
            f"{words.number(item.estimate)}" if item.estimate is not None else "Not seen",
            f"{words.number(item.ci_low)} to {words.number(item.ci_high)}"
            if item.ci_low is not None and item.ci_high is not None
            else "Not seen",
            item.measure,
            pages.source_line(item.source),
        )
        for item in pages.base.survey.evaluation.estimates
    ]
    header = ("Outcome", "Estimate", "95% interval", "How it was measured", "Source")
    return [_drawn_estimates(pages), table("What the evaluation estimated", header, rows)]


def _drawn_estimates(pages: Pages) -> Block:
    rows = tuple(
        (item.outcome, item.estimate, item.ci_low, item.ci_high)
        for item in pages.base.survey.evaluation.estimates
        if item.estimate is not None
    )
    said = [
        f"{outcome}: {words.number(estimate)} points more than in comparison areas"
        for outcome, estimate, *_ in rows
    ]
    return Drawing(
        "estimates",
        "How much more the share rose in the programme's areas than in comparison areas",
        f"{'; '.join(said)}.",
        "The line is the 95% interval. To the right of 0 the programme's areas rose more.",
        rows,
        ("Points of 100",),
    )


def evaluation_findings(pages: Pages, _: str) -> list[Block]:
    """List what interviews found, by system property, and the results that showed nothing."""
    evaluation = pages.base.survey.evaluation
    rows: list[tuple[Line, ...]] = [
        (item.property.label, item.text, pages.source_line(item.source)) for item in evaluation.findings
    ]
    blocks: list[Block] = [
        table("What interviews and field notes found", ("Property", "Finding", "Source"), rows)
    ]
    return [
        *blocks,
        bullets([pages.sourced(item.text, item.source) for item in (*evaluation.nulls, evaluation.strength)]),
    ]


def evidence_reviews(pages: Pages, _: str) -> list[Block]:
    """List the subjects of the programme's own evidence reviews."""
    return [
        bullets(
            [pages.sourced(f"{item.topic}.", item.source) for item in pages.base.programme.evidence_reviews]
        )
    ]


def instruments(pages: Pages, _: str) -> list[Block]:
    """Tabulate the scales that the household survey used."""
    rows: list[tuple[Line, ...]] = [
        (item.measures, item.instrument, pages.source_line(item.source))
        for item in pages.base.survey.household_survey.instruments
    ]
    return [table("What the survey measured, and how", ("What", "Scale", "Source"), rows)]


def survey_topics(pages: Pages, _: str) -> list[Block]:
    """Tabulate what else the household survey asked about."""
    survey = pages.base.survey.household_survey
    source = pages.source_line(survey.topics_source)
    rows: list[tuple[Line, ...]] = [
        (item.topic.replace("-", " ").capitalize(), ", ".join(item.items), source) for item in survey.topics
    ]
    return [table("What else the survey asked about", ("Subject", "Questions", "Source"), rows)]


def survey_waves(pages: Pages, _: str) -> list[Block]:
    """Tabulate the waves of the household survey."""
    rows: list[tuple[Line, ...]] = [
        (
            f"Wave {wave.wave}",
            wave.fieldwork or wave.when,
            words.number(wave.n) if wave.n else "Not seen",
            pages.source_line(wave.source),
        )
        for wave in pages.base.survey.household_survey.waves
    ]
    return [table("Waves of the household survey", ("Wave", "When", "People", "Source"), rows)]


def survey_studies(pages: Pages, _: str) -> list[Block]:
    """List the papers that analyse the survey, with their cautions."""
    lines: list[Line] = []
    for study in pages.base.survey.studies:
        people = f"{words.number(study.n)} people" if study.n else "Number of people not seen"
        extra = " ".join((*study.facts, *study.cautions))
        text = f": {study.design}. {study.sample}. {people}. {extra}".strip()
        lines.append([pages.work_link(study.work), text])
    return [bullets(lines)]


def not_found(pages: Pages, _: str) -> list[Block]:
    """List what was looked for in the survey's publications and not found."""
    head = paragraph([Text("Looked for and not found", strong=True)])
    return [head, bullets(pages.base.survey.not_found)]
