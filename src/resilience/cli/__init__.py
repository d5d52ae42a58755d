"""The command `resilience`: one file a command, options defined once."""

import click

from resilience.cli.answers import answers
from resilience.cli.appraise import appraise
from resilience.cli.check import check
from resilience.cli.dedupe import dedupe
from resilience.cli.diff import diff
from resilience.cli.group import VARIABLE, Commands, evidence_option
from resilience.cli.importing import import_command
from resilience.cli.learn import learn
from resilience.cli.match import match_command
from resilience.cli.new import new
from resilience.cli.places import places
from resilience.cli.plan import plan
from resilience.cli.pool import pool_command
from resilience.cli.rate import rate
from resilience.cli.received import received
from resilience.cli.review import review
from resilience.cli.schema import schema


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    params=[evidence_option(envvar=VARIABLE, show_envvar=True)],
)
@click.version_option(package_name="resilience", message="%(package)s %(version)s", help="Show the version.")
def main() -> None:
    """Look after the evidence of the Neighbourhood Resilience Evidence Book."""


main.add_command(answers)
main.add_command(appraise)
main.add_command(check)
main.add_command(dedupe)
main.add_command(diff)
main.add_command(import_command)
main.add_command(learn)
main.add_command(match_command)
main.add_command(new)
main.add_command(places)
main.add_command(plan)
main.add_command(pool_command)
main.add_command(rate)
main.add_command(received)
main.add_command(review)
main.add_command(schema)
