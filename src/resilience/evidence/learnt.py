"""What the matcher has learnt, in `evidence/learnt/`: weights, a scale of scores, answers to unseen texts.

Beside them stands from what they were learnt, so that nobody needs to learn again to see that they are old.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from resilience.evidence.errors import EvidenceError
from resilience.evidence.saving import write_whole
from resilience.tables import TableFault, open_csv

FOLDER = "learnt"
WEIGHTS, SCALE, ANSWERS = "weights.csv", "scale.csv", "held-out.csv"
LEARNT_FROM = "learnt-from.csv"
SLACK, SLACK_OF_AUTO = 12, 0.02
"""How far a weight, in hundredths, and the bound of `auto` may be from what is learnt now."""
LEANING, AUTO = "always", "auto"
"""The row of weights that holds before a word is read; the row of the scale that bounds `auto`."""
FIRST, NAMED = "first", "named"
"""What a row of the scale is about: the type that comes first, or one that is named beside it."""


Digests = Mapping[str, str]
"""Digests by the names of the parts that were learnt from."""


Spoken = Mapping[str, int]
"""Hundredths of weight by type."""


@dataclass(frozen=True)
class LearntWeights:
    """For each sign its rarity, and its weight for each type for which it has one."""

    leanings: Spoken
    signs: Mapping[str, tuple[float, Spoken]]


@dataclass(frozen=True)
class LearntScale:
    """Lines from strength (0 to 1) to the score of a first type, and from lean to that of a further one."""

    points: tuple[tuple[float, float], ...]
    auto: float
    """The strength from which a match can stand."""
    named: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Answer:
    """What the matcher said of a coded text when it had not seen any text of that record."""

    source: str
    text: str
    coded: str
    type: str
    score: float
    decision: str
    first: str
    second: str
    third: str
    types: str
    """All types that it named, the first of them first, joined by `;`."""


def read_weights(folder: Path) -> LearntWeights:
    """Read `weights.csv` below an `evidence/` folder."""
    path = folder / FOLDER / WEIGHTS
    with _in_form(path):
        first, *rows = _rows(path)
        if first["sign"] != LEANING:
            raise ValueError(f"the first sign is not {LEANING}")
        pairs = (part.rsplit(" ", 1) for part in first["speaks_for"].split("; "))
        leanings = {slug: int(weight) for slug, weight in pairs}
        types = list(leanings)
        return LearntWeights(
            leanings,
            {row["sign"]: (float(row["rarity"]), _weights(row["speaks_for"], types)) for row in rows},
        )


def read_scale(folder: Path) -> LearntScale:
    """Read `scale.csv` below an `evidence/` folder."""
    path = folder / FOLDER / SCALE
    with _in_form(path):
        rows = _rows(path)
        (auto,) = (float(row["from"]) for row in rows if row["score"] == AUTO)
        first, named = (
            tuple(
                (float(row["from"]), float(row["score"]))
                for row in rows
                if row["of"] == of and row["score"] != AUTO
            )
            for of in (FIRST, NAMED)
        )
        if not first or not named:
            raise ValueError("a line has no points")
        return LearntScale(first, auto, named)


def read_answers(folder: Path) -> tuple[Answer, ...]:
    """Read `held-out.csv` below an `evidence/` folder."""
    path = folder / FOLDER / ANSWERS
    with _in_form(path):
        return tuple(Answer(score=float(row.pop("score")), **row) for row in _rows(path))


def read_digests(folder: Path) -> dict[str, str]:
    """Read `learnt-from.csv` below an `evidence/` folder."""
    path = folder / FOLDER / LEARNT_FROM
    with _in_form(path):
        return {row["part"]: row["digest"] for row in _rows(path)}


def write_learnt(
    folder: Path, weights: LearntWeights, scale: LearntScale, answers: Iterable[Answer], digests: Digests
) -> None:
    """Write all that was learnt below an `evidence/` folder, and from what."""
    texts = {
        WEIGHTS: weights_text(weights),
        SCALE: scale_text(scale),
        ANSWERS: answers_text(answers),
        LEARNT_FROM: _table(["part", "digest"], map(list, digests.items())),
    }
    for name, text in texts.items():
        write_whole(folder / FOLDER / name, text)


def stale_learnt(
    folder: Path, weights: LearntWeights, scale: LearntScale, answers: Iterable[Answer], digests: Digests
) -> list[str]:
    """Name the files that say other than what was learnt now.

    Another processor may round the last digit another way, so numbers need only be near.
    """
    alike = {
        WEIGHTS: _same_weights(read_weights(folder), weights),
        SCALE: abs(read_scale(folder).auto - scale.auto) <= SLACK_OF_AUTO,
        ANSWERS: _questions(read_answers(folder)) == _questions(answers),
        LEARNT_FROM: read_digests(folder) == digests,
    }
    return [name for name, same in alike.items() if not same]


def _same_weights(one: LearntWeights, other: LearntWeights) -> bool:
    return one.signs.keys() == other.signs.keys() and all(
        _near(weights, other.signs[sign][1]) for sign, (_, weights) in one.signs.items()
    )


def _near(one: Spoken, other: Spoken) -> bool:
    return all(abs(one.get(slug, 0) - other.get(slug, 0)) <= SLACK for slug in {*one, *other})


def _questions(answers: Iterable[Answer]) -> list[tuple[str, str, str]]:
    return [(answer.source, answer.text, answer.coded) for answer in answers]


def weights_text(weights: LearntWeights) -> str:
    """Give `weights.csv`: one sign a row, with the types that it speaks for or against, strongest first.

    The first row names the types; those after it tell a type by its place in that row.
    """
    types = {slug: place for place, slug in enumerate(weights.leanings)}
    told = "; ".join(f"{slug} {weight}" for slug, weight in weights.leanings.items())
    return _table(
        ["sign", "rarity", "speaks_for"],
        [
            [LEANING, "1", told],
            *(
                [sign, f"{rarity:g}", _spoken(weight, types)]
                for sign, (rarity, weight) in sorted(weights.signs.items())
            ),
        ],
    )


def _spoken(weights: Spoken, types: Mapping[str, int]) -> str:
    strongest = sorted(weights.items(), key=lambda one: (-abs(one[1]), types[one[0]]))
    return " ".join(f"{types[slug]}{weight:+d}" for slug, weight in strongest)


_WEIGHT = re.compile(r"(\d+)([+-]\d+)")


def _weights(spoken: str, types: list[str]) -> dict[str, int]:
    return {types[int(place)]: int(weight) for place, weight in _WEIGHT.findall(spoken)}


def scale_text(scale: LearntScale) -> str:
    """Give `scale.csv`."""
    lines = {FIRST: scale.points, NAMED: scale.named}
    points = [[of, f"{at:.3f}", f"{score:.1f}"] for of, line in lines.items() for at, score in line]
    return _table(["of", "from", "score"], [*points, [FIRST, f"{scale.auto:.3f}", AUTO]])


def answers_text(answers: Iterable[Answer]) -> str:
    """Give `held-out.csv`."""
    rows = [astuple(answer) for answer in answers]
    return _table(
        [field.name for field in fields(Answer)],
        ([f"{cell:.1f}" if isinstance(cell, float) else cell for cell in row] for row in rows),
    )


def _table(header: list[str], rows: Iterable[list[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


@contextmanager
def _in_form(path: Path) -> Iterator[None]:
    """Say what to do where a file was learnt by another version, or changed by hand."""
    try:
        yield
    except (IndexError, KeyError, TypeError, ValueError):
        raise EvidenceError(f"{path} is not in the form of today; run `make learn` to make it anew") from None


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        return list(open_csv(path).named_rows())
    except FileNotFoundError:
        raise EvidenceError(f"{path} is missing; run `make learn` to make it") from None
    except TableFault as fault:
        raise EvidenceError(f"{fault.in_file(str(path))} Or run `make learn` to make it anew.") from None
