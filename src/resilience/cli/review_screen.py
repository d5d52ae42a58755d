"""What walks through texts and records show alike: lines, the record of a text, and how long it will take."""

from dataclasses import dataclass, field
from shutil import get_terminal_size
from statistics import median
from textwrap import TextWrapper
from time import monotonic

import click

from resilience.cli.reports import visible
from resilience.evidence import EvidenceBase
from resilience.records.coding import CodedText, RecordKind
from resilience.records.english import count
from resilience.records.provenance import Source

WIDEST = 100
NEAR = 2
"""How many texts of the record are shown on each side."""
ENOUGH = 5
"""After how many answers the pace says something about the rest."""
MINUTE = 60


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


def line(question: str) -> str:
    """Ask for a line; an empty one is an answer too."""
    answer: str = click.prompt("", prompt_suffix=question, default="", show_default=False)
    return answer.strip()


@dataclass
class Pace:
    """How fast answers come."""

    last: float = field(default_factory=monotonic)
    taken: list[float] = field(default_factory=list)

    def tick(self) -> None:
        """Note that an answer came."""
        now = monotonic()
        self.taken.append(now - self.last)
        self.last = now

    def left(self, texts: int) -> str:
        """Say how long the rest will take, once there is a pace; a break for tea does not slow it."""
        if len(self.taken) < ENOUGH:
            return ""
        minutes = round(texts * median(self.taken) / MINUTE)
        return (
            f", about {count(minutes, 'minute')} left at your pace"
            if minutes
            else ", less than a minute left"
        )


def show_place(number: int, total: int, pace: Pace, left: int) -> None:
    """Say how far a walk has come, and how long what is left will take."""
    click.echo()
    say(f"--- {number} of {total}{pace.left(left)} ---")


def show_text(base: EvidenceBase, of: RecordKind, slug: str, text: str) -> None:
    """Show a text among those beside it, under its record, in words and as addresses."""
    for said in _record(base, of, slug, text):
        say(said)
    click.echo()
    texts = [one.text for one in texts_of(base, of, slug)]
    place = texts.index(text)
    for other in range(max(place - NEAR, 0), min(place + NEAR + 1, len(texts))):
        if other == place:
            say(f"“{text}”", "> ", "  ")
        else:
            say(f"beside: {texts[other]}", "    ", "      ")
    click.echo()


def texts_of(base: EvidenceBase, of: RecordKind, slug: str) -> tuple[CodedText, ...]:
    """Give the texts of a record, none where the record is not there."""
    if of == "policy":
        policy = base.policies.get(slug)
        return policy.actions if policy else ()
    place = base.all_neighbourhoods.get(slug)
    return place.activities if place else ()


def say_summary(base: EvidenceBase, of: RecordKind, slug: str) -> None:
    """Say what the record as a whole is about."""
    said = base.policies[slug].summary if of == "policy" else base.all_neighbourhoods[slug].description
    say(f"The record: {said}")


def _record(base: EvidenceBase, of: RecordKind, slug: str, text: str) -> list[str]:
    if of == "neighbourhood":
        place = base.all_neighbourhoods[slug]
        source = next(one.source for one in place.activities if one.text == text)
        return [
            f"{place.name}, neighbourhood ({place.council})",
            f"neighbourhoods/{slug}",
            *_addresses(base, source),
        ]
    policy = base.policies[slug]
    council = base.councils[policy.council].name
    where = [f"{policy.title} ({council}, {policy.year_start or 'year not seen'})", f"policies/{slug}"]
    return [*where, policy.url] if policy.url else where


def _addresses(base: EvidenceBase, source: Source) -> list[str]:
    link = base.references[source.work].link if source.work in base.references else None
    return list(filter(None, [source.url or link]))
