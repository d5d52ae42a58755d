"""The page of one activity type: what it is, how good the evidence is, who does it, who tried it."""

from resilience.findings.votes import why_left_out
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType
from resilience.site.pages import words
from resilience.site.pages.activity.councils import councils
from resilience.site.pages.activity.evaluation import good_evaluation
from resilience.site.pages.activity.exposures import exposures
from resilience.site.pages.activity.gaps import gaps, leads
from resilience.site.pages.activity.neighbourhoods import neighbourhoods
from resilience.site.pages.activity.people import costs, people
from resilience.site.pages.activity.related import related
from resilience.site.pages.activity.results import results
from resilience.site.pages.activity.scope import scope
from resilience.site.pages.activity.sources import downloads, references
from resilience.site.pages.activity.suggested import suggested
from resilience.site.pages.activity.summary import summary
from resilience.site.pages.blocks import Block, Box, Page, Text, paragraph, present, section
from resilience.site.pages.common import Pages
from resilience.site.pages.rating import aims_with_size, rating_section


def activity_page(pages: Pages, type_: ActivityType) -> Page:
    """Lay out the page; a reader in haste finds the level, the summary and the counts first."""
    studies = pages.joins.studies_by_type.get(type_.slug, [])
    own = [study for study in studies if not why_left_out(study, type_.slug)]
    blocks: list[Block | None] = [
        paragraph(type_.definition, "lede"),
        aims_with_size(pages, type_.slug),
        paragraph(summary(pages, type_, studies)),
        _counts(pages, type_, own),
        section("How good the evidence is", "rating", [rating_section(pages, type_)]),
        section("What studies found", "evidence", results(pages, type_, studies)),
        section("What living with it goes with", "living", exposures(pages, type_, studies)),
        section("For whom", "people", people(pages, own)),
        section("What it costs", "costs", costs(pages, type_)),
        section("Which councils do it", "councils", councils(pages, type_)),
        section("Which neighbourhoods tried it", "neighbourhoods", neighbourhoods(pages, type_)),
        section("What goes with it", "related", related(pages, type_)),
        section("What a good evaluation of this would be", "evaluation", good_evaluation(pages, type_, own)),
        section("Cautions and gaps", "gaps", gaps(pages, type_)),
        section("What belongs here", "scope", [scope(pages, type_)]),
        section("Texts that look like this, not checked", "suggested", suggested(pages, type_)),
        section("Leads", "leads", leads(pages, type_)),
        section("References", "references", references(pages, studies)),
        section("Take it with you", "downloads", downloads(type_, studies)),
    ]
    return Page(
        title=type_.label,
        kind="Activity",
        blocks=present(blocks),
        description=type_.definition,
        domains=(type_.domain,),
    )


def _counts(pages: Pages, type_: ActivityType, studies: list[Study]) -> Block:
    in_uk = sum(study.in_uk for study in studies)
    policies = pages.joins.policies_by_type.get(type_.slug, [])
    tried = pages.joins.activities_by_type.get(type_.slug, [])
    numbers = (
        (len(studies), "study" if len(studies) == 1 else "studies"),
        (in_uk, "of them in the UK"),
        (len(policies), "council policy" if len(policies) == 1 else "council policies"),
        (len({item.neighbourhood.slug for item in tried}), "of the programme's neighbourhoods"),
    )
    return Box(tuple(_stat(value, label) for value, label in numbers), ("stat-row",))


def _stat(value: int, label: str) -> Box:
    return Box((paragraph([Text(words.number(value), strong=True), " " + label]),), ("stat",))
