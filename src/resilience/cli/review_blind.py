"""A walk through a random sample: a person types each text without a suggestion, and it is saved at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import click

from resilience.cli.reports import visible
from resilience.cli.review_screen import Pace, line, say, say_summary, show_place, show_text, texts_of
from resilience.cli.review_types import CodeFrame
from resilience.evidence.saving import save_answer, save_sample
from resilience.findings import Findings
from resilience.findings.samples import draw, name_of
from resilience.matching.lexicon import NONE
from resilience.records.english import count, day
from resilience.records.sample import BlindAnswer, Sample

NO_TYPE, SKIP, BACK, QUIT, HELP = "nsbq?"
SECOND = "+"
MOST = 2
"""How many types a text can have."""
KEYS = (
    "number or letters of a type · 3 + 7 two types · n none fits\n"
    "? what types mean (? 3: one) · s skip · b back · q quit"
)
USUAL_SEED = 1


def sample_of(findings: Findings, reviewer: str, size: int | None, seed: int | None) -> Sample:
    """Give the sample of a person and a seed; it is drawn and saved where there is none yet.

    Raises UsageError where it can't be drawn, or is another one.
    """
    base, seed = findings.base, USUAL_SEED if seed is None else seed
    name = name_of(reviewer, seed)
    known = base.samples.get(name)
    if known is None:
        if size is None:
            raise click.UsageError("Say how many texts to draw: --sample N, such as --sample 60.")
        try:
            known = draw(findings, reviewer, size, seed, date.today())
        except ValueError as error:
            raise click.UsageError(str(error)) from None
        save_sample(base, known)
        say(f"Drawn: {len(known.texts)} of {count(known.waiting, 'text')} that wait, by seed {seed}.")
    elif known.reviewer != reviewer:
        raise click.UsageError(f"{name} is the sample of {visible(known.reviewer)}. Take another --seed.")
    elif size not in (None, len(known.texts)):
        raise click.UsageError(
            f"Your sample of seed {seed}, drawn on {day(known.drawn)}, has {len(known.texts)} texts. "
            f"Leave --sample out to go on with it, or draw another one with another --seed."
        )
    return known


def sample_lines(sample: Sample) -> Iterator[str]:
    """Give a sample as lines of cells between tabs, with the answers, and no suggestion."""
    yield "\t".join(("answer", "record", "text"))
    for one in sample.texts:
        said = [one.answer.type, one.answer.also] if one.answer else []
        cells = (f" {SECOND} ".join(filter(None, said)), one.record, one.text)
        yield "\t".join(map(visible, cells))


@dataclass
class BlindWalk:
    """Where a person is in a sample."""

    findings: Findings
    sample: Sample
    place: int = 0
    pace: Pace = field(default_factory=Pace)
    frame: CodeFrame = field(init=False)

    def __post_init__(self) -> None:
        """Number the types."""
        self.frame = CodeFrame(self.findings.base)

    def go(self) -> None:
        """Ask until the person stops, then sum up."""
        self.place = self._next(0)
        try:
            if self.place < self._total:
                self.frame.show(defined=False)
                while self._ask() != QUIT:
                    pass
        except (click.Abort, KeyboardInterrupt):
            click.echo()
        self._sum_up()

    @property
    def _total(self) -> int:
        return len(self.sample.texts)

    def _next(self, start: int) -> int:
        """Give the next place that waits for an answer, or the end."""
        waits = (place for place in range(start, self._total) if self._waits(place))
        return next(waits, self._total)

    def _waits(self, place: int) -> bool:
        return self.sample.texts[place].answer is None and self._is_open(place)

    def _is_open(self, place: int) -> bool:
        """Say whether a text is still there, and this person has not seen its suggestions to decide on it."""
        one, base = self.sample.texts[place], self.findings.base
        decided = base.decisions.get(one.record)
        return any(text.text == one.text for text in texts_of(base, one.of, one.record)) and not any(
            (made.text, made.reviewer) == (one.text, self.sample.reviewer)
            for made in (decided.decisions if decided else ())
        )

    def _ask(self) -> str:
        """Show a text, or say that it was the last one, and take keys until one leads elsewhere."""
        if self.place == self._total:
            say(f"That was the last text. {BACK} back · {QUIT} quit")
        else:
            self._show()
        while True:
            said = line("> ")
            key = said.lower()
            if key == QUIT:
                return key
            if key == BACK:
                self._step_back()
                return key
            if self.place == self._total:
                say(f"Not a key here. {BACK} back · {QUIT} quit")
            elif key == SKIP:
                self.place = self._after()
                return key
            elif key.startswith(HELP):
                self._explain(key.removeprefix(HELP).strip())
            elif types := self._types(said):
                self._save(types)
                return key

    def _show(self) -> None:
        one = self.sample.texts[self.place]
        show_place(self.place + 1, self._total, self.pace, len(self._left))
        show_text(self.findings.base, one.of, one.record, one.text)
        say_summary(self.findings.base, one.of, one.record)
        if one.answer:
            say(f"Your answer: {self._named(one.answer)}. Another one takes its place; {SKIP} keeps it.")
        click.echo(f"\n{KEYS}")

    @property
    def _left(self) -> list[int]:
        return [place for place in range(self._total) if self._waits(place)]

    def _explain(self, letters: str) -> None:
        """Say what all types mean, or those that some letters may mean."""
        self.frame.show(self.frame.meant(letters), defined=True)
        click.echo(f"\n{KEYS}")

    def _types(self, said: str) -> list[str]:
        """Give one or two types, or `none`; nothing where it is not clear which, after saying so."""
        if said.lower() in (NO_TYPE, NONE):
            return [NONE]
        parts = [part.strip() for part in said.split(SECOND)]
        meant = [self.frame.meant(part) for part in parts]
        for part, found in zip(parts, meant, strict=True):
            if not found:
                say(f"{f'“{part}” is' if part else 'That is'} no key, number or name of a type here.")
                click.echo(KEYS)
                return []
            if len(found) > 1:
                say(f"Which one is “{part}”? Nothing is saved yet; type its number.")
                self.frame.show(found, defined=True)
                return []
        types = [slug for found in meant for slug in found]
        if len(set(types)) < len(types) or len(types) > MOST:
            say("Name one type, or two that differ.")
            return []
        return types

    def _save(self, types: list[str]) -> None:
        found = self.findings.suggestions.of(self.sample.texts[self.place].text)
        answer = BlindAnswer(
            type=types[0],
            also=types[1] if len(types) == MOST else None,
            suggested=found.type,
            score=round(found.score, 1),
            date=date.today(),
        )
        self.sample = save_answer(self.findings.base, self.sample.slug, self.place, answer)
        self.pace.tick()
        say(f"Saved: {self._named(answer)}.")
        self.place = self._after()

    def _named(self, answer: BlindAnswer) -> str:
        first = "no type fits" if answer.type == NONE else self.frame.label(answer.type)
        return f"{first}, then {self.frame.label(answer.also)}" if answer.also else first

    def _after(self) -> int:
        return self._next(self.place + 1)

    def _step_back(self) -> None:
        before = next((place for place in reversed(range(self.place)) if self._is_open(place)), None)
        if before is None:
            say("This is the first text.")
        else:
            self.place = before

    def _sum_up(self) -> None:
        answered, left = len(self.sample.answered), len(self._left)
        lost = self._total - answered - left
        click.echo()
        say(f"{answered} of {self._total} answered.")
        if lost:
            texts = count(lost, "text")
            say(f"{texts} can't be asked: changed since, or decided by you with suggestions in sight.")
        if left:
            say("The same command goes on here.")
        if answered:
            say("Next: commit evidence/samples and open a pull request.")
