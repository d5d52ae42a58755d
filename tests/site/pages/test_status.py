"""Pages tell coded, disputed, approved, rejected and suggested types apart, in words and by class."""

from datetime import date
from pathlib import Path

import pytest
from tests.frozen import book
from tests.site.reading import text, tree

from resilience.evidence import EvidenceBase
from resilience.matching import Decision as Made
from resilience.records.coding import CodedText, Decision, Decisions
from resilience.records.vocabulary import Answer, MatchStatus
from resilience.site.pages.activity import activity_page
from resilience.site.pages.blocks import Box, Inline, Link, Page, Section, Table, Tag
from resilience.site.pages.common import Pages
from resilience.site.pages.policy import policy_page
from resilience.site.pages.status import status_cell

ROOT = Path(__file__).parents[3]
POLICY = "fairer-fife-commission-2014"
PLACE = "claremont"
LIKELY, UNLIKELY = "become a living wage employer", "zzz qqq"
CASES = {
    "coded": (
        CodedText(text="x", coded="living-wage"),
        "Living wage [Coded: two passes agreed]",
    ),
    "coded without a type": (CodedText(text="x", coded="none"), "No type fits [Coded: two passes agreed]"),
    "disputed": (
        CodedText(text="x", disputed=("living-wage", "none")),
        "Living wage or no type [Disputed: two passes disagreed]",
    ),
    "approved": (
        CodedText(text="yes"),
        "Befriending [Approved: a reviewer accepted a match] by Ann <b> Reviewer, 25 November 2026",
    ),
    "rejected": (
        CodedText(text="no"),
        "No type fits [Rejected: a reviewer found that no type fits] by Ann <b> Reviewer, 25 November 2026",
    ),
    "candidate": (
        CodedText(text=LIKELY),
        "Living wage (score {score:.0f} of 100) [Candidate: suggested by the matcher, not yet checked]",
    ),
    "not yet coded": (CodedText(text=UNLIKELY), "The matcher found no type [Not yet coded]"),
}


def decision(text: str, slug: str | None) -> Decision:
    return Decision(
        text=text,
        answer=Answer.APPROVED if slug else Answer.REJECTED,
        type=slug,
        suggested="none",
        score=50,
        reviewer="Ann <b> Reviewer",
        date=date(2026, 11, 25),
    )


def base_with(*decisions: Decision) -> EvidenceBase:
    """Open the small book as if a reviewer had decided on texts of one policy."""
    base = book()
    base.decisions = {POLICY: Decisions(slug=POLICY, of="policy", decisions=decisions)}
    return base


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(base_with(decision("yes", "befriending"), decision("no", None)))


def said(cell: list[Inline]) -> str:
    return "".join(f"[{part.text}]" if isinstance(part, Tag) else part.text for part in cell)


def section(page: Page, anchor: str) -> Section | None:
    found = [block for block in page.blocks if isinstance(block, Section) and block.anchor == anchor]
    return found[0] if found else None


def linked(table: Table) -> set[str | None]:
    return {part.docname for row in table.rows for cell in row for part in cell if isinstance(part, Link)}


def tables(section: Section | None) -> list[Table]:
    return [block for block in section.blocks if isinstance(block, Table)] if section else []


@pytest.mark.parametrize("name", CASES)
def test_words(pages: Pages, name: str) -> None:
    text, expected = CASES[name]
    score = pages.suggestions.of(text.text).score
    assert said(status_cell(pages, POLICY, text)) == expected.format(score=score)


def test_each_status_has_a_look_and_words_of_its_own(pages: Pages) -> None:
    cells = [status_cell(pages, POLICY, text) for text, _ in CASES.values()]
    badges = {(part.text, part.classes) for cell in cells for part in cell if isinstance(part, Tag)}
    assert badges == {(status.label, ("badge", f"status-{status.value}")) for status in MatchStatus}


def test_each_look_is_in_the_style_sheet() -> None:
    styles = (ROOT / "src/resilience/site/theme/styles/records.css").read_text("utf-8")
    assert [status for status in MatchStatus if f".badge.status-{status.value} {{" not in styles] == []


def test_a_decision_shows_on_the_page_of_its_record_alone(pages: Pages) -> None:
    assert said(status_cell(pages, "another-policy", CASES["approved"][0])).endswith("[Not yet coded]")


def numbers(page: Page) -> list[str]:
    """Read the counts at the head of a page."""
    row = next(block for block in page.blocks if isinstance(block, Box) and block.classes == ("stat-row",))
    return [part.blocks[0].content[0].text for part in row.blocks]


