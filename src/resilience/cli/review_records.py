"""A walk through records: a person compares each with its source, and the answer is saved at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

import click

from resilience.checks.problem import meant
from resilience.cli.review_screen import Pace, line, say, show_place
from resilience.evidence import EvidenceBase
from resilience.evidence.saving import save_caution, save_check
from resilience.findings.first_to_check import Checkable, ToCheck
from resilience.records.english import count, one_or_more
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.provenance import Check
from resilience.records.study import Study

KEYS = "o all is right · w something is wrong · s skip · q quit"
_ELSEWHERE = {"summary", "description", "provenance"}
"""Fields that the card shows in places of their own."""


def show(base: EvidenceBase, one: ToCheck) -> None:
    """Show a record with all that a person needs to compare it with its source."""
    say(_title(base, one.record))
    say(f"{one.kind} {one.name}")
    say(f"Look because {'; '.join(reason.label for reason in one.reasons)}.", "", "  ")
    click.echo()
    say(one.record.description if isinstance(one.record, Neighbourhood) else one.record.summary)
    click.echo()
    for name, code in codes(one.record):
        say(f"{name}: {code}", "  ", "      ")
    click.echo()
    for said in _sources(base, one.record):
        say(said, "", "  ")
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


RIGHT, WRONG, SKIP, QUIT = "owsq"
COLUMNS = ("kind", "record", "reasons")


def sample(records: Iterable[ToCheck], size: int, seed: int) -> list[ToCheck]:
    """Draw records by chance; the same seed draws the same from the same evidence.

    Records that are checked already can be drawn too, so that a sample goes on where it was left.
    """
    everything = sorted(records, key=lambda one: (one.kind, one.name))
    return Random(seed).sample(everything, min(size, len(everything)))


def unchecked(records: Iterable[ToCheck]) -> list[ToCheck]:
    """Leave out what a person has checked."""
    return [one for one in records if one.record.provenance.checked is None]


def list_lines(records: Iterable[ToCheck]) -> Iterator[str]:
    """Give records as lines of cells between tabs, with the short names of the reasons."""
    yield "\t".join(COLUMNS)
    for one in records:
        yield "\t".join([one.kind, one.name, " ".join(one.reasons)])


@dataclass
class RecordWalk:
    """Where a person is in the list, and what was saved on the way."""

    base: EvidenceBase
    waiting: list[ToCheck]
    by: str
    checks: int = 0
    cautions: int = 0
    pace: Pace = field(default_factory=Pace)

    def go(self) -> None:
        """Ask until the person quits or no record is left, then sum up."""
        try:
            for number, one in enumerate(self.waiting, start=1):
                show_place(number, len(self.waiting), self.pace, len(self.waiting) - number + 1)
                show(self.base, one)
                if self._answer(one) == QUIT:
                    break
                self.pace.tick()
        except (click.Abort, KeyboardInterrupt):
            click.echo()
        self._sum_up()

    def _answer(self, one: ToCheck) -> str:
        """Take the answer on a record and save what it asks for."""
        while (key := line("> ").lower()) not in (RIGHT, WRONG, SKIP, QUIT):
            click.echo(f"Not a key here.\n{KEYS}")
        if key == RIGHT:
            save_check(self.base, one.kind, one.name, Check(by=self.by, on=date.today()))
            self.checks += 1
        elif key == WRONG:
            self._take_faults(one)
        return key

    def _take_faults(self, one: ToCheck) -> None:
        """Ask for field after field that is wrong, and keep each as a caution."""
        question = "Which field is wrong? Its name as above, or Enter to go on: "
        while field := line(question):
            if not _is_field(one, field):
                names = type(one.record).model_fields
                say(f"No field is called {field}. {meant(field, names)}".strip())
            elif found := line("What does the source say, and where? Enter to leave it out: "):
                caution = f"{field} is wrong, says {self.by} on {_day(date.today())}: {found}"
                save_caution(self.base, one.kind, one.name, caution)
                self.cautions += 1

    def _sum_up(self) -> None:
        left = len(self.waiting) - self.checks
        click.echo()
        say(
            f"Saved {count(self.checks, 'check')} and {count(self.cautions, 'caution')}. "
            f"{count(left, 'record')} {one_or_more(left, 'waits', 'wait')}."
        )
        if self.checks or self.cautions:
            say("Next: commit evidence and open a pull request.")


def _is_field(one: ToCheck, field: str) -> bool:
    """Say whether a field such as `outcomes[0].direction` begins with one that the record has."""
    return field.partition(".")[0].partition("[")[0] in type(one.record).model_fields


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
