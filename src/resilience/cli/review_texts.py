"""A walk through texts that wait for a reviewer: a key answers, and the answer is saved at once."""

from dataclasses import dataclass, field
from datetime import date
from shutil import get_terminal_size
from textwrap import TextWrapper

import click
from rapidfuzz import fuzz, process

from resilience.cli.reports import visible
from resilience.evidence import EvidenceBase
from resilience.evidence.saving import save_decision, take_back
from resilience.findings.suggestions import Waiting
from resilience.matching.lexicon import NONE
from resilience.records.coding import CodedText, Decision
from resilience.records.english import count, one_or_more
from resilience.records.vocabulary import Answer

KEYS = "1 2 3 accept · o other type · r no type fits\ns skip · b back · q quit"
WIDEST = 100
NEAR = 2
"""How many texts of the record are shown on each side."""


def say(text: str, indent: str = "", hanging: str | None = None) -> None:
    """Print a text within the width of the terminal; nothing in it can act on the terminal."""
    shown = TextWrapper(
        width=min(get_terminal_size().columns, WIDEST),
        initial_indent=indent,
        subsequent_indent=indent if hanging is None else hanging,
        # An address that is broken can't be opened.
        break_long_words="://" not in text,
        break_on_hyphens=False,
    )
    click.echo(shown.fill(visible(text)))


def show(base: EvidenceBase, one: Waiting, number: int, total: int) -> None:
    """Show a text with all that a reviewer needs to decide."""
    click.echo()
    say(f"--- {number} of {total} ---")
    for said in _record(base, one):
        say(said)
    click.echo()
    _show_neighbours(base, one)
    click.echo()
    if one.match.type == NONE:
        say(f"The matcher finds no type ({_of_hundred(one.match.score)}).")
    for place, slug in enumerate(one.match.alternatives, start=1):
        score = next(ranked.score for ranked in one.match.ranked if ranked.type == slug)
        say(f"{place}  {base.types[slug].label} ({_of_hundred(score)})", " ", "    ")
        for sentence in one.match.reasons_for(slug) or ("No word in the text speaks for it.",):
            say(sentence, "    ")
    click.echo(f"\n{KEYS}")


def _record(base: EvidenceBase, one: Waiting) -> list[str]:
    """Say which record it is, in words and as addresses."""
    if one.of == "neighbourhood":
        place = base.all_neighbourhoods[one.slug]
        return [f"{place.name}, neighbourhood ({place.council})", f"neighbourhoods/{one.slug}"]
    policy = base.policies[one.slug]
    council = base.councils[policy.council].name
    where = [f"{policy.title} ({council}, {policy.year_start or 'year not seen'})", f"policies/{one.slug}"]
    return [*where, policy.url] if policy.url else where


def _show_neighbours(base: EvidenceBase, one: Waiting) -> None:
    texts = [text.text for text in _texts(base, one)]
    place = texts.index(one.text)
    for other in range(max(place - NEAR, 0), min(place + NEAR + 1, len(texts))):
        if other == place:
            say(f"“{one.text}”", "> ", "  ")
        else:
            say(f"beside: {texts[other]}", "    ", "      ")


def _texts(base: EvidenceBase, one: Waiting) -> tuple[CodedText, ...]:
    return (
        base.policies[one.slug].actions
        if one.of == "policy"
        else base.all_neighbourhoods[one.slug].activities
    )


def _of_hundred(score: float) -> str:
    return f"{score:.0f} of 100" if score >= 0.5 else "hardly likely"


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
