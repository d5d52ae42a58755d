"""What a maintainer may ask of records again: too many, and no fault of whoever changes one of them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.numbers import REVIEWS
from resilience.records.policy import Action, Policy
from resilience.records.study import Study
from resilience.records.vocabulary import Design


@dataclass(frozen=True)
class Ask:
    """One question, with the records that leave it open."""

    title: str
    do: str
    """What answers it, in a sentence."""
    paths: tuple[str, ...]
    """From the root of the repository, with forward slashes."""


_WITHOUT_PEOPLE = (*REVIEWS, Design.MODELLING, Design.ECONOMIC_EVALUATION)
_FAIRNESS = re.compile(
    r"depriv|\bpoor(?:er|est)?\b(?! (?:health|mental|self|sleep|quality))|\bpoverty|\bincome|inequalit"
    r"|\bwomen\b|ethnic",
    re.IGNORECASE,
)


def find_asks(folder: Path, today: date | None = None) -> list[Ask]:
    """List what could be asked again of the records in an evidence folder, in a fixed order."""
    corpus = Corpus(folder, today or date.today())
    return [
        Ask(title, do, tuple(_paths(corpus.parts(model), is_open))) for title, do, model, is_open in _ASKED
    ]


def _paths(parts: Sequence[Part], is_open: Callable[[Part], bool]) -> Iterator[str]:
    yield from sorted(part.document.path for part in parts if is_open(part))


def _review_of_how_many(study: Part) -> bool:
    return study.text("design") in REVIEWS and study.data.get("included_studies") is None


def _of_how_many_people(study: Part) -> bool:
    return study.text("design") not in _WITHOUT_PEOPLE and study.data.get("sample_size") is None


def _fair_to_whom(study: Part) -> bool:
    if study.text("inequality"):
        return False
    words = [study.text("summary"), study.text("population"), study.inside("provenance").text("notes")]
    for part in study.document.parts:
        words += [part.text("measure"), part.text("note")]
    return any(map(_FAIRNESS.search, words))


def _codes(policy: Part) -> list[str]:
    return [part.text("coded") for part in policy.document.parts if part.model is Action]


def _type_without_action(policy: Part) -> bool:
    codes = _codes(policy)
    return bool(codes) and all(codes) and not {slug for _, slug in policy.texts("types")} <= set(codes)


def _without_coded_action(policy: Part) -> bool:
    return not any(_codes(policy))


def _since_when(policy: Part) -> bool:
    return policy.data.get("year_start") is None


def _without_figure(policy: Part) -> bool:
    return policy.data.get("monitoring") is True and not policy.data.get("figures")


_ASKED: tuple[tuple[str, str, type[Study] | type[Policy], Callable[[Part], bool]], ...] = (
    (
        "Reviews that do not say of how many studies",
        "Look for the number in the abstract, and give it as included_studies.",
        Study,
        _review_of_how_many,
    ),
    (
        "Studies that do not say of how many people",
        "Look for the number in the abstract, and give it as sample_size.",
        Study,
        _of_how_many_people,
    ),
    (
        "Studies whose words speak of fairness, without inequality",
        "Say under inequality what the source found of better-off and worse-off people.",
        Study,
        _fair_to_whom,
    ),
    (
        "Policies with a type that no action has, though all are coded",
        "Add the action that belongs to the type, or take the type away.",
        Policy,
        _type_without_action,
    ),
    (
        "Policies without any coded action",
        "Have two people code the actions apart, or approve what the matcher suggests.",
        Policy,
        _without_coded_action,
    ),
    (
        "Policies without a first year",
        "Look for the year on another page, and give it as year_start.",
        Policy,
        _since_when,
    ),
    (
        "Policies said to be monitored, without a figure",
        "Give a figure of what was done, or write monitoring: null.",
        Policy,
        _without_figure,
    ),
)
