"""The facts of the page of one activity type: the answer, then why, who does it, and what is missing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from resilience.findings.evaluation_advice import advice
from resilience.findings.joins import OfGroup
from resilience.findings.suggestions import Waiting
from resilience.policies.pairs import related_types
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.search_log import Sought
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType
from resilience.site.pages import words
from resilience.site.pages.activity_answer import (
    Answer,
    CostRow,
    Doer,
    answer,
    changed,
    cost_rows,
    doers,
    studies_of,
)
from resilience.site.pages.activity_evidence import Evidence, Judged, Living, evidence, judged, living
from resilience.site.pages.common import Cited, Pages, Work, work_in_full
from resilience.site.pages.looked_for import LookedFor, looked_for
from resilience.site.wording.values import Drawing, FactsPage, Link, Passage, Run, Tag, Text

FILES = "../_static/data"
MOST_RELATED = 8


@dataclass(frozen=True)
class FairnessRow:
    """What a study says of better-off and worse-off people."""

    study: Link
    who: str | None
    says: str


@dataclass(frozen=True)
class Experience:
    """What councils did with the activity, and whether anybody looked at what came of it."""

    grade: str
    meaning: str
    policies: int
    evaluated: int
    monitored: int
    begun: tuple[str, str] | None
    """The first and the last year in which one began, where years were seen and they differ."""
    regions: Drawing
    rows: tuple[Doer, ...]


@dataclass(frozen=True)
class Done:
    """Something done in or near a neighbourhood."""

    place: Link
    text: str


@dataclass(frozen=True)
class PlaceFinding:
    """Something found in a neighbourhood, for all that it did."""

    place: Link
    property: str
    text: str


@dataclass(frozen=True)
class Places:
    """What neighbourhoods did of it, what they did about its subject, and what happened nearby."""

    did: tuple[Done, ...]
    worked_on: tuple[Done, ...]
    nearby: tuple[Done, ...]
    findings: tuple[PlaceFinding, ...]
    groups_did: tuple[Done, ...]
    """What groups outside the programme say that they did."""
    groups_plan: tuple[Done, ...]


@dataclass(frozen=True)
class RelatedRow:
    """Another activity, in so many policies with this one, and in so many without."""

    activity: Link
    both: int
    of: int
    elsewhere: int
    rest: int
    is_commoner: bool


@dataclass(frozen=True)
class Advised:
    """What the next evaluation should do, and what is missing."""

    do: str
    because: str


@dataclass(frozen=True)
class SuggestedRow:
    """A text that looks like the activity to the matcher."""

    text: str
    record: Link
    score: int


@dataclass(frozen=True)
class Lead:
    """A study of which no result was seen."""

    work: Link | Text
    summary: str


@dataclass(frozen=True)
class ActivityFacts:
    """All that the page of an activity says."""

    answer: Answer
    problems: tuple[Link, ...]
    """Pages that compare it with other activities, for each of its main aims."""
    judged: tuple[Judged, ...]
    trials_tried: int
    left_out: tuple[Link, ...]
    withdrawn: tuple[Link, ...]
    """Studies that were retracted or are under an expression of concern, which their names say."""
    """Studies that carry the type and did not study the activity."""
    exposures: int
    """Studies of what people live with."""
    evidence: Evidence
    studies_sought: LookedFor | None
    """How studies of it were looked for; None where no search is on record."""
    policies_sought: LookedFor | None
    living: Living
    fairness: tuple[FairnessRow, ...]
    costs: tuple[CostRow, ...]
    experience: Experience
    places: Places
    related: tuple[RelatedRow, ...]
    evaluation: tuple[Advised, ...]
    cautions: tuple[str, ...]
    domain: Tag
    includes: tuple[str, ...]
    elsewhere: tuple[Run, ...]
    terms: tuple[str, ...]
    in_programme: bool
    suggested: tuple[SuggestedRow, ...]
    newly_suggested: int
    """Records with such a text that the page does not list above."""
    leads: tuple[Lead, ...]
    works: tuple[Work, ...]
    files: tuple[Link, ...]
    """The studies as a table, and as references in two forms; none where there are no studies."""
    sheet_file: Link
    cited: Cited


def activity_page(pages: Pages, type_: ActivityType) -> FactsPage:
    """Give the page of an activity."""
    return FactsPage(
        title=type_.label,
        kind="Activity",
        passage=Passage("pages/activity", _facts(pages, type_)),
        description=type_.definition,
        domains=(type_.domain,),
    )


def _facts(pages: Pages, type_: ActivityType) -> ActivityFacts:
    slug, domain = type_.slug, pages.base.domains[type_.domain]
    rated = pages.ratings.of(slug)
    studies = pages.joins.studies_by_type.get(slug, [])
    own = studies_of(pages, slug)
    waiting = pages.suggestions.by_type.get(slug, [])
    return ActivityFacts(
        answer=answer(pages, type_),
        problems=tuple(pages.problem_link(slug) for slug in type_.main_outcomes),
        judged=judged(pages, slug),
        trials_tried=pages.base.rating.trials_tried,
        left_out=tuple(
            pages.study_link(one.study.key)
            for one in rated.left_out
            if not one.study.status and (not one.study.of_exposure or one.study.is_off_topic(slug))
        ),
        withdrawn=tuple(pages.study_link(one.study.key) for one in rated.left_out if one.study.status),
        exposures=sum(
            one.study.of_exposure and not one.study.is_off_topic(slug)
            for one in rated.left_out
            if not one.study.status
        ),
        evidence=evidence(pages, type_),
        studies_sought=looked_for(pages, Sought.STUDIES, slug),
        policies_sought=looked_for(pages, Sought.POLICIES, slug),
        living=living(pages, type_),
        fairness=tuple(_fairness(pages, study) for study in own if study.inequality),
        costs=cost_rows(pages, slug),
        experience=_experience(pages, slug),
        places=_places(pages, slug),
        related=tuple(
            RelatedRow(pages.type_link(one.slug), one.both, one.of, one.elsewhere, one.rest, one.is_commoner)
            for one in related_types(pages, slug)[:MOST_RELATED]
        ),
        evaluation=tuple(Advised(one.do, one.because) for one in advice(pages, rated, own)),
        cautions=tuple(gap.text for gap in pages.joins.gaps_about.get(slug, [])),
        domain=Tag(domain.label, ("tag", f"domain-{domain.slug}")),
        includes=type_.includes,
        elsewhere=tuple(_elsewhere(pages, text) for text in type_.excludes),
        terms=type_.terms,
        in_programme=type_.origin == "programme",
        suggested=tuple(_suggested(pages, one) for one in waiting),
        newly_suggested=_not_listed(pages, slug, waiting),
        leads=tuple(
            Lead(pages.work_link(lead.key), lead.summary or words.UNREAD)
            for lead in pages.joins.leads_by_type.get(slug, [])
        ),
        works=_works(pages, studies),
        files=_files(slug) if studies else (),
        sheet_file=Link("the same sheet as Markdown", url=f"{FILES}/{slug}-meeting.md"),
        cited=Cited(f"activities/{slug}", type_.label, changed(pages, slug)),
    )


def _fairness(pages: Pages, study: Study) -> FairnessRow:
    return FairnessRow(pages.study_link(study.key), study.population, words.sentence(study.inequality or ""))


def _experience(pages: Pages, slug: str) -> Experience:
    found = pages.ratings.of(slug).experience
    starts = sorted(policy.year_start for policy in found.policies if policy.year_start)
    councils = {policy.council for policy in found.policies}
    regions = Counter(pages.base.councils[council].region for council in councils)
    known = Counter(council.region for council in pages.base.councils_on_record.values())
    rows = tuple((region, regions[region], known[region]) for region in sorted(known))
    return Experience(
        grade=found.grade.label,
        meaning=found.grade.meaning,
        policies=len(found.policies),
        evaluated=len(found.evaluated),
        monitored=len(found.monitored),
        begun=(str(starts[0]), str(starts[-1])) if len({*starts}) > 1 else None,
        regions=Drawing("regions", "", "", "", rows),
        rows=doers(pages, slug),
    )


def _places(pages: Pages, slug: str) -> Places:
    tried = pages.joins.tried(slug)
    did = tuple(Done(pages.place_link(place.slug), activity.text) for place, activity in tried.did)
    groups = pages.joins.others_by_type.get(slug, [])
    return Places(
        did=did,
        worked_on=tuple(
            Done(pages.place_link(place.slug), activity.text) for place, activity in tried.worked_on
        ),
        nearby=tuple(
            Done(pages.place_link(place.slug), action.text)
            for place, action in pages.joins.nearby_by_type.get(slug, [])
        ),
        findings=_findings(pages, dict.fromkeys(one.neighbourhood.slug for one in tried.did)),
        groups_did=_of_groups(pages, [one for one in groups if one.done]),
        groups_plan=_of_groups(pages, [one for one in groups if not one.done]),
    )


def _of_groups(pages: Pages, groups: Iterable[OfGroup]) -> tuple[Done, ...]:
    return tuple(Done(pages.place_link(one.neighbourhood.slug), one.text) for one in groups)


def _findings(pages: Pages, slugs: Iterable[str]) -> tuple[PlaceFinding, ...]:
    places: list[Neighbourhood] = [pages.base.neighbourhoods[slug] for slug in slugs]
    return tuple(
        PlaceFinding(pages.place_link(place.slug), finding.property.label.lower(), finding.text)
        for place in places
        for finding in place.findings
    )


def _elsewhere(pages: Pages, text: str) -> Run:
    """Link the slugs in brackets at the end of a scope note to the types that they name."""
    head, bracket, tail = text.rpartition(" (")
    slugs = tail.removesuffix(")").split(" or ")
    if not bracket or not all(slug in pages.base.types for slug in slugs):
        return Run((text,))
    links = [part for slug in slugs for part in (" or ", pages.type_link(slug))][1:]
    return Run((f"{head}: see ", *links))


def _suggested(pages: Pages, one: Waiting) -> SuggestedRow:
    link = pages.policy_link(one.slug) if one.of == "policy" else pages.place_link(one.slug)
    return SuggestedRow(words.sentence(one.text), link, round(one.match.score))


def _not_listed(pages: Pages, slug: str, waiting: Iterable[Waiting]) -> int:
    listed = {policy.slug for policy in pages.joins.policies_by_type.get(slug, [])}
    listed |= {place.slug for place, _ in pages.joins.activities_by_type.get(slug, [])}
    return len({one.slug for one in waiting} - listed)


def _works(pages: Pages, studies: Iterable[Study]) -> tuple[Work, ...]:
    works = (pages.base.references[study.key] for study in studies)
    return tuple(
        work_in_full(work) for work in sorted(works, key=lambda work: pages.base.cited[work.key].lower())
    )


def _files(slug: str) -> tuple[Link, ...]:
    names = (("a table (CSV)", "csv"), ("references (RIS)", "ris"), ("references (BibTeX)", "bib"))
    return tuple(Link(name, url=f"{FILES}/{slug}.{ending}") for name, ending in names)
