"""The page of one council: its policies on record."""

from ...evidence.typed import types_of
from ...records.policy import Council, Policy
from . import words
from .blocks import Block, Line, Link, Page, bullets, facts, paragraph, present, section, table
from .common import Pages, domains_of

NOT_ALL = "These are the policies that we found. A policy that is not here may still exist."


def council_page(pages: Pages, council: Council) -> Page:
    """Lay out what kind of authority it is and which of its policies are on record."""
    policies = pages.joins.policies_by_council.get(council.slug, [])
    types = tuple(dict.fromkeys(slug for policy in policies for slug in types_of(pages.base, policy)))
    summary = f"{words.count(len(policies), 'policy', 'policies')} on record."
    blocks: list[Block | None] = [
        paragraph(f"{summary} {NOT_ALL}", "lede"),
        section("In short", "short", [_short(pages, council, types)]),
        section("Policies", "policies", [_policies(pages, policies)]),
        section("Neighbourhoods for Learning", "neighbourhoods", [_places(pages, council)]),
    ]
    return Page(
        title=council.name,
        kind="Council",
        blocks=present(blocks),
        description=f"{council.name}: {summary}",
        domains=domains_of(pages, types),
    )


def _short(pages: Pages, council: Council, types: tuple[str, ...]) -> Block:
    kind = (
        f"Several authorities together ({council.type.label.lower()})"
        if council.group
        else council.type.label
    )
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


def _policies(pages: Pages, policies: list[Policy]) -> Block:
    rows: list[tuple[Line, ...]] = [
        (
            Link(policy.title, f"policies/{policy.slug}"),
            words.years(policy.year_start, policy.year_end) or "Years not seen",
            policy.document_type.label,
            ", ".join(pages.base.types[slug].label for slug in types_of(pages.base, policy)),
        )
        for policy in policies
    ]
    return table("Policies on record", ("Policy", "When", "Kind", "Activities"), rows)


def _places(pages: Pages, council: Council) -> Block:
    places = pages.joins.neighbourhoods_by_council.get(council.slug, [])
    return bullets([Link(place.name, f"neighbourhoods/{place.slug}") for place in places])
