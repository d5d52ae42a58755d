"""Hints name what was meant, or nothing: a wrong hint moves data into the wrong place."""

import pytest

from resilience.checks.likeness import alike

COUNCILS = (
    "sefton-metropolitan-borough-council",
    "preston-city-council",
    "leeds-city-council",
    "newcastle-under-lyme-borough-council",
    "newcastle-upon-tyne-city-council",
    "st-helens-borough-council",
    "blackpool-council",
)
FIELDS = ("title", "author", "year", "journal", "publisher", "volume", "pages", "doi", "isbn", "url", "note")
TYPES = ("green-space", "welfare-debt-advice", "community-arts", "fuel-poverty", "credit-unions")
STUDIES = ("csi-2014-nils-evaluation", "imlt-2007-evaluation", "south-2018-greening-vacant-land")


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("sefton-council", COUNCILS, "sefton-metropolitan-borough-council"),
        ("Leeds", COUNCILS, "leeds-city-council"),
        ("prestn-city-council", COUNCILS, "preston-city-council"),
        ("st-helens", COUNCILS, "st-helens-borough-council"),
        ("Blackpool Council", COUNCILS, "blackpool-council"),
        ("newcastle-upon-tyne", COUNCILS, "newcastle-upon-tyne-city-council"),
        ("autor", FIELDS, "author"),
        ("yaer", FIELDS, "year"),
        ("page", FIELDS, "pages"),
        ("Green space", TYPES, "green-space"),
        ("greenspace", TYPES, "green-space"),
        ("debt-advise", TYPES, "welfare-debt-advice"),
        ("csi-2014-nils-evaluation copy", STUDIES, "csi-2014-nils-evaluation"),
        ("csi-2015-nils-evaluation", STUDIES, "csi-2014-nils-evaluation"),
        ("imlt-2007-evalution", STUDIES, "imlt-2007-evaluation"),
        ("south-2018-greening", STUDIES, "south-2018-greening-vacant-land"),
    ],
)
def test_what_was_meant(word: str, known: tuple[str, ...], meant: str) -> None:
    assert alike(word, known) == [meant]


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("carlisle-council", COUNCILS),
        ("bolton", COUNCILS),
        *(
            (word, FIELDS)
            for word in ("file", "issn", "urldate", "shorttitle", "howpublished", "month", "date")
        ),
        ("community-garden", TYPES),
        ("warm-homes", TYPES),
        ("smith-2024-trial", STUDIES),
        ("", STUDIES),
        ("-", STUDIES),
        ("x" * 1000, STUDIES),
    ],
)
def test_no_hint_is_better_than_a_wrong_one(word: str, known: tuple[str, ...]) -> None:
    assert alike(word, known) == []


def test_two_that_are_as_like_are_both_named() -> None:
    assert alike("newcastle", COUNCILS) == list(COUNCILS[3:5])
