"""Parts that several kinds of page share: links to records, citations, provenance, cautions."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from resilience.changes.history import EvidenceHistory, evidence_history
from resilience.datapackage import Sheet, sheets
from resilience.findings import Findings
from resilience.findings.coverage import where
from resilience.places.nation import NationTable
from resilience.places.nation_tables import nation_tables
from resilience.planning.from_records.place_view import PlaceView
from resilience.planning.from_records.plans import Plans
from resilience.records.amends import Correction
from resilience.records.provenance import Provenance, Source
from resilience.records.reference import Reference
from resilience.records.study import Outcome, Study
from resilience.records.vocabulary import Direction
from resilience.site.pages import words
from resilience.site.wording.values import Link, Tag, Text

LONGEST_ADDRESS = 70
GOES_WITH = ("goes with", "go with")
"""What stands between a count and a direction, for one result and for more: no association helps or harms."""


class Pages(Findings):
    """The view of the evidence, and how a page links to its records."""

    kept: Path | None = None
    """Where what takes time to work out is kept between builds; None keeps nothing."""

    @cached_property
    def history(self) -> EvidenceHistory:
        """What happened to the evidence, as git tells it."""
        return evidence_history(self.base.folder, self.kept / "history.json" if self.kept else None)

    @cached_property
    def data_sheets(self) -> tuple[Sheet[Any], ...]:
        """The sheets of the data package, whose rows are made once."""
        return sheets(self)

    @cached_property
    def reviewed(self) -> tuple[tuple[str, Provenance], ...]:
        """Where records come from that are reviewed, by their pages."""
        base = self.base
        return (
            *((f"studies/{key}", one.provenance) for key, one in base.all_studies.items()),
            *((f"policies/{slug}", one.provenance) for slug, one in base.policies.items()),
            *((f"neighbourhoods/{slug}", one.provenance) for slug, one in base.all_neighbourhoods.items()),
        )

    @cached_property
    def days_on_record(self) -> frozenset[date]:
        """The days on which a reviewed record was added or checked."""
        added = {one.added for _, one in self.reviewed}
        return frozenset(added | {one.checked.on for _, one in self.reviewed if one.checked})

    @cached_property
    def laid_out(self) -> dict[str, Any]:
        """The record pages that were laid out so far, by docname."""
        return {}

    @cached_property
    def nation_tables(self) -> dict[str, NationTable]:
        """The places of each nation in columns, by the nation's slug."""
        country, figures = self.base.country, self.base.place_figures
        makings = "nation tables", id(country), id(figures)
        return self.base.shared.once(makings, lambda: nation_tables(country, figures))

    @cached_property
    def place_view(self) -> PlaceView:
        """How places stand and which are alike."""
        return PlaceView(self, self.nation_tables)

    @cached_property
    def plans(self) -> Plans:
        """What the steps from place to plan read, in the form in which a reader's browser fetches it."""
        return Plans(self, self.place_view)

    def type_link(self, slug: str) -> Link:
        """Link to an activity type."""
        return Link(self.base.types[slug].label, f"activities/{slug}")

    def type_tag(self, slug: str) -> Tag:
        """Tag with an activity type, in the colour of its domain."""
        type_ = self.base.types[slug]
        return Tag(type_.label, ("tag", f"domain-{type_.domain}"), f"activities/{slug}")

    def study_link(self, key: str) -> Link:
        """Link to a study by authors and year."""
        return Link(self.base.cited[key], f"studies/{key}")

    def council_link(self, slug: str) -> Link:
        """Link to a council."""
        return Link(self.base.councils[slug].name, f"councils/{slug}")

    def outcome_link(self, slug: str) -> Link:
        """Link to an outcome category."""
        return Link(self.base.outcomes[slug].label, f"outcomes/{slug}")

    def problem_link(self, slug: str) -> Link:
        """Link to the page that compares activities for a group of outcomes."""
        return Link(self.base.outcome_groups[slug].heading, f"problems/{slug}")

    def pool_link(self, slug: str) -> Link:
        """Link to a set of results."""
        return Link(self.base.pools[slug].title, f"pools/{slug}")

    def policy_link(self, slug: str) -> Link:
        """Link to a policy."""
        return Link(self.base.policies[slug].title, f"policies/{slug}")

    def place_link(self, slug: str) -> Link:
        """Link to a neighbourhood."""
        return Link(self.base.all_neighbourhoods[slug].name, f"neighbourhoods/{slug}")

    def work_link(self, key: str) -> Link | Text:
        """Link to a cited work: its study page, else its public address, else its name alone."""
        if key in self.base.all_studies:
            return self.study_link(key)
        name, address = self.base.cited[key], self.base.references[key].link
        return Link(name, url=address) if address else Text(name)

    def source_line(self, source: Source) -> Link | Text:
        """Say where a statement comes from; a mirror is named as one and never linked."""
        if source.work:
            return self.work_link(source.work)
        if source.url and not self.base.mirrors.covers(source.url):
            return Link(_address(source.url), url=source.url)
        return Text("a copy on a re-publishing site; the original is still to be found")


def domains_of(pages: Pages, types: Iterable[str], otherwise: tuple[str, ...] = ()) -> tuple[str, ...]:
    """List the domains of some activity types, each once, in the order of the code frame."""
    found = {pages.base.types[slug].domain for slug in types} or set(otherwise)
    return tuple(slug for slug in pages.base.domains if slug in found)


@dataclass(frozen=True)
class Successor:
    """Who stands in the place of a council that is gone, and since when."""

    gone: str
    since: str
    councils: tuple[Link | Text, ...]
    source: Link | Text


