"""What audits by random samples found: how often each kind of judgement was wrong."""

from collections.abc import Iterator
from dataclasses import dataclass

from resilience.records.editorial import Audit, AuditedField, AuditSample
from resilience.records.vocabulary import CodedBy
from resilience.site.pages import words
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Passage, Text

FINE = 10
"""Below so many in a hundred, a share has a decimal."""


@dataclass(frozen=True)
class ShownSample:
    """What an audit found in records of one kind."""

    of: str
    drawn: int
    found_again: int
    fields: tuple[tuple[str, str, str], ...]
    """What was looked at, how much of it was wrong, and what was wrong."""


@dataclass(frozen=True)
class ShownAudit:
    """What an audit compared, what it found wrong and what was put right."""

    name: str
    on: str | None
    how: str
    by_model: bool
    samples: tuple[ShownSample, ...]
    corrected: tuple[str, ...]


def audits(pages: Pages, _: str) -> Passage:
    """Show what each audit compared, what it found wrong and what was put right, the latest first."""
    return Passage("prose/audits", tuple(map(_shown, reversed(pages.base.audit.audits))), "audits")


def remaining(pages: Pages, _: str) -> Passage:
    """List patterns that remain after the audits."""
    return Passage("prose/audits", tuple(pages.base.audit.remaining), "remaining")


def rate(pages: Pages, name: str) -> Text:
    """Say how often a judgement, such as `studies numbers`, was wrong in each audit that looked at it.

    Raises KeyError where none did.
    """
    found = list(_rates(pages.base.audit.audits, name))
    if not found:
        raise KeyError(name)
    return Text("; ".join(found))


def _rates(all_of_them: tuple[Audit, ...], name: str) -> Iterator[str]:
    for audit in all_of_them:
        for sample in audit.samples:
            for field in sample.fields:
                if name == f"{sample.of} {field.judgement}":
                    yield f"{_share(field, sample)} in {audit.name}"


def _share(field: AuditedField, sample: AuditSample) -> str:
    """Write how many were wrong, of how many; where they were not counted, in how many records."""
    if field.checked is None:
        return f"{words.number(field.wrong)} in {words.number(sample.drawn)} {sample.of}"
    share = 100 * field.wrong / field.checked
    percent = f"{share:.1f}%" if 0 < share < FINE else f"{share:.0f}%"
    return f"{words.number(field.wrong)} of {words.number(field.checked)} ({percent})"


def _shown(audit: Audit) -> ShownAudit:
    return ShownAudit(
        name=audit.name,
        on=words.day(audit.on) if audit.on else None,
        how=audit.how,
        by_model=audit.by is CodedBy.MODEL,
        samples=tuple(
            ShownSample(sample.of, sample.drawn, sample.found_again, tuple(_rows(sample)))
            for sample in audit.samples
        ),
        corrected=tuple(audit.corrected),
    )


def _rows(sample: AuditSample) -> Iterator[tuple[str, str, str]]:
    for field in sample.fields:
        yield words.sentence(field.what), _share(field, sample), words.sentence(field.wrong_what or "")
