"""`resilience match`: find the activity types of the texts in a file, or of one text."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from resilience.cli.match_file import Order, match_file
from resilience.cli.options import known_encoding, no_file, open_evidence, quotes_option
from resilience.cli.reports import broken, visible
from resilience.cli.screen import columns, fitted
from resilience.evidence import EvidenceError, load_for_matching
from resilience.findings.lexicon import lexicon_of
from resilience.matching import Lexicon, match
from resilience.tables import Format, format_of

FILE_NAME = re.compile(r"(~|\.{0,2}/)?\S+\.\w{1,7}|(~|\.{0,2}/)\S*")


@click.command("match")
@click.argument("given", metavar="TEXTS.csv|-|TEXT")
@click.option("--column", default="text", show_default=True, help="Which column holds the texts.")
@click.option("-o", "--output", metavar="OUT", help="Write here; without it, to standard output.")
@click.option(
    "--format",
    "kind",
    type=click.Choice([kind.value for kind in Format], case_sensitive=False),
    help="What is read, where the name of the file does not say it; csv for standard input.",
)
@click.option(
    "--encoding",
    default="utf-8",
    show_default=True,
    callback=known_encoding,
    help="How the text that is read is encoded. What is written is UTF-8.",
)
@quotes_option
@click.option("--prefix", default="", help="Put this before the name of each new column.")
@click.option("--scheduler", metavar="ADDRESS", help="Match on a Dask cluster, such as tcp://10.0.0.1:8786.")
@click.pass_context
def match_command(context: click.Context, /, given: str, **_options: str | None) -> None:
    """Find the types of the texts in a table, or of one TEXT.

    For one TEXT the match is explained.

    A table is CSV, TSV, JSON, JSON lines or Parquet, told by the ending of its name; `-` reads standard
    input. A JSON file is a list of objects, or an object with a list `grants` (the 360Giving standard).
    Its columns and rows stay in order and as they are, and these columns are added: type, score, decision,
    runner_up, margin, alternatives, types, type_scores, why. A cell that starts with = + - or @ stays as it
    is too, so open the result in a spreadsheet only if you trust the texts, or import its columns as text.

    A run that is interrupted goes on where it stopped when the same command is given again.

    Ends with 0 where a result is written, 1 where the table is wrong or matching is, 2 where the command
    was not understood.
    """
    order = Order(**context.params)
    if order.given == "-" or os.path.exists(order.given):
        match_file(order, _lexicon)
    elif _means_a_file(context, given):
        raise no_file(given)
    elif not given.strip():
        raise click.UsageError("The text is empty. Say in a few words what is done.")
    else:
        lines = map(visible, explanation(given, _lexicon()))
        click.echo("\n".join(fitted(lines, columns())))


def _means_a_file(context: click.Context, given: str) -> bool:
    """Tell whether what does not exist was meant to be a file."""
    options = set(context.params) - {"given"}
    by_hand = click.core.ParameterSource.COMMANDLINE
    if any(context.get_parameter_source(name) is by_hand for name in options):
        return True
    return format_of(Path(given)) is not None or FILE_NAME.fullmatch(given) is not None


def _lexicon() -> Lexicon:
    try:
        return lexicon_of(open_evidence(Path(), load_for_matching))
    except EvidenceError as error:
        raise click.UsageError(broken(error)) from None


MOST_OTHERS = 2
DECISIONS = {
    "auto": "auto: it can stand without a look.",
    "review": "review: a person should look.",
    "none": "none: no type fits.",
}


def explanation(text: str, lexicon: Lexicon) -> Iterator[str]:
    """Give the lines that explain a match: the type and why, then types it names too or that are next."""
    found = match(text, lexicon)
    yield f"Type: {_named(found.type, lexicon)}"
    yield f"Score: {found.score:.0f}, so about {found.score:.0f} in a hundred answers like this are right."
    yield f"Decision: {DECISIONS[found.decision]}"
    yield from _reasons(found.why)
    for other in [one for one in found.in_order if one.type != found.type][:MOST_OTHERS]:
        yield ""
        what = "Also names" if other in found.types else "Next"
        yield f"{what}: {_named(other.type, lexicon)}, score {other.score:.0f}"
        yield from _reasons(found.reasons_for(other.type))


def _named(slug: str, lexicon: Lexicon) -> str:
    return f"{slug} ({lexicon.labels[slug]})"


def _reasons(sentences: Iterable[str]) -> list[str]:
    return [f"- {sentence}" for sentence in sentences] or ["- No word in the text speaks for it."]
