"""A walk through texts that wait for a reviewer: a key answers, and the answer is saved at once."""

from dataclasses import dataclass, field
from datetime import date

import click

from resilience.cli.review_screen import Pace, line, say, say_summary, show_place, show_text
from resilience.cli.review_types import CodeFrame
from resilience.evidence import EvidenceBase
from resilience.evidence.saving import decision_on, read_anew, save_decision, take_back
from resilience.findings.samples import held_back
from resilience.findings.suggestions import Waiting
from resilience.matching.lexicon import NONE
from resilience.records.coding import Decision
from resilience.records.english import count, one_or_more
from resilience.records.vocabulary import Answer

KEYS = "1 2 3 accept · o other type · r no type fits\n? what they mean · s skip · b back · q quit"


def show_suggestions(base: EvidenceBase, one: Waiting) -> None:
    """Show what the matcher suggests, and why."""
    if one.match.type == NONE:
        say(f"The matcher finds no type ({_of_hundred(one.match.score)}).")
    for place, slug in enumerate(one.match.alternatives, start=1):
        score = next(ranked.score for ranked in one.match.ranked if ranked.type == slug)
        say(f"{place}  {base.types[slug].label} ({_of_hundred(score)})", " ", "    ")
        for sentence in one.match.reasons_for(slug) or ("No word in the text speaks for it.",):
            say(sentence, "    ")
    click.echo(f"\n{KEYS}")


def explain(base: EvidenceBase, one: Waiting) -> None:
    """Say what the record is about, and what the suggested types mean."""
    say_summary(base, one.of, one.slug)
    for place, slug in enumerate(one.match.alternatives, start=1):
        type_ = base.types[slug]
        say(f"{place}  {type_.label}: {type_.definition} Such as {', '.join(type_.includes)}.", " ", "    ")
    click.echo(f"\n{KEYS}")


def _of_hundred(score: float) -> str:
    return f"{score:.0f} of 100" if score >= 0.5 else "hardly likely"


OTHER, REJECT, SKIP, BACK, QUIT, HELP = "orsbq?"


@dataclass
class Walk:
    """Where a reviewer is in the queue, and what was decided on the way."""

    base: EvidenceBase
    waiting: list[Waiting]
    reviewer: str
    place: int = 0
    decided: list[int] = field(default_factory=list)
    """The places that hold a decision of this walk."""
    pace: Pace = field(default_factory=Pace)

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
        show_place(self.place + 1, len(self.waiting), self.pace, len(self.waiting) - self.place)
        show_text(self.base, one.of, one.slug, one.text)
        show_suggestions(self.base, one)
        suggested = dict(zip("123", one.match.alternatives, strict=False))
        while True:
            key = _key()
            if key in (REJECT, SKIP, BACK, QUIT):
                return key
            if key in suggested:
                return suggested[key]
            if key == HELP:
                explain(self.base, one)
            elif key != OTHER:
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
            self.pace.tick()
        self.place = self._free(range(self.place + 1, len(self.waiting)), len(self.waiting))

    def _free(self, places: range, otherwise: int) -> int:
        """Give the first place that nobody else has taken since the walk began."""
        read_anew(self.base)
        back = held_back(self.base.samples.values())
        for place in places:
            one = self.waiting[place]
            made = None if place in self.decided else decision_on(self.base, one.slug, one.text)
            if made is None and (one.slug, one.text) not in back:
                return place
            say(f"Passed over, as {made.reviewer if made else 'somebody'} has it now: “{one.text}”")
        return otherwise

    def _step_back(self) -> None:
        before = self._free(range(self.place - 1, -1, -1), -1)
        if before < 0:
            say("This is the first text.")
            return
        self.place = before
        if self.place in self.decided:
            self.decided.remove(self.place)
            one = self.waiting[self.place]
            take_back(self.base, one.slug, one.of, one.text)
            say("The decision on this text is taken back.")

    def _sum_up(self) -> None:
        saved = len(self.decided)
        left = len(self.waiting) - saved
        click.echo()
        say(f"Saved {count(saved, 'decision')}. {count(left, 'text')} {one_or_more(left, 'waits', 'wait')}.")
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
    frame = CodeFrame(base)
    found = frame.near(letters)
    for number, slug in enumerate(found, start=1):
        say(f"{number}  {frame.label(slug)}", " ")
    return dict(zip("12345", found, strict=False)).get(line("A number, or Enter to go back: "))
