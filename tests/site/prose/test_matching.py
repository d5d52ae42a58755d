"""The page on matching says how the matcher was measured, the blind row first, and what it learns from."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docutils import nodes
from tests.evidence.test_measured import ROW, file_in
from tests.evidence.test_measured_limits import MISTAKE, POINT
from tests.frozen import book
from tests.site.reading import captions, lines, piece, rows

from resilience.evidence.learnt import FOLDER
from resilience.evidence.measured import Measured, write_measured
from resilience.evidence.measured_limits import CURVE, MISTAKES, write_curve, write_mistakes
from resilience.records.taxonomy import PhraseBatch, PhraseGroup
from resilience.records.vocabulary import CodedBy
from resilience.site.pages.common import Pages
from resilience.site.prose.facts import fact
from resilience.site.prose.matching import limits, measured, phrase_batches

WAYS = tuple(replace(ROW, way=way) for way in ("by record", "corpus out", "blind"))
PEER = replace(ROW, way="rapidfuzz WRatio, blind", micro_f1=0.5, auto=0, auto_right=0, auto_of_typed=0)


def shown(folder: Path, *found: Measured) -> nodes.Element:
    write_measured(file_in(folder), found)
    base = book()
    base.folder = folder
    return piece(measured(Pages(base), ""))


def test_before_anybody_has_measured_one_sentence_says_so(tmp_path: Path) -> None:
    assert lines(shown(tmp_path)) == ["Nobody has measured it in this way yet."]
    assert lines(shown(tmp_path, PEER)) == ["Nobody has measured it in this way yet."]


def test_the_blind_figures_come_first_in_words(tmp_path: Path) -> None:
    said = lines(shown(tmp_path, *WAYS, PEER, replace(ROW, corpus="charity")))
    assert said[0].startswith(
        "Two coders, working apart, typed 320 short texts; each coder was a language model. "
        "They agreed on the first type of 300 of them, 94 in 100; only these texts count. "
        "The texts were kept apart"
    )
    assert said[1].startswith(
        "Of the types that it gave and those that the coders gave, 84 in 100 (80 to 88) were the same."
    )
    assert "Of its answers on which nobody need look (auto), 97 in 100 (92 to 99) were right." in said
    assert any("reckon with about 84 right types in 100" in line for line in said)
    assert any(line.startswith("Do not believe the row by record.") for line in said)


def test_ways_come_from_the_blindest_on_and_peers_last(tmp_path: Path) -> None:
    page = shown(tmp_path, *WAYS, PEER, replace(ROW, corpus="charity"))
    assert captions(page)[0].startswith("The blind matcher by kind of text (kept apart)")
    assert [row[0].partition(":")[0] for row in rows(page)] == [
        "All",
        "Aims and activities of charities",
        "Blind",
        "Corpus out",
        "By record",
        "Another program, blind",
    ]
    assert rows(page)[-1][1:3] == ["50 (80 to 88) among 300", "92 (90 to 94)"]


def test_the_set_that_was_kept_apart_leads(tmp_path: Path) -> None:
    said = lines(shown(tmp_path, replace(ROW, texts="development", measured=date(2026, 11, 1)), ROW))
    (after,) = (line for line in said if line.startswith("The same for the set development"))
    assert said[0].startswith("Two coders")
    assert "kept apart" in said[0]
    assert "looked at while the matcher was built" in after
    assert "1 November 2026" in after


@pytest.mark.parametrize("empty", ["untyped", "auto", "typed", "seconds"])
def test_what_was_not_there_to_count_is_left_out(tmp_path: Path, empty: str) -> None:
    parts = {"untyped": ["false_types"], "auto": ["auto_right"], "seconds": ["seconds_right"]}
    none = dict.fromkeys([empty, *parts.get(empty, ["first_three", "auto_of_typed"])], 0)
    page = shown(tmp_path, replace(ROW, by=CodedBy.PERSON, **none))  # type: ignore[arg-type]
    assert "–" in rows(page)[0]
    assert "a person" in lines(page)[0]


def test_batches_of_phrases_say_how_they_came_about() -> None:
    base = book()
    base.phrases = {
        "two-topics": PhraseBatch(
            slug="two-topics",
            written=date(2026, 11, 30),
            by=CodedBy.PERSON,
            how="From the code frame alone.",
            from_code_frame_alone=True,
            groups=(
                PhraseGroup(type="none", phrases=("a drama club",)),
                PhraseGroup(
                    type="green-space", also="befriending", phrases=("plant together", "dig together")
                ),
            ),
        )
    }
    pages = Pages(base)
    assert rows(piece(phrase_batches(pages, ""))) == [
        [
            "two topics",
            "30 November 2026",
            "a person",
            "3",
            "1",
            "2",
            "yes",
            "From the code frame alone.",
        ]
    ]
    assert [fact(pages, name) for name in ("phrases", "phrases_from_code_frame", "phrases_of_no_type")] == [
        "3",
        "3",
        "1",
    ]


def test_facts_say_what_it_learns_from() -> None:
    pages = Pages(book())
    assert int(fact(pages, "texts_coded")) > 0
    assert fact(pages, "auto_must_be_right") == "98"


def test_the_limits_are_told_by_a_curve_and_by_kinds_of_mistakes(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    write_curve(tmp_path / FOLDER / CURVE, [POINT, replace(POINT, phrases=2000, micro_f1=0.72)])
    false = replace(MISTAKE, coded="none", said="employment-skills", n=2, near=0, unsure=1)
    write_mistakes(tmp_path / FOLDER / MISTAKES, [MISTAKE, false])
    base = book()
    assert base.types
    base.folder = tmp_path
    page = piece(limits(Pages(base), ""))
    said = lines(page)
    assert said[0].startswith(
        "With 1,000 written phrases it gave the same first type in 70 of 100, with 2,000 in 72."
    )
    assert "Of 9 wrong answers, 4 were on texts of which at least one coder was not sure." in said
    assert rows(page)[2:] == [
        ["A type fits, and it gave none", "7", "6", "0", "3"],
        ["No type fits, and it gave one", "2", "0", "0", "1"],
        ["It gave another type", "0", "0", "0", "0"],
        ["Green space", "No type", "7", "3"],
    ]


def test_limits_that_nobody_measured_say_nothing(tmp_path: Path) -> None:
    base = book()
    base.folder = tmp_path
    assert not lines(piece(limits(Pages(base), "")))
