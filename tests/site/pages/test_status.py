"""Pages tell coded, disputed, approved, rejected and suggested types apart, in words and by class."""

from datetime import date
from pathlib import Path

import pytest
from docutils import nodes
from tests.frozen import book
from tests.site.reading import text, tree

from resilience.evidence import EvidenceBase
from resilience.matching import Decision as Made
from resilience.records.coding import CodedText, Decision, Decisions
from resilience.records.vocabulary import Answer, MatchStatus
from resilience.site.pages.activity import ActivityFacts, activity_page
from resilience.site.pages.common import Pages
from resilience.site.pages.policy import policy_page
from resilience.site.pages.status import status_cell
from resilience.site.wording.values import Inline, Tag

ROOT = Path(__file__).parents[3]
POLICY = "fairer-fife-commission-2014"
PLACE = "claremont"
LIKELY, UNLIKELY = "become a living wage employer", "zzz qqq"
CASES = {
    "coded": (
        CodedText(text="x", coded="living-wage"),
        "Living wage [Coded: two passes agreed]",
    ),
    "coded with a second type": (
        CodedText(text="x", coded="living-wage", also="befriending"),
        "Living wage [Coded: two passes agreed] Also: Befriending",
    ),
    "coded without a type": (CodedText(text="x", coded="none"), "No type fits [Coded: two passes agreed]"),
    "disputed": (
        CodedText(text="x", disputed=("living-wage", "none")),
        "Living wage or no type [Two codings disagreed]",
    ),
    "approved": (
        CodedText(text="yes"),
        "Befriending [Approved: a reviewer found that this type fits] by Ann <b> Reviewer, 25 November 2026",
    ),
    "rejected": (
        CodedText(text="no"),
        "No type fits [Rejected: a reviewer found that no type fits] by Ann <b> Reviewer, 25 November 2026",
    ),
    "candidate": (
        CodedText(text=LIKELY),
        "Living wage (score {score:.0f} of 100) [Suggested by computer, not yet checked]",
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


@pytest.mark.parametrize("name", CASES)
def test_words(pages: Pages, name: str) -> None:
    coded, expected = CASES[name]
    score = pages.suggestions.of(coded.text).score
    assert said(status_cell(pages, POLICY, coded)) == expected.format(score=score)


def test_each_status_has_a_look_and_words_of_its_own(pages: Pages) -> None:
    cells = [status_cell(pages, POLICY, coded) for coded, _ in CASES.values()]
    badges = {(part.text, part.classes) for cell in cells for part in cell if isinstance(part, Tag)}
    assert badges == {(status.label, ("badge", f"status-{status.value}")) for status in MatchStatus}


def test_each_look_is_in_the_style_sheet() -> None:
    styles = (ROOT / "src/resilience/site/theme/styles/records.css").read_text("utf-8")
    assert [status for status in MatchStatus if f".badge.status-{status.value} {{" not in styles] == []


def test_a_decision_shows_on_the_page_of_its_record_alone(pages: Pages) -> None:
    assert said(status_cell(pages, "another-policy", CASES["approved"][0])).endswith("[Not yet coded]")


def suggested(pages: Pages, slug: str) -> str | None:
    """Give the words of the fold of suggestions, where the page of an activity has one."""
    found = (one for one in tree(pages, f"activities/{slug}").findall(nodes.container))
    return next((text(one) for one in found if "suggested" in one["ids"]), None)


def shown(pages: Pages, slug: str) -> ActivityFacts:
    facts = activity_page(pages, pages.base.types[slug]).passage.facts
    assert isinstance(facts, ActivityFacts)
    return facts


def test_what_is_approved_counts_and_what_is_suggested_does_not() -> None:
    plain, decided = Pages(base_with()), Pages(base_with(decision(LIKELY, "befriending")))
    before, after = shown(plain, "befriending"), shown(decided, "befriending")
    new = {row.policy.docname for row in after.experience.rows} - {
        row.policy.docname for row in before.experience.rows
    }
    assert new == {f"policies/{POLICY}"}
    assert after.experience.policies == before.experience.policies + 1


def test_a_suggestion_stands_apart_until_it_is_decided() -> None:
    plain = Pages(base_with())
    waiting = next(one for one in plain.suggestions.queue if one.slug == POLICY and one.match.types)
    slug, text = waiting.match.type, waiting.text
    decided = Pages(base_with(decision(text, slug)))
    before, after = ([row.text for row in shown(pages, slug).suggested] for pages in (plain, decided))
    assert len(before) == len(after) + 1
    assert {*before} - {*after} == {text[:1].upper() + text[1:]}


def test_the_page_says_how_many_texts_are_suggested(pages: Pages) -> None:
    for slug in pages.base.types:
        waiting = pages.suggestions.by_type.get(slug, [])
        found = suggested(pages, slug)
        assert (found is not None) == bool(waiting)
        if found:
            assert found.startswith(f"{len(waiting)} text")
            assert "no count on this page includes" in found


def test_records_that_a_suggestion_would_add_are_counted() -> None:
    pages = Pages(base_with())
    policy = pages.base.policies[POLICY]
    alone = policy.model_copy(update={"types": ("befriending",), "slug": "alone"})
    pages.base.policies = {"alone": alone}
    pages.base.all_neighbourhoods = {}
    found = suggested(pages, "living-wage") or ""
    assert "1 record with such a text is not listed above." in found
    alone = alone.model_copy(update={"types": ("living-wage",)})
    again = Pages(base_with())
    again.base.policies, again.base.all_neighbourhoods = {"alone": alone}, {}
    found = suggested(again, "living-wage") or ""
    assert "Each stands in a record listed above." in found


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
    base.all_neighbourhoods = {PLACE: more}
    told = text(tree(Pages(base), f"neighbourhoods/{PLACE}"))
    assert f"named the kind of {total} of the {total + 1} activities" in told


def test_no_suggestion_is_made_for_a_decided_text(pages: Pages) -> None:
    assert pages.suggestions.of(LIKELY).decision is Made.AUTO
    waiting = {(one.slug, one.text) for found in pages.suggestions.by_type.values() for one in found}
    decided = Pages(base_with(decision(LIKELY, None)))
    left = {(one.slug, one.text) for found in decided.suggestions.by_type.values() for one in found}
    assert waiting - left == {(POLICY, LIKELY)}
