"""What audits by random samples found: how often each kind of judgement was wrong."""

from collections.abc import Iterator

from resilience.records.editorial import Audit, AuditedField, AuditSample
from resilience.records.vocabulary import CodedBy
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Box, Line, Text, bullets, paragraph, table
from resilience.site.pages.common import Pages

HEADER = ("Looked at", "Wrong", "What was wrong")
FINE = 10
"""Below so many in a hundred, a share has a decimal."""
MADE_BY = {
    CodedBy.MODEL: "It was made by a language model, too.",
    CodedBy.PERSON: "It was made by a person.",
}


def audits(pages: Pages, _: str) -> list[Block]:
    """Show what each audit compared, what it found wrong and what was put right, the latest first."""
    return [_shown(audit) for audit in reversed(pages.base.audit.audits)]


def remaining(pages: Pages, _: str) -> list[Block]:
    """List patterns that remain after the audits."""
    return [bullets(pages.base.audit.remaining)]


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


def _shown(audit: Audit) -> Block:
    name = words.sentence(audit.name)
    when = f", {words.day(audit.on)}" if audit.on else ""
    said = [audit.how, MADE_BY[audit.by], *map(_drawn, audit.samples)]
    return Box(
        (
            paragraph([Text(f"{name}{when}.", strong=True), " ", " ".join(said)]),
            *(
                table(f"What {audit.name} found in {sample.of}", HEADER, _rows(sample))
                for sample in audit.samples
            ),
            paragraph("What was put right afterwards:"),
            bullets(audit.corrected),
        ),
        ("audit",),
    )


def _drawn(sample: AuditSample) -> str:
    again = "all" if sample.found_again == sample.drawn else words.number(sample.found_again)
    return f"{words.number(sample.drawn)} {sample.of} were drawn, and the pages of {again} were found again."


def _rows(sample: AuditSample) -> list[tuple[Line, ...]]:
    return [
        (words.sentence(field.what), _share(field, sample), words.sentence(field.wrong_what or "Nothing"))
        for field in sample.fields
    ]
