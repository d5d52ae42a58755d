"""What the page on matching shows of how the matcher was measured, and of the phrases that it learns from."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from resilience.evidence import EvidenceBase
from resilience.evidence.measured import ALL, BLIND, KEPT_APART, Measured, read_measured
from resilience.evidence.measured_limits import CurvePoint, Error, Mistake, read_curve, read_mistakes
from resilience.findings.lessons import coded
from resilience.learning.scale import AUTO_RIGHT
from resilience.matching.lexicon import NONE
from resilience.records.taxonomy import PhraseBatch
from resilience.site.pages import words
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Link, Passage
from resilience.synthesis.shares import Share

TEMPLATE = "prose/matching"
OFTEN = 3
"""How often one type must have been taken for another to be listed."""
OF_PEERS = f", {BLIND}"
"""How the name of a peer's row ends, for it learns what the blind row learns."""

NUMBERS_OF_MATCHING: dict[str, Callable[[EvidenceBase], float]] = {
    "texts_coded": lambda base: len(list(coded(base))),
    "phrases": lambda base: sum(map(_phrases, base.phrases.values())),
    "phrases_from_code_frame": lambda base: sum(
        _phrases(batch) for batch in base.phrases.values() if batch.from_code_frame_alone
    ),
    "phrases_of_no_type": lambda base: sum(map(_of_no_type, base.phrases.values())),
    "auto_must_be_right": lambda base: 100 * AUTO_RIGHT,
}
"""What the matcher learns from, and how often, in a hundred, what stands without a look must be right."""


@dataclass(frozen=True)
class Part:
    """A share of a hundred with its 95% interval, and of how many; nothing where there is none to count."""

    percent: str
    low: str
    high: str
    n: int


@dataclass(frozen=True)
class OneWay:
    """How well one way of learning, or a peer, does."""

    way: str
    first: Part
    any_named: Part
    alike: str
    three: Part | None


@dataclass(frozen=True)
class OneKind:
    """How well the blind way does on one kind of texts."""

    corpus: str
    first: Part
    false: Part | None
    auto: Part | None
    cover: Part | None
    second: Part | None


@dataclass(frozen=True)
class OneSet:
    """A set of texts, the answers of the blind way on it, and those of other ways."""

    name: str
    kept_apart: bool
    by: str
    coded: int
    n: int
    agreed: Part | None
    measured: str
    blind: OneKind
    any_named: Part
    kinds: tuple[OneKind, ...]
    ways: tuple[OneWay, ...]
    peers: tuple[OneWay, ...]


@dataclass(frozen=True)
class Point:
    """How well the blind way does after some phrases."""

    phrases: int
    first: Part
    any_named: str


@dataclass(frozen=True)
class Mistaken:
    """Wrong answers of one kind."""

    n: int
    near: int
    """Those whose right type was among the first three."""
    named: int
    """Those where a coder named what it gave as a second type."""
    unsure: int
    """Those of which a coder was not sure."""


@dataclass(frozen=True)
class MistakeKinds:
    """All wrong answers of the blind way, by kind, and what was most often taken for what."""

    n: int
    unsure: int
    kinds: tuple[tuple[str, Mistaken], ...]
    """Each kind in words, and how many there are."""
    often: tuple[tuple[Link | None, Link | None, int, int], ...]
    """What was coded, what was given (nothing for no type), how often, and how many a coder was unsure of."""


@dataclass(frozen=True)
class Limits:
    """Why the matcher is not better."""

    curve: tuple[Point, ...]
    mistakes: MistakeKinds | None


@dataclass(frozen=True)
class BatchRow:
    """A batch of phrases that were written for the matcher."""

    name: str
    written: str
    by: str
    alone: bool
    how: str
    phrases: int
    no_type: int
    two_types: int


def measured(pages: Pages, _: str) -> Passage:
    """Say how the matcher did on texts that two coders typed apart: first those that were kept apart."""
    rows = read_measured(pages.base.folder)
    names = sorted(dict.fromkeys(row.texts for row in rows), key=lambda name: name != KEPT_APART)
    sets = (_set(name, [row for row in rows if row.texts == name]) for name in names)
    return Passage(TEMPLATE, tuple(one for one in sets if one), "measured")


