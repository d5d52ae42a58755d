"""How a blind sample is drawn, listed and refused, and how it looks."""

import re
from pathlib import Path

import pytest
from tests.cli.blind_walks import ANN, DRAW, kept, refused, run, walked
from tests.cli.conftest import WIDTH

from resilience.evidence import load
from resilience.evidence.saving import save_sample
from resilience.findings import Findings


def test_the_sample_is_listed_with_its_answers_and_without_suggestions(book: Path) -> None:
    assert "Say how many texts to draw" in refused(*DRAW, "--list")
    walked("3 + 2", "n", "q")
    header, *rows = [line.split("\t") for line in run(*ANN, "--list").output.splitlines()]
    assert header == ["answer", "record", "text"]
    assert [row[0] for row in rows] == ["fuel-poverty + healthy-homes", "none", "", "", ""]
    assert [(row[1], row[2]) for row in rows] == [one.key for one in kept(book).texts]


def test_more_than_wait_are_all_that_wait(book: Path) -> None:
    waiting = len(Findings(load(book)).suggestions.queue)
    walked("q", words=(*ANN, "--sample", "1000"))
    assert len(kept(book).texts) == waiting


def test_the_name_of_another_person_never_leads_to_ones_sample(book: Path) -> None:
    walked("q")
    save_sample(load(book), kept(book).model_copy(update={"reviewer": "ANN Reviewer"}))
    assert "ann-reviewer-1 is the sample of ANN Reviewer. Take another --seed." in refused(*ANN)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (ANN, "Say how many texts to draw: --sample N, such as --sample 60."),
        (("--sample", "5"), "--sample goes with --blind only."),
        (("--seed", "5"), "--seed goes with --blind or --records only."),
        ((*DRAW, "--records"), "--blind does not go with --records."),
        ((*DRAW, "--type", "befriending"), "--type does not go with --blind."),
        ((*DRAW, "--record", "claremont"), "--record does not go with --blind."),
        ((*DRAW, "--count"), "--count does not go with --blind."),
        ((*ANN, "--sample", "0"), "0 is not in the range x>=1"),
    ],
)
def test_what_can_not_be_done_is_refused_with_a_sentence(
    book: Path, words: tuple[str, ...], sentence: str
) -> None:
    assert sentence in refused(*words)
    assert not list((book / "evidence/samples").glob("*.yml"))


def test_another_size_of_the_same_sample_is_refused(book: Path) -> None:
    walked("q")
    assert "Your sample of seed 1, drawn on" in refused(*ANN, "--sample", "6")
    assert len(kept(book).texts) == 5


def test_where_nothing_waits_nothing_is_drawn(book: Path) -> None:
    for folder in ("policies", "neighbourhoods"):
        for path in (book / "evidence" / folder).glob("*.yml"):
            path.unlink()
    assert "No text waits." in refused(*DRAW)


def test_lines_fit_a_narrow_terminal_without_colour(book: Path) -> None:
    output = walked("?", "housing", "x", "1", "b", "s", "n", "q")
    assert [line for line in output.splitlines() if len(line) > WIDTH and "://" not in line] == []
    assert "\x1b" not in output


def test_types_have_their_numbers_under_their_domains(book: Path) -> None:
    base = load(book)
    shown = walked("q").partition("--- 1")[0]
    assert re.findall(r"^ +(\d+)  ", shown, re.MULTILINE) == [str(n + 1) for n in range(len(base.types))]
    assert all(domain.label in shown for domain in base.domains.values())