def test_what_is_approved_counts_and_what_is_suggested_does_not() -> None:
    plain, decided = Pages(base_with()), Pages(base_with(decision(LIKELY, "befriending")))
    before = activity_page(plain, plain.base.types["befriending"])
    after = activity_page(decided, decided.base.types["befriending"])
    assert f"policies/{POLICY}" not in linked(tables(section(before, "councils"))[0])
    assert f"policies/{POLICY}" in linked(tables(section(after, "councils"))[0])
    assert int(numbers(after)[2]) == int(numbers(before)[2]) + 1


def test_a_suggestion_stands_apart_until_it_is_decided() -> None:
    slug = "resident-led-enquiry"
    text = "set up a community lender offering fair loans"
    plain, decided = Pages(base_with()), Pages(base_with(decision(text, slug)))
    before = section(activity_page(plain, plain.base.types[slug]), "suggested")
    after = section(activity_page(decided, decided.base.types[slug]), "suggested")
    assert len(tables(before)[0].rows) == len(tables(after)[0].rows) + 1
    texts = {row[0][0].text for row in tables(before)[0].rows} - {
        row[0][0].text for row in tables(after)[0].rows
    }
    assert texts == {"Set up a community lender offering fair loans"}


def test_the_note_counts_what_is_suggested(pages: Pages) -> None:
    for slug, type_ in pages.base.types.items():
        waiting = pages.suggestions.by_type.get(slug, [])
        found = section(activity_page(pages, type_), "suggested")
        assert (found is not None) == bool(waiting)
        if found:
            words = found.blocks[0].content[0].text
            assert words.startswith(f"{len(waiting)} more text")
            assert "no count on this page includes" in words


def test_records_that_a_suggestion_would_add_are_counted() -> None:
    pages = Pages(base_with())
    policy = pages.base.policies[POLICY]
    alone = policy.model_copy(update={"types": ("befriending",), "slug": "alone"})
    pages.base.policies = {"alone": alone}
    pages.base.neighbourhoods = {}
    found = section(activity_page(pages, pages.base.types["living-wage"]), "suggested")
    assert found
    assert "1 record with such a text is not listed above." in found.blocks[0].content[0].text
    alone = alone.model_copy(update={"types": ("living-wage",)})
    again = Pages(base_with())
    again.base.policies, again.base.neighbourhoods = {"alone": alone}, {}
    found = section(activity_page(again, again.base.types["living-wage"]), "suggested")
    assert found
    assert "It stands in a record listed above." in found.blocks[0].content[0].text


def test_each_action_of_a_policy_page_has_its_status(pages: Pages) -> None:
    actions = policy_page(pages, pages.base.policies[POLICY]).passage.facts.actions
    assert all(any(isinstance(part, Tag) for part in action.type.parts) for action in actions)
    assert len(actions) == len(pages.base.policies[POLICY].actions)


def test_an_approved_type_stands_among_the_types_of_its_policy() -> None:
    pages = Pages(base_with(decision(LIKELY, "befriending")))
    policy = pages.base.policies[POLICY]
    assert "befriending" in pages.joins.types_of(policy)
    activities = policy_page(pages, policy).passage.facts.activities
    assert "activities/befriending" in {link.docname for link in activities}


def test_a_neighbourhood_says_how_many_of_its_activities_were_coded() -> None:
    base = base_with()
    place = base.neighbourhoods[PLACE]
    total = len(place.activities)
    assert f"named the kind of each of the {total} activities" in text(
        tree(Pages(base), f"neighbourhoods/{PLACE}")
    )
    new = place.activities[0].model_copy(update={"coded": None, "disputed": None})
    more = place.model_copy(update={"activities": (*place.activities, new)})
    base.neighbourhoods = {PLACE: more}
    told = text(tree(Pages(base), f"neighbourhoods/{PLACE}"))
    assert f"named the kind of {total} of the {total + 1} activities" in told


def test_no_suggestion_is_made_for_a_decided_text(pages: Pages) -> None:
    assert pages.suggestions.of(LIKELY).decision is Made.AUTO
    waiting = {(one.slug, one.text) for found in pages.suggestions.by_type.values() for one in found}
    decided = Pages(base_with(decision(LIKELY, None)))
    left = {(one.slug, one.text) for found in decided.suggestions.by_type.values() for one in found}
    assert waiting - left == {(POLICY, LIKELY)}
