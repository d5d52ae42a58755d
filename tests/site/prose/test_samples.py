"""The page on matching says how often the matcher is right on samples, by whom, and what is missing."""

from datetime import date

import pytest
from docutils import nodes
from tests.frozen import book
from tests.site.reading import captions, lines, piece, rows

from resilience.records.sample import BlindAnswer, Sample, SampledText
from resilience.site.pages.common import Pages
from resilience.site.prose.samples import queue_accuracy

TEXTS = ("become a living wage employer", "provide free wifi in public buildings", "zzz qqq")


def sample(*answers: str | None, slug: str = "ann-1", day: int = 28, also: str | None = None) -> Sample:
    texts = tuple(
        SampledText(
            of="policy",
            record="fairer-fife-commission-2014",
            text=text,
            answer=BlindAnswer(
                type=said, also=also, suggested="none", score=50, date=date(2026, 11, day + place)
            )
            if said
            else None,
        )
        for place, (text, said) in enumerate(zip(TEXTS, answers, strict=False))
    )
    return Sample(
        slug=slug, reviewer="Ann <b> Reviewer", drawn=date(2026, 11, day), seed=7, waiting=1018, texts=texts
    )


def shown(*samples: Sample) -> nodes.Element:
    base = book()
    base.samples = {one.slug: one for one in samples}
    return piece(queue_accuracy(Pages(base), ""))


def test_before_anybody_has_done_it_one_sentence_says_so() -> None:
    assert lines(shown()) == ["Nobody has done it yet; one person can do it in an evening."]


def test_a_sample_without_answers_says_so() -> None:
    page = shown(sample(None, None))
    assert lines(page) == [
        "On 28 November 2026 Ann <b> Reviewer drew 2 of the 1,018 texts that waited (seed 7). "
        "None of them has an answer yet."
    ]
    assert captions(page) == []


def test_a_sample_that_is_half_done_says_what_is_missing() -> None:
    page = shown(sample("living-wage", None, "none"))
    assert lines(page)[0] == (
        "On 28 November 2026 Ann <b> Reviewer drew 3 of the 1,018 texts that waited (seed 7). "
        "2 of 3 have an answer, given from 28 November 2026 to 30 November 2026. "
        "The others are missing here, and may be harder."
    )


def test_a_whole_sample_has_a_table_with_intervals() -> None:
    page = shown(sample("living-wage"))
    assert lines(page)[0].endswith("1 of 1 have an answer, given on 28 November 2026.")
    assert captions(page) == [
        "How often the matcher is right on the sample that Ann <b> Reviewer drew on 28 November 2026"
    ]
    # Wilson's interval of 1 of 1 begins at 1 / (1 + 1.96²).
    right = ["1 of 1", "100", "21 to 100"]
    assert rows(page) == [
        ["The first suggestion, or that no type fits", *right],
        ["The right type is among the first three, of texts with a type", *right],
        ["The type that may stand without a look (auto)", *right],
        ["That no type fits (none)", "0 of 0", "–", "–"],
        ["The first suggestion, as the matcher stood on the day of the answer", "0 of 1", "0", "0 to 79"],
    ]


@pytest.mark.parametrize(("also", "there"), [("befriending", True), (None, False)])
def test_a_second_type_has_a_row_where_somebody_named_one(also: str | None, there: bool) -> None:
    named = [row[0] for row in rows(shown(sample("living-wage", also=also)))]
    assert any("second type" in name for name in named) is there


def test_the_latest_sample_comes_first() -> None:
    page = shown(sample("living-wage"), sample("living-wage", slug="bob-1", day=29))
    assert [one.rpartition(" on ")[2] for one in captions(page)] == ["29 November 2026", "28 November 2026"]
