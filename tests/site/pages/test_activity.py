"""The page of an activity answers first, and says why; the sheet for a meeting says the same in short."""

import re
from itertools import pairwise

import pytest
from docutils import nodes
from tests.frozen import book
from tests.site.reading import captions, facts, linked, rows, section, text, tree

from resilience.findings.size_words import NoSize
from resilience.records.answer import ActivitySentence, Aim, Writing, WrittenAnswer
from resilience.records.vocabulary import Level
from resilience.site.pages.activity import ActivityFacts, activity_page
from resilience.site.pages.common import Pages
from resilience.site.pages.meeting import meeting_facts
from resilience.site.wording.as_markdown import as_markdown
from resilience.site.wording.values import Passage

PAGES = Pages(book())
ORDER = (
    "rating", "why", "evidence", "living", "people", "costs", "councils", "neighbourhoods",
    "groups", "evaluation", "gaps", "more", "downloads", "cite",
)  # fmt: skip
SAYS = "Befriending eases low mood a little: <b>in 58 of 100 pairs</b>."
AIM = "Low mood eases *a little*."


def facts_of(pages: Pages, slug: str) -> ActivityFacts:
    found = activity_page(pages, pages.base.types[slug]).passage.facts
    assert isinstance(found, ActivityFacts)
    return found


def box(page: nodes.Element, name: str = "answer") -> nodes.Element:
    return next(one for one in page.findall(nodes.container) if name in one["classes"])


def folds(page: nodes.Element | None) -> list[nodes.container]:
    assert page is not None
    return [one for one in page.findall(nodes.container) if "folded" in one["classes"]]


def written() -> Pages:
    """Open the small book with a written answer for befriending, on its second main aim as it is now."""
    base = book()
    plain = Pages(base)
    aim = base.types["befriending"].main_outcomes[1]
    answer = WrittenAnswer(
        slug="befriending",
        activity=ActivitySentence(says=SAYS),
        aims=(Aim(outcome=aim, says=AIM, grounds=plain.answers.grounds("befriending", aim)),),
        written=Writing(settled="2026-11-30", by="model", drafts=2),
    )
    base.answers = {"befriending": answer}
    return Pages(base)


@pytest.mark.parametrize("slug", PAGES.base.types)
def test_sections_stand_in_one_order_and_no_count_has_the_wrong_form(slug: str) -> None:
    page = tree(PAGES, f"activities/{slug}")
    anchors = [one["ids"][0] for one in page.findall(nodes.section)][1:]
    places = [ORDER.index(anchor) for anchor in anchors]
    assert all(a < b for a, b in pairwise(places))
    assert {"rating", "why", "evidence", "costs", "councils", "neighbourhoods", "evaluation"} <= {*anchors}
    assert not re.search(r"(?<![\d,.])1 (studies|policies|results|find|point|are|say)\b", text(page))


@pytest.mark.parametrize("slug", PAGES.base.types)
def test_each_main_aim_has_its_level_its_size_and_its_studies_at_the_top(slug: str) -> None:
    answer = box(tree(PAGES, f"activities/{slug}"))
    lines = [one.astext() for one in next(answer.findall(nodes.bullet_list)).children]
    for line, cell in zip(lines, PAGES.ratings.of(slug).main, strict=True):
        size = PAGES.size_of(cell)
        assert line.startswith(f"{cell.group.label}.")
        assert PAGES.base.rating.of_level[cell.level].label in line
        assert (size.says_shortly in line) is (size.why_not is not NoSize.NOT_STUDIED)
        # Such as that it points another way than the votes: nobody should read the number without it.
        assert all(caution in line for caution in size.cautions)
        assert ("in the UK" in line) is bool(cell.votes)


@pytest.mark.parametrize("slug", PAGES.base.types)
def test_the_top_says_what_it_costs_who_does_it_and_what_is_not_known(slug: str) -> None:
    top = facts(box(tree(PAGES, f"activities/{slug}")))
    councils = {policy.council for policy in PAGES.joins.policies_by_type.get(slug, [])}
    assert list(top)[:2] == ["Cost", "In the UK"]
    assert top["In the UK"][0].startswith(f"{len(councils)} council" if councils else "No council on record")
    assert len(facts_of(PAGES, slug).answer.named) == min(3, len(councils))


def test_without_a_written_answer_the_computed_lines_stand_alone() -> None:
    answer = box(tree(PAGES, "activities/befriending"))
    first = next(answer.findall(nodes.paragraph))
    assert first.astext().startswith("Connection.")


