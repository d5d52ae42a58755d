"""`resilience diff`: what a change of the evidence does to records, conclusions and pages."""

import json
from pathlib import Path
from typing import Any

import click

from resilience.changes import Changes, State, changed_records, compare, state_of
from resilience.changes.told import as_markdown, as_text
from resilience.checks import Severity
from resilience.checks import check as find_problems
from resilience.cli.options import json_option, open_evidence
from resilience.cli.reports import visible
from resilience.evidence import EvidenceBase, EvidenceError
from resilience.evidence.revisions import evidence_at, where_it_left_main
from resilience.evidence.shared import Shared, memory_kept
from resilience.site.pages.common import Pages
from resilience.site.pages.digests import digests


@click.command()
@click.argument("base", metavar="[BASE]", required=False)
@json_option
@click.option("--markdown", "as_md", is_flag=True, help="Write Markdown, as for the summary of a job.")
@memory_kept()
def diff(base: str | None, as_json: bool, as_md: bool) -> None:
    """Say what changed since BASE, and what follows from it.

    Records, levels, sizes, sets, types of texts, ranks, problems and pages.

    BASE is a git revision, or a folder that holds evidence. Without one it is where this branch left main.
    What is not yet committed counts too. Ends with 0 whatever changed, and with 2 where BASE is neither.
    """
    now = open_evidence(Path())
    try:
        since = base or where_it_left_main(now.folder)
        with evidence_at(now, since) as then:
            found = changes_between(then.folder, now.folder)
    except EvidenceError as error:
        raise click.UsageError(
            f"{base or 'main'} can't be compared: {visible(str(error).splitlines()[0])}"
        ) from None
    name = base or f"{since[:10]}, where this branch left main"
    if as_json:
        click.echo(json.dumps({"since": since} | _plain(found), indent=2, ensure_ascii=False))
    else:
        written = as_markdown(found, name) if as_md else as_text(found, name)
        click.echo("\n".join(map(visible, written.splitlines())))


def changes_between(before: Path, after: Path) -> Changes:
    """Compare two folders of evidence."""
    # Most files are the same in both, and so is most of what follows from them.
    shared = Shared()
    return compare(changed_records(before, after), state_in(before, shared), state_in(after, shared))


def state_in(folder: Path, shared: Shared) -> State:
    """Work out all that follows from a folder of evidence, and its problems.

    Where errors stand in the way, it says so instead. `shared` holds what another folder has in common.
    """
    problems = tuple(find_problems(folder, shared=shared))
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    try:
        pages = Pages(EvidenceBase(folder, shared=shared))
        return State(problems, state_of(pages, pages.plans), digests(pages))
    # Code may rely on what `check` holds, so that anything may go wrong where it found an error.
    except Exception as error:
        if not errors and not isinstance(error, EvidenceError):
            raise
        first = str(error).splitlines()[0] if isinstance(error, EvidenceError) else str(errors[0])
        # A revision is unpacked into a folder that says nothing to anybody.
        shown = first.replace(str(folder), folder.name)
        return State(problems, why_not=f"an error stands in the way: {shown}", lacks=_missing(error, folder))


def _missing(error: Exception, folder: Path) -> str:
    cause = error.__cause__
    if not isinstance(error, EvidenceError) or not isinstance(cause, FileNotFoundError):
        return ""
    return str(Path(cause.filename).relative_to(folder.parent))


def _plain(changes: Changes) -> dict[str, Any]:
    """Give an object in which each entry says its fields by name."""
    return {name: _named(value) for name, value in vars(changes).items()}


def _named(value: Any) -> Any:
    if hasattr(value, "_asdict"):
        return {name: _named(one) for name, one in value._asdict().items()}
    if isinstance(value, tuple):
        return [_named(one) for one in value]
    return vars(value) if hasattr(value, "__dataclass_fields__") else value
