"""What was put right after it was published: notices on studies, corrections, and records that moved."""

from dataclasses import dataclass

from resilience.site.pages import words
from resilience.site.pages.common import Corrected, Pages, corrected
from resilience.site.wording.values import Link, Passage


@dataclass(frozen=True)
class Noticed:
    """A study with a notice."""

    study: Link
    on: str
    link: Link


@dataclass(frozen=True)
class Mended:
    """A correction, and the page of its record."""

    record: Link
    correction: Corrected


@dataclass(frozen=True)
class Moved:
    """A record under another name."""

    old: str
    new: Link
    on: str
    reason: str


@dataclass(frozen=True)
class Amends:
    """All of them, the newest first."""

    notices: tuple[Noticed, ...]
    corrections: tuple[Mended, ...]
    moved: tuple[Moved, ...]


def amends(pages: Pages, _: str) -> Passage:
    """List notices, corrections and old names."""
    base = pages.base
    dated = sorted(
        ((study.notice, key) for key, study in base.withdrawn.items() if study.notice),
        key=lambda one: one[0].on,
        reverse=True,
    )
    facts = Amends(
        notices=tuple(
            Noticed(pages.study_link(key), words.day(one.on), Link("the notice", url=one.url))
            for one, key in dated
        ),
        corrections=tuple(
            Mended(Link(one.record, docname=one.record), corrected(one))
            for one in sorted(base.corrections, key=lambda one: one.on, reverse=True)
        ),
        moved=tuple(
            Moved(
                f"{one.folder.value}/{one.old}",
                Link(f"{one.folder.value}/{one.new}", docname=f"{one.folder.value}/{one.new}"),
                words.day(one.on),
                words.sentence(one.reason or ""),
            )
            for one in sorted(base.old_names, key=lambda one: one.on, reverse=True)
        ),
    )
    return Passage("prose/amends", facts, "amends")
