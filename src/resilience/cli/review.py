"""`resilience review`: decide, text by text, whether the type that the matcher suggests is right."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from shutil import get_terminal_size
from subprocess import run
from textwrap import fill

import click
from rapidfuzz import fuzz, process

from ..evidence import EvidenceBase
from ..evidence.decisions import save_decision, take_back
from ..learning import lexicon_of
from ..learning.queue import Waiting, queue
from ..matching import explain, match
from ..records.decision import Decision
from ..records.vocabulary import Answer
from .options import open_evidence
from .reports import visible

KEYS = "1 2 3 accept · o other type · r no type fits · s skip · b back · q quit"


@click.command()
@click.option("--reviewer", help="Your name, to stand beside each decision [default: Git's user.name].")
@click.option("--type", "slug", help="Only texts for which this type is suggested first.")
@click.option("--record", help="Only texts of this policy or neighbourhood.")
@click.option("--list", "only_list", is_flag=True, help="Print the queue and decide nothing.")
def review(reviewer: str | None, slug: str | None, record: str | None, only_list: bool) -> None:
    """Walk through the texts that nobody has coded, surest suggestion first.

    Each answer is saved into `evidence/matches/` at once, so that you can stop at any time. A text that was
    decided is never asked again.
    """
    base = open_evidence(Path())
    lexicon = lexicon_of(base)
    waiting = [
        one
        for one in queue(base, partial(match, lexicon=lexicon))
        if slug in (None, one.match.type) and record in (None, one.slug)
    ]
    if only_list:
        _list(waiting)
        return
    name = (reviewer or _git_name() or click.prompt("Your name", err=True)).strip()
    _walk(base, waiting, name)


def _list(waiting: Iterable[Waiting]) -> None:
    for one in waiting:
        found = one.match
        cells = (found.decision.value, found.type, f"{found.score:.1f}", one.of, one.slug, one.text)
        click.echo("\t".join(visible(cell) for cell in cells))


def _git_name() -> str:
    try:
        return run(["git", "config", "user.name"], capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""


def _walk(base: EvidenceBase, waiting: list[Waiting], reviewer: str) -> None:
    place, saved = 0, 0
    decided: list[int] = []
    while place < len(waiting):
        one = waiting[place]
        _show(base, one, place + 1, len(waiting))
        answer = _ask(base, one)
        if answer == "q":
            break
        if answer == "b":
            place, saved = _step_back(base, waiting, decided, place, saved)
            continue
        if answer != "s":
            save_decision(base, one.slug, one.of, _decision(one, answer, reviewer))
            decided.append(place)
            saved += 1
        place += 1
    click.echo(f"\nSaved {saved} decision{'' if saved == 1 else 's'}. {len(waiting) - saved} texts wait.")


def _step_back(
    base: EvidenceBase, waiting: list[Waiting], decided: list[int], place: int, saved: int
) -> tuple[int, int]:
    """Go to the text before; a decision on it is taken back."""
    before = max(place - 1, 0)
    if decided and decided[-1] == before:
        decided.pop()
        take_back(base, waiting[before].slug, waiting[before].of, waiting[before].text)
        return before, saved - 1
    return before, saved


def _decision(one: Waiting, answer: str, reviewer: str) -> Decision:
    rejected = answer == "r"
    return Decision(
        text=one.text,
        answer=Answer.REJECTED if rejected else Answer.APPROVED,
        type=None if rejected else answer,
        suggested=one.match.type,
        score=round(one.match.score, 1),
        reviewer=reviewer,
        date=date.today(),
    )


def _show(base: EvidenceBase, one: Waiting, number: int, total: int) -> None:
    width = min(get_terminal_size().columns, 100)

    def say(text: str, indent: str = "") -> None:
        click.echo(fill(visible(text), width, initial_indent=indent, subsequent_indent=indent))

    click.echo(f"\n{'-' * min(width, 60)}\n{number} of {total}")
    say(_place(base, one))
    say(f"“{one.text}”", "  ")
    for other in _neighbours(base, one):
        say(f"beside: {other}", "    ")
    for place, slug in enumerate(one.match.alternatives, start=1):
        score = next(ranked.score for ranked in one.match.ranked if ranked.type == slug)
        say(f"{place}  {base.types[slug].label} ({_of_hundred(score)})", " ")
        for sentence in explain(one.text, one.match.lexicon, slug):
            say(sentence, "     ")
    click.echo(KEYS)


def _of_hundred(score: float) -> str:
    return f"{score:.0f} of 100" if score >= 0.5 else "hardly likely"


def _place(base: EvidenceBase, one: Waiting) -> str:
    if one.of == "neighbourhood":
        return f"Neighbourhood: {base.neighbourhoods[one.slug].name} (neighbourhoods/{one.slug})"
    policy = base.policies[one.slug]
    council = base.councils[policy.council].name
    return f"{policy.title}, {council}, {policy.year_start or 'year not seen'} (policies/{one.slug})"


def _neighbours(base: EvidenceBase, one: Waiting) -> list[str]:
    texts = (
        [action.text for action in base.policies[one.slug].actions]
        if one.of == "policy"
        else [activity.text for activity in base.neighbourhoods[one.slug].activities]
    )
    return [text for text in texts if text != one.text][:4]


def _ask(base: EvidenceBase, one: Waiting) -> str:
    """Give a slug to accept, or one of r, s, b, q."""
    while True:
        try:
            key = click.prompt("", prompt_suffix="> ", default="", show_default=False).strip().lower()
        except click.Abort:
            return "q"
        if key in ("r", "s", "b", "q"):
            return key
        if key in ("1", "2", "3") and int(key) <= len(one.match.alternatives):
            return one.match.alternatives[int(key) - 1]
        if key == "o" and (slug := _other(base)):
            return slug
        if key != "o":
            click.echo(f"Not a key here. {KEYS}")


def _other(base: EvidenceBase) -> str | None:
    """Let the reviewer name any type by a few letters."""
    letters = click.prompt("A few letters of the type", default="", show_default=False)
    labels = {slug: f"{type_.label} {slug}" for slug, type_ in base.types.items()}
    found = process.extract(letters, labels, scorer=fuzz.partial_ratio, processor=str.lower, limit=5)
    for number, (_, _, slug) in enumerate(found, start=1):
        click.echo(f" {number}  {base.types[slug].label}")
    key = click.prompt("Number, or Enter to go back", default="", show_default=False).strip()
    return found[int(key) - 1][2] if key.isdigit() and 0 < int(key) <= len(found) else None
