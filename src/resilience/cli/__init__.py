"""The command `resilience`: one file a command, options defined once."""

import click

from resilience.cli.group import VARIABLE, Commands, evidence_option

COMMANDS = {
    "answers": "answers:answers",
    "appraise": "appraise:appraise",
    "check": "check:check",
    "dedupe": "dedupe:dedupe",
    "diff": "diff:diff",
    "import": "importing:import_command",
    "learn": "learn:learn",
    "match": "match:match_command",
    "new": "new:new",
    "places": "places:places",
    "plan": "plan:plan",
    "pool": "pool:pool_command",
    "rate": "rate:rate",
    "received": "received:received",
    "review": "review:review",
    "schema": "schema:schema",
}
"""The file of each command and its name there. It is read when it is asked for: all of them take a second."""


@click.group(
    cls=Commands,
    commands={name: f"{__name__}.{where}" for name, where in COMMANDS.items()},
    context_settings={"help_option_names": ["-h", "--help"]},
    params=[evidence_option(envvar=VARIABLE, show_envvar=True)],
)
@click.version_option(package_name="resilience", message="%(package)s %(version)s", help="Show the version.")
def main() -> None:
    """Look after the evidence of the Neighbourhood Resilience Evidence Book."""
