"""One text that waits for a reviewer, as the screen shows it: its record, its neighbours, suggestions."""

from shutil import get_terminal_size
from textwrap import TextWrapper

import click

from resilience.cli.reports import visible
from resilience.evidence import EvidenceBase
from resilience.findings.queue import Waiting
from resilience.matching import explain
from resilience.matching.lexicon import NONE
from resilience.records.coding import CodedText

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
    for line in _record(base, one):
        say(line)
    click.echo()
    _show_neighbours(base, one)
    click.echo()
    if one.match.type == NONE:
        say(f"The matcher finds no type ({_of_hundred(one.match.score)}).")
    for place, slug in enumerate(one.match.alternatives, start=1):
        score = next(ranked.score for ranked in one.match.ranked if ranked.type == slug)
        say(f"{place}  {base.types[slug].label} ({_of_hundred(score)})", " ", "    ")
        for sentence in explain(one.text, one.match.lexicon, slug) or ("No word in the text speaks for it.",):
            say(sentence, "    ")
    click.echo(f"\n{KEYS}")


def _record(base: EvidenceBase, one: Waiting) -> list[str]:
    """Say which record it is, in words and as addresses."""
    if one.of == "neighbourhood":
        place = base.neighbourhoods[one.slug]
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
    return base.policies[one.slug].actions if one.of == "policy" else base.neighbourhoods[one.slug].activities


def _of_hundred(score: float) -> str:
    return f"{score:.0f} of 100" if score >= 0.5 else "hardly likely"
