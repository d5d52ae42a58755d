"""`resilience learn`: learn anew how words speak for activity types."""

from importlib.util import find_spec
from pathlib import Path

import click

from resilience.cli.options import PROBLEMS_FOUND, open_evidence
from resilience.cli.reports import broken
from resilience.evidence import EvidenceError
from resilience.evidence.learnt import stale_learnt, write_learnt
from resilience.learning.learn import broken_promises
from resilience.learning.learn import learn as learn_from


@click.command()
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; end with 1 if what was learnt is stale."
)
def learn(only_check: bool) -> None:
    """Learn anew from coded texts, into `evidence/learnt/`.

    What is learnt are the matcher's weights, its scores and how often it is right.

    It takes minutes. Run it after coded texts, phrases, `words.yml` or `taxonomy.yml` have changed.
    It ends with 1 where the matcher is worse than the project promises.
    """
    if not find_spec("sklearn"):
        raise click.UsageError("learning needs scikit-learn. Next: make learn")
    base = open_evidence(Path())
    learnt = learn_from(base)
    faults = [f"Worse than promised on unseen texts: {one}." for one in broken_promises(learnt.answers)]
    if only_check:
        try:
            stale = stale_learnt(base.folder, *learnt)
        except EvidenceError as error:
            raise click.UsageError(broken(error)) from None
        faults += [f"evidence/learnt/{name} is stale. Next: make learn" for name in stale]
    else:
        write_learnt(base.folder, *learnt)
        right = sum(answer.type == answer.coded for answer in learnt.answers)
        click.echo(f"Learnt {len(learnt.weights.signs):,} signs. Unseen texts of records: {right} of "
                   f"{len(learnt.answers)} right.")  # fmt: skip
    for fault in faults:
        click.echo(fault)
    raise SystemExit(PROBLEMS_FOUND if faults else 0)
