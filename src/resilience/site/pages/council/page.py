"""The page of one council: who it is, what it has on record, and what councils like it do."""

from resilience.records.policy import Council
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Page, facts, paragraph, present, section
from resilience.site.pages.common import Pages, domains_of
from resilience.site.pages.council.activities import activities
from resilience.site.pages.council.policies import evaluations, numbers, policies
from resilience.site.pages.council.programme import neighbourhoods
from resilience.site.pages.council.similar import similar

NOT_ALL = "These are the policies that we found. A policy that is not here may still exist."


def council_page(pages: Pages, council: Council) -> Page:
    """Lay out what kind of authority it is, its policies, their activities, numbers and evaluations."""
    own = pages.joins.policies_by_council.get(council.slug, [])
    types = tuple(dict.fromkeys(slug for policy in own for slug in pages.joins.types_of(policy)))
    summary = f"{words.count(len(own), 'policy', 'policies')} on record."
    blocks: list[Block | None] = [
        paragraph(f"{summary} {NOT_ALL}", "lede"),
        section("In short", "short", [_short(pages, council, types)]),
        section("Policies", "policies", [policies(pages, own)]),
        section("Activities, and how sure we are", "activities", activities(pages, own, types)),
        section("Numbers in its policies", "numbers", numbers(own)),
        section("Were they evaluated or monitored?", "evaluation", evaluations(own)),
        section("Neighbourhoods for Learning", "neighbourhoods", neighbourhoods(pages, council)),
        section("What similar councils do", "similar", similar(pages, council, types)),
    ]
    return Page(
        title=council.name,
        kind="Council",
        blocks=present(blocks),
        description=f"{council.name}: {summary}",
        domains=domains_of(pages, types),
    )


def _short(pages: Pages, council: Council, types: tuple[str, ...]) -> Block:
    kind = f"Several authorities together ({council.type.label})" if council.group else council.type.label
    return facts(
        [
            ("Kind", kind),
            ("Nation", council.nation),
            ("Region", council.region if council.region != council.nation else None),
            ("Also written", list(council.also_written)),
            ("ONS code", council.ons_code),
            ("Activities", [pages.type_link(slug) for slug in types]),
        ]
    )
