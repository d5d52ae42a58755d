"""What people found, under the five properties of a neighbourhood that the programme tried to improve."""

from resilience.records.english import listing
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.vocabulary import SystemProperty
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Line, bullets, facts, paragraph
from resilience.site.pages.common import Pages

OWN_ACCOUNT = "Findings are mostly the programme's own account; none is tied to one activity."


def findings(pages: Pages, place: Neighbourhood) -> list[Block | None]:
    """List the findings by property, and name the properties that none is about."""
    told = {
        one: [
            pages.sourced(finding.text, finding.source)
            for finding in place.findings
            if finding.property is one
        ]
        for one in SystemProperty
    }
    entries: list[tuple[str, Line | None]] = [(one.label, told[one]) for one in SystemProperty]
    return [
        paragraph(_summary(place, [one for one in SystemProperty if not told[one]])),
        facts(entries),
        _meaning(pages, [one for one in SystemProperty if told[one]]),
    ]


def _summary(place: Neighbourhood, without: list[SystemProperty]) -> str:
    count = words.count(len(place.findings), "finding")
    said = f"{count} on record, by the system properties that the programme tried to improve. {OWN_ACCOUNT}"
    if not without:
        return said
    missing = listing([one.label.lower() for one in without])
    return f"{said} None on record is about {missing}; that does not mean that nothing changed there."


def _meaning(pages: Pages, shown: list[SystemProperty]) -> Block:
    by_slug = {item.slug: item for item in pages.base.programme.framework.later.properties}
    return bullets([f"{one.label}: {by_slug[one].definition}" for one in shown], "compact")
