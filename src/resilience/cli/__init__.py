"""The command `resilience`: one file a command, options defined once."""

import click

from .appraise import appraise
from .check import check
from .learn import learn
from .match import match_command
from .places import places
from .pool import pool_command
from .rate import rate
from .review import review
from .schema import schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Look after the evidence of the Neighbourhood Resilience Evidence Book."""


main.add_command(appraise)
main.add_command(check)
main.add_command(learn)
main.add_command(match_command)
main.add_command(places)
main.add_command(pool_command)
main.add_command(rate)
main.add_command(review)
main.add_command(schema)
