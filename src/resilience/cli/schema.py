"""`resilience schema`: write the JSON Schemas by which editors check records, and the issue forms."""

from pathlib import Path

import click

from resilience.cli.options import PROBLEMS_FOUND, open_evidence
from resilience.evidence.schemas import stale_schemas, write_schemas
from resilience.received.issue_form import FOLDER, stale_forms, write_forms


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; end with 1 if one is stale.")
def schema(only_check: bool) -> None:
    """Write `evidence/schema/` and the issue forms anew from the models."""
    base = open_evidence(Path())
    if only_check:
        stale = [f"evidence/schema/{name}" for name in stale_schemas(base)]
        stale += [f"{FOLDER}/{path.name}" for path in stale_forms(base)]
        for name in stale:
            click.echo(f"{name} is stale. Next: resilience schema")
        raise SystemExit(PROBLEMS_FOUND if stale else 0)
    for path in (*write_schemas(base), *write_forms(base)):
        click.echo(f"Written: {path.relative_to(base.folder.parent).as_posix()}")
