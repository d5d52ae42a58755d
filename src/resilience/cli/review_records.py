"""A walk through records: a person compares each with its source, and the answer is saved at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

import click

from resilience.checks.sentences import meant
from resilience.cli.record_card import KEYS, show
from resilience.cli.review_card import say
from resilience.cli.review_walk import count, line
from resilience.evidence import EvidenceBase
from resilience.evidence.checked import save_caution, save_check
from resilience.findings.first_to_check import ToCheck
from resilience.records.provenance import Check

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

    def go(self) -> None:
        """Ask until the person quits or no record is left, then sum up."""
        try:
            for number, one in enumerate(self.waiting, start=1):
                show(self.base, one, number, len(self.waiting))
                if self._answer(one) == QUIT:
                    break
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
            f"{count(left, 'record')} {'waits' if left == 1 else 'wait'}."
        )
        if self.checks or self.cautions:
            say("Next: commit evidence and open a pull request.")


def _is_field(one: ToCheck, field: str) -> bool:
    """Say whether a field such as `outcomes[0].direction` begins with one that the record has."""
    return field.partition(".")[0].partition("[")[0] in type(one.record).model_fields


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
