"""`resilience new`: a commented file for a new record, filled with what is known, and checked."""

import click

from resilience.cli.new_activity import activity
from resilience.cli.new_neighbourhood import neighbourhood
from resilience.cli.new_policy import policy
from resilience.cli.new_study import study


@click.group()
def new() -> None:
    """Write a new record: a commented file to fill in.

    What you know goes in by options or by answers to questions; what was not seen stays null.
    Activity types that the matcher proposes stand in comments until you choose.
    A file that is there already is never touched.
    """


new.add_command(activity)
new.add_command(neighbourhood)
new.add_command(policy)
new.add_command(study)
