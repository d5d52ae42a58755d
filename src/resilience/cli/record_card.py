"""One record that a person compares with its source, as the screen shows it: summary, codes, where seen."""

from collections.abc import Iterator, Mapping
from typing import Any

import click

from resilience.cli.review_card import say
from resilience.evidence import EvidenceBase
from resilience.findings.first_to_check import Checkable, ToCheck
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.study import Study

KEYS = "o all is right · w something is wrong · s skip · q quit"
_ELSEWHERE = {"summary", "description", "provenance"}
"""Fields that the card shows in places of their own."""


def show(base: EvidenceBase, one: ToCheck, number: int, total: int) -> None:
    """Show a record with all that a person needs to compare it with its source."""
    click.echo()
    say(f"--- {number} of {total} ---")
    say(_title(base, one.record))
    say(f"{one.kind} {one.name}")
    say(f"Look because {'; '.join(reason.label for reason in one.reasons)}.", "", "  ")
    click.echo()
    say(one.record.description if isinstance(one.record, Neighbourhood) else one.record.summary)
    click.echo()
    for field, code in codes(one.record):
        say(f"{field}: {code}", "  ", "      ")
    click.echo()
    for line in _sources(base, one.record):
        say(line, "", "  ")
    click.echo(f"\n{KEYS}")


def codes(record: Checkable) -> Iterator[tuple[str, str]]:
    """Give what was coded, field by field, named as in the file; what was not seen is left out."""
    for name, value in record.model_dump(mode="json", exclude=_ELSEWHERE).items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield from ((f"{name}[{place}]", _on_one_line(item)) for place, item in enumerate(value))
        elif value not in (None, [], {}):
            yield name, _on_one_line(value)


def _on_one_line(value: Any) -> str:
    if isinstance(value, Mapping):
        held = [(key, item) for key, item in value.items() if item not in (None, [], {})]
        return " · ".join(f"{key} {_on_one_line(item)}" for key, item in held)
    if isinstance(value, list):
        return "; ".join(map(_on_one_line, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _title(base: EvidenceBase, record: Checkable) -> str:
    if isinstance(record, Study):
        return f"{base.cited[record.key]}. {base.references[record.key].title or 'Title not seen'}"
    if isinstance(record, Neighbourhood):
        return f"{record.name}, neighbourhood ({record.council})"
    return f"{record.title} ({base.councils[record.council].name}, {record.year_start or 'year not seen'})"


def _sources(base: EvidenceBase, record: Checkable) -> Iterator[str]:
    """Say where the record was seen, how much was read, and what to compare it with."""
    for seen in record.provenance.seen:
        yield f"Seen at {seen.at}{' (a copy; look for the original)' if seen.mirror else ''}"
    if isinstance(record, Study) and (link := base.references[record.key].link):
        yield f"Public address: {link}"
    yield f"Read: {record.provenance.read.label}."
    for caution in record.provenance.cautions:
        yield f"Caution: {caution}"
    yield "Compare it with the full source, not with the abstract alone. Skip it where you can't get that."
