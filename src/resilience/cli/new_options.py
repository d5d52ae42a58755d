"""Options that the commands of `resilience new` share."""

import sys

import click

from resilience.records.vocabulary import CodedBy, Labelled, Read


def one_of(words: type[Labelled]) -> click.Choice[str]:
    """Take a word of a closed list."""
    return click.Choice([word.value for word in words])


bare_option = click.option("--bare", is_flag=True, help="Leave the comments out.")
ask_option = click.option(
    "--ask/--no-ask",
    default=lambda: sys.stdin.isatty() and sys.stdout.isatty(),
    show_default="on a terminal",
    help="Ask for what no option says.",
)
type_option = click.option(
    "--type", "types", metavar="TYPE", multiple=True, help="An activity type that fits; may be given again."
)
seen_option = click.option("--url", metavar="URL", help="The page where you read it, never a mirror.")
read_option = click.option("--read", type=one_of(Read), help="How much of the source you read.")
by_option = click.option("--by", type=one_of(CodedBy), help="Who reads and chooses the codes.")
year_option = click.option("--year", type=click.IntRange(1800, 2100), help="In four digits.")


def labels(words: type[Labelled]) -> dict[str, str]:
    """Give a closed list, each word with its label."""
    return {word.value: word.label for word in words}
