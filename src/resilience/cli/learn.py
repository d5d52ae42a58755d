"""`resilience learn`: learn anew how words speak for activity types."""

from importlib.util import find_spec
from pathlib import Path

import click

from resilience.cli.options import PROBLEMS_FOUND, open_evidence
from resilience.evidence.learnt import stale_learnt, write_learnt
from resilience.learning.learn import learn as learn_from


@click.command()
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; end with 1 if what was learnt is stale."
)
def learn(only_check: bool) -> None:
    """Learn the matcher's weights, scores and accuracy anew from coded texts, into `evidence/learnt/`.

    It takes a minute. Run it after coded texts, `words.yml`, `examples.yml` or `taxonomy.yml` have changed.
    """
    if not find_spec("sklearn"):
        raise click.UsageError("learning needs scikit-learn. Next: pip install 'resilience[learn]'")
    base = open_evidence(Path())
    learnt = learn_from(base)
    if only_check:
        stale = stale_learnt(base.folder, *learnt)
        for name in stale:
            click.echo(f"evidence/learnt/{name} is stale. Next: resilience learn")
        raise SystemExit(PROBLEMS_FOUND if stale else 0)
    write_learnt(base.folder, *learnt)
    right = sum(answer.type == answer.coded for answer in learnt.answers)
    click.echo(f"Learnt {len(learnt.weights.signs):,} signs. Unseen texts of records: {right} of "
               f"{len(learnt.answers)} right.")  # fmt: skip
