"""`resilience schema`: write the JSON Schemas by which editors complete and check records."""

from pathlib import Path

import click

from resilience.cli.options import PROBLEMS_FOUND, open_evidence
from resilience.evidence.schemas import stale_schemas, write_schemas


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; end with 1 if one is stale.")
def schema(only_check: bool) -> None:
    """Write `evidence/schema/` anew from the models."""
    base = open_evidence(Path())
    if only_check:
        stale = stale_schemas(base)
        for name in stale:
            click.echo(f"evidence/schema/{name} is stale. Next: resilience schema")
        raise SystemExit(PROBLEMS_FOUND if stale else 0)
    for path in write_schemas(base):
        click.echo(f"Written: {path.relative_to(base.folder.parent).as_posix()}")
