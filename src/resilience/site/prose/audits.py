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
class ShownField:
    """What was looked at, how much of it was wrong, and what was wrong."""

    what: str
    wrong: str
    wrong_what: str
    aim: str | None
    reached: bool
    by_whom: str | None


@dataclass(frozen=True)
class ShownSample:
    """What an audit found in records of one kind."""

    of: str
    drawn_from: str | None
    drawn: int
    found_again: int
    by_whom: str | None
    fields: tuple[ShownField, ...]
    has_aims: bool
    names_who: bool
    """Whether some of it was compared by others than the rest."""


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

    With a `?` at its end, no audit may have looked at it yet; without one, raises KeyError where none did.
    """
    found = list(_rates(pages.base.audit.audits, name.removesuffix("?")))
    if not found and not name.endswith("?"):
        raise KeyError(name)
    return Text("; ".join(found) or "not audited yet")


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
        samples=tuple(map(_sample, audit.samples)),
        corrected=tuple(audit.corrected),
    )


def _sample(sample: AuditSample) -> ShownSample:
    return ShownSample(
        of=sample.of,
        drawn_from=sample.drawn_from,
        drawn=sample.drawn,
        found_again=sample.found_again,
        by_whom=sample.by_whom,
        fields=tuple(_field(field, sample) for field in sample.fields),
        has_aims=any(field.aim for field in sample.fields),
        names_who=any(field.by_whom for field in sample.fields),
    )


def _field(field: AuditedField, sample: AuditSample) -> ShownField:
    aim, checked = field.aim, field.checked
    by_whom = field.by_whom or sample.by_whom
    return ShownField(
        what=words.sentence(field.what),
        wrong=_share(field, sample),
        wrong_what=words.sentence(field.wrong_what or ""),
        aim=f"under {words.number(aim)}%" if aim else None,
        reached=bool(aim and checked and 100 * field.wrong < aim * checked),
        by_whom=words.sentence(by_whom) if by_whom else None,
    )
