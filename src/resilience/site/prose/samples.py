"""How often the matcher is right on random samples that a person typed without its suggestions."""

from dataclasses import dataclass

from resilience.findings.samples import Measured, measure
from resilience.site.pages import words
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Passage
from resilience.synthesis.shares import Share


@dataclass(frozen=True)
class ShownShare:
    """How many were right, of how many, and the share of a hundred with its interval, where there is one."""

    right: int
    n: int
    percent: str | None
    low: str | None
    high: str | None


@dataclass(frozen=True)
class Rows:
    """What a sample measures, a row each."""

    first: ShownShare
    any_named: ShownShare | None
    among_three: ShownShare
    auto: ShownShare
    none: ShownShare
    first_then: ShownShare


@dataclass(frozen=True)
class ShownSample:
    """A sample, how far it is answered, and what it measures once an answer is there."""

    by: str
    drawn: str
    seed: str
    waiting: int
    size: int
    answered: int
    begun: str | None
    ended: str | None
    """The last day of the answers, where it is another one."""
    rows: Rows | None


def queue_accuracy(pages: Pages, _: str) -> Passage:
    """Say how often suggestions are right on each sample, the latest first, or that there is none yet."""
    samples = sorted(pages.base.samples.values(), key=lambda one: (one.drawn, one.slug), reverse=True)
    shown = tuple(_shown(measure(pages, sample)) for sample in samples)
    return Passage("prose/samples", shown, "queue_accuracy")


def _shown(found: Measured) -> ShownSample:
    sample = found.sample
    days = [words.day(one) for one in found.days]
    return ShownSample(
        by=sample.reviewer,
        drawn=words.day(sample.drawn),
        seed=str(sample.seed),
        waiting=sample.waiting,
        size=len(sample.texts),
        answered=len(sample.answered),
        begun=days[0] if days else None,
        ended=days[1] if len(set(days)) > 1 else None,
        rows=_rows(found) if days else None,
    )


def _rows(found: Measured) -> Rows:
    return Rows(
        first=_share(found.first),
        any_named=_share(found.any_named) if found.any_named else None,
        among_three=_share(found.among_three),
        auto=_share(found.auto),
        none=_share(found.none),
        first_then=_share(found.first_then),
    )


def _share(share: Share) -> ShownShare:
    low, high = share.interval or (None, None)
    return ShownShare(share.right, share.n, _percent(share.value), _percent(low), _percent(high))


def _percent(value: float | None) -> str | None:
    return None if value is None else f"{value:.0f}"