def successor_of(pages: Pages, slug: str) -> Successor | None:
    """Say who stands in the place of a council today; None where it still stands itself."""
    council = pages.base.councils[slug]
    if council.successors is None:
        return None
    with_page = {
        name: pages.council_link(one.slug)
        for one in pages.base.councils.values()
        for name in (*one.also_written, one.name)
    }
    return Successor(
        gone=council.name,
        since=words.day(council.successors.since),
        councils=tuple(with_page.get(name, Text(name)) for name in council.successors.names),
        source=pages.source_line(council.successors.source),
    )


@dataclass(frozen=True)
class Work:
    """A work in full."""

    authors: tuple[str, ...]
    year: str | None
    title: str | None
    place: str
    link: Link | None


def work_in_full(work: Reference) -> Work:
    """Give the facts of a work; what was not seen is left out."""
    place = (part for part in (work.journal or work.booktitle, _volume(work), work.pages) if part)
    return Work(
        authors=tuple("and others" if name == "others" else name for name in work.authors),
        year=str(work.year) if work.year else None,
        # The page ends the title with a full stop of its own.
        title=work.title.removesuffix(".") if work.title else None,
        place=", ".join(place),
        link=Link(work.link, url=work.link) if work.link else None,
    )


@dataclass(frozen=True)
class Cited:
    """A page that is made from several records, as one cites it."""

    docname: str
    title: str
    changed: str | None
    """None where none of its records has a date."""


def last_change(history: Iterable[Provenance], *also: date | None) -> str:
    """Say when the newest of some records was added or checked, or the latest day of `also`."""
    days = [day for one in history for day in (one.added, one.checked.on if one.checked else None)]
    known = [day for day in (*days, *also) if day]
    return words.day(max(known)) if known else words.NOT_SEEN


@dataclass(frozen=True)
class SeenPart:
    """What was read in one place, and the kind of those who wrote it."""

    kind: str
    what: str


@dataclass(frozen=True)
class History:
    """Where a record was seen, who coded and checked it, and when."""

    docname: str
    title: str
    read: str
    coded_by: str
    coders: str
    checked_by: str | None
    checked_on: str | None
    only_mirrors: bool
    seen: tuple[SeenPart, ...]
    added: str
    changed: str
    review_by: str
    corrections: tuple["Corrected", ...]


@dataclass(frozen=True)
class Corrected:
    """A value that was put right: what it was, why, who reported it and when."""

    field: str
    was: str | None
    now: str
    reason: str
    by: str
    on: str
    source: str | None


def corrected(one: Correction) -> Corrected:
    """Give the facts of a correction."""
    return Corrected(
        field=" ".join(re.findall(r"[a-z]+", one.field)),
        was=one.was,
        now="nothing" if one.expected is None else str(one.expected),
        reason=words.sentence(one.reason),
        by=one.by,
        on=words.day(one.on),
        source=one.source,
    )


def history_of(pages: Pages, docname: str, title: str, provenance: Provenance, *also: date | None) -> History:
    """Give the facts of a record's provenance; `also` are days on which something was added to the record.

    What coders noted for each other stays in the record.
    """
    checked = provenance.checked
    mended = [one for one in pages.base.corrections if one.record == docname]
    return History(
        docname=docname,
        title=title,
        read=provenance.read.label,
        coded_by=provenance.by.label,
        coders=provenance.coders.label,
        checked_by=checked.by if checked else None,
        checked_on=words.day(checked.on) if checked else None,
        only_mirrors=provenance.only_mirrors,
        seen=tuple(
            SeenPart(seen.kind.label, seen.what) for seen in provenance.seen if seen.what and seen.kind
        ),
        added=words.day(provenance.added),
        changed=last_change([provenance], *also, *(one.on for one in mended)),
        review_by=words.day(provenance.review_by),
        corrections=tuple(map(corrected, mended)),
    )


def direction_tag(study: Study, outcome: Outcome) -> Tag:
    """Show which way a result of a study points, in words."""
    return pointing(outcome.direction, study.of_exposure)


def pointing(direction: Direction, of_exposure: bool) -> Tag:
    """Show which way a result points, in words; what people live with goes with something."""
    label = direction.label
    shown = f"Goes with {label.lower()}" if of_exposure else label
    return Tag(shown, ("badge", f"direction-{direction.value}"))


def directions_in_words(directions: Iterable[Direction], *, of_exposure: bool = False) -> str:
    """Count results by direction, such as `3 better, 1 no difference`; exposures go with a direction."""
    tally = Counter(directions)
    return ", ".join(
        counted_direction(tally[direction], direction, of_exposure=of_exposure)
        for direction in Direction
        if tally[direction]
    )


def counted_direction(count: int, direction: Direction, *, of_exposure: bool) -> str:
    """Say how many results point one way, such as `3 better`, or `2 go with worse` for exposures."""
    between = [words.one_or_more(count, *GOES_WITH)] if of_exposure else []
    return " ".join([words.number(count), *between, direction.label.lower()])


def results_in_words(study: Study) -> str:
    """Count a study's results; what people live with goes with something, an activity does it."""
    directions = [outcome.direction for outcome in study.outcomes]
    return directions_in_words(directions, of_exposure=study.of_exposure)


def study_where(study: Study) -> str:
    """Say where a study was done."""
    return where(study)


def _volume(work: Reference) -> str | None:
    if not work.volume:
        return f"issue {work.issue}" if work.issue else None
    return f"{work.volume}({work.issue})" if work.issue else work.volume


def _address(url: str) -> str:
    """Shorten an address to what a reader needs to tell it from others."""
    text = url.split("://", 1)[1].removeprefix("www.").rstrip("/")
    return text if len(text) <= LONGEST_ADDRESS else text[: LONGEST_ADDRESS - 1] + "…"
