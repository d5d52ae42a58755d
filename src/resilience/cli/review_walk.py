"""A walk through the queue: each text is shown, a key answers, and the answer is saved at once."""

from dataclasses import dataclass, field
from datetime import date

import click
from rapidfuzz import fuzz, process

from resilience.cli.review_card import KEYS, say, show
from resilience.evidence import EvidenceBase
from resilience.evidence.decisions import save_decision, take_back
from resilience.findings.queue import Waiting
from resilience.records.decision import Decision
from resilience.records.vocabulary import Answer

OTHER, REJECT, SKIP, BACK, QUIT = "orsbq"
MOST_OFFERED = 5


@dataclass
class Walk:
    """Where a reviewer is in the queue, and what was decided on the way."""

    base: EvidenceBase
    waiting: list[Waiting]
    reviewer: str
    place: int = 0
    decided: list[int] = field(default_factory=list)
    """The places that hold a decision of this walk."""

    def go(self) -> None:
        """Ask until the reviewer quits, then sum up."""
        try:
            while (answer := self._ask()) != QUIT:
                self._take(answer)
        except (click.Abort, KeyboardInterrupt):
            click.echo()
        self._sum_up()

    def _ask(self) -> str:
        """Give the slug of a type that fits, or one of the keys that stand for themselves."""
        if self.place == len(self.waiting):
            return self._ask_at_the_end()
        one = self.waiting[self.place]
        show(self.base, one, self.place + 1, len(self.waiting))
        suggested = dict(zip("123", one.match.alternatives, strict=False))
        while True:
            key = _key()
            if key in (REJECT, SKIP, BACK, QUIT):
                return key
            if key in suggested:
                return suggested[key]
            if key != OTHER:
                click.echo(f"Not a key here.\n{KEYS}")
            elif slug := _other(self.base):
                return slug

    def _ask_at_the_end(self) -> str:
        say("That was the last text. b back · q quit")
        while (key := _key()) not in (BACK, QUIT):
            say("Not a key here. b back · q quit")
        return key

    def _take(self, answer: str) -> None:
        if answer == BACK:
            self._step_back()
            return
        if answer != SKIP:
            one = self.waiting[self.place]
            save_decision(self.base, one.slug, one.of, _decision(one, answer, self.reviewer))
            self.decided.append(self.place)
        self.place += 1

    def _step_back(self) -> None:
        if self.place == 0:
            say("This is the first text.")
            return
        self.place -= 1
        if self.place in self.decided:
            self.decided.remove(self.place)
            one = self.waiting[self.place]
            take_back(self.base, one.slug, one.of, one.text)
            say("The decision on this text is taken back.")

    def _sum_up(self) -> None:
        saved = len(self.decided)
        left = len(self.waiting) - saved
        click.echo()
        say(f"Saved {count(saved, 'decision')}. {count(left, 'text')} {'waits' if left == 1 else 'wait'}.")
        if saved:
            say("Next: commit evidence/matches and open a pull request.")


def _decision(one: Waiting, answer: str, reviewer: str) -> Decision:
    rejected = answer == REJECT
    seen = one.match.alternatives
    return Decision(
        text=one.text,
        answer=Answer.REJECTED if rejected else Answer.APPROVED,
        type=None if rejected else answer,
        suggested=one.match.type,
        score=round(one.match.score, 1),
        turned_down=seen[: seen.index(answer)] if answer in seen else seen,
        reviewer=reviewer,
        date=date.today(),
    )


def _key() -> str:
    return line("> ").lower()


def _other(base: EvidenceBase) -> str | None:
    """Let the reviewer name any type by a few letters; None goes back."""
    letters = line("A few letters of the type, or Enter to go back: ")
    if not letters:
        return None
    names = {slug: f"{type_.label} {slug}" for slug, type_ in base.types.items()}
    best = process.extract(letters, names, scorer=fuzz.partial_ratio, processor=str.lower, limit=MOST_OFFERED)
    found = [slug for _, _, slug in best]
    for number, slug in enumerate(found, start=1):
        say(f"{number}  {base.types[slug].label}", " ")
    return dict(zip("12345", found, strict=False)).get(line("A number, or Enter to go back: "))


def line(question: str) -> str:
    """Ask for a line; an empty one is an answer too."""
    answer: str = click.prompt("", prompt_suffix=question, default="", show_default=False)
    return answer.strip()


def count(number: int, noun: str) -> str:
    """Write a number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