def _set(name: str, rows: Sequence[Measured]) -> OneSet | None:
    kinds = [row for row in rows if row.way == BLIND]
    whole = next((row for row in kinds if row.corpus == ALL), None)
    if whole is None:
        return None
    overall = [row for row in rows if row.corpus == ALL]
    return OneSet(
        name=name,
        kept_apart=name == KEPT_APART,
        by=whole.by.label,
        coded=whole.coded,
        n=whole.n,
        agreed=_share(whole.n, whole.coded),
        measured=words.day(whole.measured),
        blind=_kind(whole),
        any_named=_any_named(whole),
        kinds=tuple(_kind(row) for row in kinds if row is not whole),
        ways=tuple(_way(row) for row in _own(overall)),
        peers=tuple(_way(row) for row in overall if row.way.endswith(OF_PEERS)),
    )


def _own(rows: Iterable[Measured]) -> list[Measured]:
    """Give the rows of the matcher itself, the most blind first."""
    return [row for row in rows if not row.way.endswith(OF_PEERS)][::-1]


def _kind(row: Measured) -> OneKind:
    return OneKind(
        corpus=row.corpus,
        first=_f1(row.micro_f1, row.micro_f1_low, row.micro_f1_high, row.n),
        false=_share(row.false_types, row.untyped),
        auto=_share(row.auto_right, row.auto),
        cover=_share(row.auto_of_typed, row.typed),
        second=_share(row.seconds_right, row.seconds),
    )


def _way(row: Measured) -> OneWay:
    return OneWay(
        way=row.way.removesuffix(OF_PEERS),
        first=_f1(row.micro_f1, row.micro_f1_low, row.micro_f1_high, row.n),
        any_named=_any_named(row),
        alike=_percent(100 * row.macro_f1),
        three=_share(row.first_three, row.typed),
    )


def _any_named(row: Measured) -> Part:
    return _f1(row.any_f1, row.any_f1_low, row.any_f1_high, row.n)


def _f1(value: float, low: float, high: float, n: int) -> Part:
    return Part(_percent(100 * value), _percent(100 * low), _percent(100 * high), n)


def _share(right: int, n: int) -> Part | None:
    share = Share(right, n)
    if share.value is None or share.interval is None:
        return None
    low, high = share.interval
    return Part(_percent(share.value), _percent(low), _percent(high), n)


def _percent(value: float) -> str:
    return f"{value:.0f}"


def limits(pages: Pages, _: str) -> Passage:
    """Say how the matcher grows with what it learns from, and what it takes for what."""
    return Passage(
        TEMPLATE,
        Limits(
            curve=tuple(_point(one) for one in read_curve(pages.base.folder)),
            mistakes=_mistakes(pages, read_mistakes(pages.base.folder)),
        ),
        "limits",
    )


def _point(one: CurvePoint) -> Point:
    return Point(
        phrases=one.phrases,
        first=_f1(one.micro_f1, one.micro_f1_low, one.micro_f1_high, one.n),
        any_named=_percent(100 * one.any_f1),
    )


def _mistakes(pages: Pages, found: Sequence[Mistake]) -> MistakeKinds | None:
    if not found:
        return None
    often = sorted((one for one in found if one.n >= OFTEN), key=lambda one: -one.n)
    return MistakeKinds(
        n=sum(one.n for one in found),
        unsure=sum(one.unsure for one in found),
        kinds=(
            (Error.MISSED.value, _sum(one for one in found if one.said == NONE)),
            (Error.FALSE_TYPE.value, _sum(one for one in found if one.coded == NONE)),
            ("It gave another type", _sum(one for one in found if NONE not in (one.coded, one.said))),
        ),
        often=tuple((_type(pages, one.coded), _type(pages, one.said), one.n, one.unsure) for one in often),
    )


def _sum(found: Iterable[Mistake]) -> Mistaken:
    group = list(found)
    return Mistaken(*(sum(getattr(one, name) for one in group) for name in ("n", "near", "named", "unsure")))


def _type(pages: Pages, slug: str) -> Link | None:
    return None if slug == NONE else pages.type_link(slug)


def phrase_batches(pages: Pages, _: str) -> Passage:
    """List the batches of phrases: when and how each came about, and what is in it."""
    ordered = sorted(pages.base.phrases.values(), key=lambda batch: (batch.written, batch.slug))
    rows = tuple(
        BatchRow(
            name=batch.slug.replace("-", " "),
            written=words.day(batch.written),
            by=batch.by.label,
            alone=batch.from_code_frame_alone,
            how=batch.how,
            phrases=_phrases(batch),
            no_type=_of_no_type(batch),
            two_types=sum(len(group.phrases) for group in batch.groups if group.also),
        )
        for batch in ordered
    )
    return Passage(TEMPLATE, rows, "batches")


def _phrases(batch: PhraseBatch) -> int:
    return sum(len(group.phrases) for group in batch.groups)


def _of_no_type(batch: PhraseBatch) -> int:
    return sum(len(group.phrases) for group in batch.groups if group.type == NONE)
