"""Parts that several kinds of page share: links to records, citations, provenance, cautions."""

from collections import Counter
from collections.abc import Iterable

from resilience.findings import Findings
from resilience.findings.where import where
from resilience.records.provenance import Provenance, Source
from resilience.records.reference import Reference
from resilience.records.study import Outcome, Study
from resilience.records.vocabulary import Direction
from resilience.site.pages import words
from resilience.site.pages.blocks import (
    Block,
    Box,
    Line,
    Link,
    Section,
    Tag,
    Text,
    bullets,
    paragraph,
    present,
    section,
)

LONGEST_ADDRESS = 70


class Pages(Findings):
    """The view of the evidence, and how a page links to its records."""

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

    def work_link(self, key: str) -> Link | Text:
        """Link to a cited work: its study page, else its public address, else its name alone."""
        if key in self.base.studies:
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

    def sourced(self, text: Line, source: Source) -> Line:
        """Let a statement be followed by its source."""
        return [text, " Source: ", self.source_line(source), "."]


def domains_of(pages: Pages, types: Iterable[str], otherwise: tuple[str, ...] = ()) -> tuple[str, ...]:
    """List the domains of some activity types, each once, in the order of the code frame."""
    found = {pages.base.types[slug].domain for slug in types} or set(otherwise)
    return tuple(slug for slug in pages.base.domains if slug in found)


def reference_line(work: Reference) -> list[Line]:
    """Write out a work in full, saying what was not seen."""
    authors = ", ".join("and others" if name == "others" else name for name in work.authors)
    head = (
        f"{authors or 'Authors not seen'} ({work.year or 'year not seen'}). {work.title or 'Title not seen'}."
    )
    place = ", ".join(part for part in (work.journal or work.booktitle, _volume(work), work.pages) if part)
    line: list[Line] = [head + (f" {place}." if place else "")]
    if work.link:
        line += [" ", Link(work.link, url=work.link)]
    return line


def cautions_box(provenance: Provenance, also: Iterable[str] = ()) -> Box | None:
    """List what a reader must know before using the record."""
    lines = [*also, *provenance.cautions]
    if not lines:
        return None
    head = paragraph(Text("Be careful", strong=True))
    return Box((head, bullets(lines)), ("cautions",))


def provenance_section(provenance: Provenance, votes: Line = ()) -> Section | None:
    """Say where the record was seen, who coded it and how; of a study, how its votes were coded."""
    mirrors = (
        "It was read only on a site that re-publishes documents; the original address is still to be found."
    )
    blocks: list[Block | None] = [
        paragraph(words.coding(provenance)),
        paragraph(votes) if votes else None,
        paragraph(mirrors) if provenance.only_mirrors else None,
        bullets(
            [
                f"What was read, written by {item.kind.label}: {item.what}"
                for item in provenance.seen
                if item.what and item.kind
            ]
        ),
        paragraph(f"Coding notes: {provenance.notes}") if provenance.notes else None,
        paragraph(words.dates(provenance)),
    ]
    return section("Where this record comes from", "provenance", [Box(present(blocks), ("provenance",))])


def cite_section(title: str, docname: str, provenance: Provenance) -> Section | None:
    """Say how to cite the record itself."""
    line = (
        f"The Neighbourhood Resilience Evidence Book. Record {docname}: {title}. "
        f"Added on {words.day(provenance.added)}. Licence: CC BY 4.0."
    )
    return section("Cite this record", "cite", [paragraph(line)])


def direction_tag(study: Study, outcome: Outcome) -> Tag:
    """Show which way a result points, in words."""
    label = outcome.direction.label
    shown = f"Goes with {label.lower()}" if study.of_exposure else label
    return Tag(shown, ("badge", f"direction-{outcome.direction.value}"))


def directions_in_words(directions: Iterable[Direction], before: str = "") -> str:
    """Count results by direction, such as `3 better, 1 no difference`; `before` is said before each."""
    tally = Counter(directions)
    return ", ".join(
        f"{tally[direction]} {before}{direction.label.lower()}" for direction in Direction if tally[direction]
    )


def results_in_words(study: Study) -> str:
    """Count a study's results; what people live with goes with something, an activity does it."""
    before = "goes with " if study.of_exposure else ""
    return directions_in_words([outcome.direction for outcome in study.outcomes], before)


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
