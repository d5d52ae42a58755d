"""Questions of `resilience new` on a terminal: each may be passed over, and says what it wants to know."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import click

from resilience.cli.review_screen import line, say
from resilience.matching import Match


@dataclass(frozen=True)
class Asker:
    """Asks for what no option says, or leaves it open where nobody is there to answer."""

    on: bool

    def text(self, given: str | None, question: str) -> str | None:
        """Give what was given, else ask for a line."""
        if given is not None or not self.on:
            return given
        return line(f"{question} (Enter: not seen): ") or None

    def texts(self, given: tuple[str, ...], question: str) -> tuple[str, ...]:
        """Give what was given, else ask for lines until an empty one."""
        if given or not self.on:
            return given
        found: list[str] = []
        while said := line(
            f"{question}{', one more' if found else ''} (Enter: {'that is all' if found else 'none'}): "
        ):
            found.append(said)
        return tuple(found)

    def year(self, given: int | None, question: str) -> int | None:
        """Give what was given, else ask for a year."""
        while given is None and self.on:
            said = line(f"{question} (Enter: not seen): ")
            if not said:
                return None
            if said.isascii() and said.isdigit() and len(said) == 4:
                return int(said)
            say("A year has four digits.")
        return given

    def choice(self, given: str | None, question: str, labels: Mapping[str, str]) -> str | None:
        """Give what was given, else ask for a word of a list by its number."""
        if given is not None or not self.on:
            return given
        say(question)
        for number, (value, label) in enumerate(labels.items(), start=1):
            say(f"{number:2}  {value}: {label}", " ", "     ")
        while said := line("A number (Enter: not seen): "):
            if said in labels:
                return said
            if said.isdecimal() and 0 < int(said) <= len(labels):
                return list(labels)[int(said) - 1]
            say(f"Not on the list. Type a number from 1 to {len(labels)}.")
        return None

    def known(self, given: str | None, question: str, find: Callable[[str], str]) -> str | None:
        """Give what was given in the house's words, else ask until `find` knows the answer or it is empty.

        `find` raises ValueError with a sentence.
        """
        if given is not None:
            return find(given)
        while self.on and (said := line(f"{question} (Enter: not seen): ")):
            try:
                return find(said)
            except ValueError as reason:
                say(str(reason))
        return None

    def types(
        self, given: tuple[str, ...], match: Match | None, labels: Mapping[str, str]
    ) -> tuple[str, ...]:
        """Give the types that were given, else show what the matcher proposes and ask which of them fit."""
        if given or not self.on or match is None:
            return given
        say("Activity types that the matcher proposes. It is no judgement; choose what fits.")
        offered = match.alternatives
        for number, slug in enumerate(offered, start=1):
            say(f"{number}  {slug}: {labels[slug]}", " ", "    ")
            for reason in match.reasons_for(slug):
                say(reason, "    ", "    ")
        while said := line("Numbers or names of those that fit, such as 1 3 (Enter: decide later): "):
            words = said.replace(",", " ").split()
            numbers = dict(zip(map(str, range(1, len(offered) + 1)), offered, strict=True))
            chosen = [numbers.get(word, word) for word in words]
            if all(slug in labels for slug in chosen):
                return tuple(dict.fromkeys(chosen))
            say("Not all of these are activity types on record.")
        return ()


def must_have(asker: Asker, given: str | None, option: str, question: str) -> str:
    """Give a text without which there is no record; ends the command with a sentence where it is missing."""
    said = asker.text(given, question)
    if not said or not said.strip():
        raise click.UsageError(f'Without {option} there is no record to name. Say {option} "...".')
    return said.strip()