def test_a_written_answer_comes_first_and_stays_text() -> None:
    pages = written()
    answer = box(tree(pages, "activities/befriending"))
    said = [one.astext() for one in answer.findall(nodes.paragraph)]
    assert said[0] == SAYS
    assert any(AIM in line for line in said)
    assert not any("moved" in line for line in said)


def test_a_sentence_whose_grounds_have_moved_is_marked() -> None:
    pages = written()
    answer = pages.base.answers["befriending"]
    then = answer.aims[0].grounds.model_copy(update={"level": Level.STRONG})
    aims = (answer.aims[0].model_copy(update={"grounds": then}),)
    pages.base.answers = {"befriending": answer.model_copy(update={"aims": aims})}
    assert "The records have moved since this was written." in text(
        box(tree(pages, "activities/befriending"))
    )


@pytest.mark.parametrize("slug", PAGES.base.types)
def test_each_outcome_that_was_studied_says_why(slug: str) -> None:
    page = tree(PAGES, f"activities/{slug}")
    why = {fold["ids"][0]: fold for fold in folds(section(page, "why")) if fold["ids"]}
    studied = PAGES.ratings.of(slug).studied
    assert list(why) == [f"why-{cell.group.slug}" for cell in studied]
    for cell in studied:
        said = facts(why[f"why-{cell.group.slug}"])
        size = PAGES.size_of(cell)
        assert said["How big"][0].startswith(size.says)
        assert said["How big"][1:] == [*size.cautions, *size.about_scale]
        shown = text(why[f"why-{cell.group.slug}"])
        assert all(step.sentence in shown for step in cell.rating.steps)
    others = [cell.group.label for cell in studied if not cell.is_main]
    table = section(page, "rating")
    assert [row[0] for row in rows(table)] == others
    assert ("No study on record looked at other outcomes." in text(table)) is not bool(others)


def test_totals_are_said_once() -> None:
    said = text(section(tree(PAGES, "activities/befriending"), "evidence"))
    assert "4 studies; all say which way it goes, 4 of them with a comparison that could show cause." in said
    nothing = text(section(tree(PAGES, "activities/living-wage"), "evidence"))
    assert "No study of this activity is on record." in nothing


@pytest.mark.parametrize("slug", PAGES.base.types)
def test_no_amount_stands_without_its_unit(slug: str) -> None:
    page = tree(PAGES, f"activities/{slug}")
    for row in rows(section(page, "costs")):
        assert not re.fullmatch(r"[\d.,−-]*", row[2])


def test_what_neighbourhoods_did_and_what_they_worked_on_are_two_lists() -> None:
    for slug in PAGES.base.types:
        said = text(section(tree(PAGES, f"activities/{slug}"), "neighbourhoods"))
        tried = PAGES.joins.tried(slug)
        assert ("Did this" in said) is bool(tried.did)
        assert ("Worked on this topic" in said) is bool(tried.worked_on)


def test_what_few_need_is_folded_and_long_lists_show_their_first_rows() -> None:
    page = tree(PAGES, "activities/fuel-poverty")
    assert folds(section(page, "living"))
    more = [fold["ids"] for fold in folds(section(page, "more"))]
    assert more == [["scope"], ["related"], ["suggested"], ["leads"], ["references"]]
    cut = [one for one in page.findall(nodes.container) if "first-rows" in one["classes"]]
    assert {"Studies of this activity", "Council policies with this activity"} <= {
        caption for one in cut for caption in captions(one)
    }


@pytest.mark.parametrize("slug", PAGES.base.types)
def test_the_sheet_says_the_first_lines_of_the_page_and_leads_back(slug: str) -> None:
    sheet = tree(PAGES, f"meetings/{slug}")
    page = box(tree(PAGES, f"activities/{slug}"))
    aims = [one.astext() for one in next(page.findall(nodes.bullet_list)).children]
    assert [one.astext() for one in next(sheet.findall(nodes.bullet_list)).children] == aims
    assert facts(sheet)["Cost"] == facts(page)["Cost"]
    assert f"activities/{slug}" in linked(sheet)
    assert facts_of(PAGES, slug).answer.changed in text(sheet)


def test_the_sheet_is_a_markdown_file_too_in_which_no_word_of_a_record_is_markup() -> None:
    pages = written()
    said = as_markdown(
        Passage("pages/meeting_file", meeting_facts(pages, pages.base.types["befriending"])), "https://x.org/"
    )
    assert said.startswith("# Befriending\n")
    assert r"\<b\>in 58 of 100 pairs\</b\>" in said
    assert r"Low mood eases \*a little\*." in said
    assert "[Befriending](https://x.org/activities/befriending.html)" in said
    assert not re.search("[\ue000\ue001]|\n\n\n", said)
