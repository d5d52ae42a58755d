"""`resilience dedupe`: which records of an export are one work."""

import csv
import io
from pathlib import Path

import click

from resilience.cli.csv_input import Problems, read_input, tell
from resilience.cli.dedupe_input import read_records
from resilience.cli.options import PROBLEMS_FOUND
from resilience.cli.reports import lined_up, visible
from resilience.duplicates import Entry, find
from resilience.duplicates.explain import explained
from resilience.records.english import one_or_more


@click.command("dedupe")
@click.argument("records", metavar="RECORDS", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option(
    "-o", "--output", metavar="GROUPS.csv", type=click.Path(dir_okay=False), help="Where groups are written."
)
@click.option(
    "--maybe", metavar="PAIRS.csv", type=click.Path(dir_okay=False), help="Where pairs in doubt are written."
)
@click.option(
    "--explain", nargs=2, metavar="A B", help="Say of two records, by their IDs, what was decided and why."
)
def dedupe(records: str, output: str | None, maybe: str | None, explain: tuple[str, str] | None) -> None:
    """Find the records of an export that are one work.

    RECORDS is a table with commas, semicolons or tabs whose first line names the columns (ID, title, author,
    year, journal, volume, number, pages, doi, in any case), BibTeX (.bib) or RIS (.ris). `-` reads a table
    from standard input. GROUPS.csv gets a row for each work that stands there more than once, with the IDs of
    its records joined by semicolons.

    Records that are surely different are never in one group. Where a person should look, --maybe writes the
    pair and the reason.

    Ends with 0 where the file was read, 1 where it is wrong, 2 where the command was not understood.
    """
    if not (output or maybe or explain):
        raise click.UsageError(
            "Say where to write the groups, with -o GROUPS.csv, or which two to --explain."
        )
    name, content = read_input(records)
    try:
        entries = read_records(name, content)
    except Problems as problems:
        tell(name, problems.args)
        raise SystemExit(PROBLEMS_FOUND) from None
    if explain:
        _explain(entries, *explain)
    if output or maybe:
        _write(entries, output, maybe)


def _explain(entries: list[Entry], first: str, second: str) -> None:
    by_id = {entry.id: entry for entry in entries}
    if unknown := [visible(name) for name in (first, second) if name not in by_id]:
        raise click.UsageError(f"There is no record {' or '.join(unknown)}. Copy the ID from the file.")
    told = explained(by_id[first], by_id[second])
    click.echo(visible(told.sentence))
    click.echo("\n".join(map(visible, lined_up(told.fields))))


def _write(entries: list[Entry], output: str | None, maybe: str | None) -> None:
    found = find(entries)
    if output:
        _save(output, [("merged_ids",), *((";".join(group),) for group in found.groups)])
    if maybe:
        by_id = {entry.id: entry for entry in entries}
        pairs = ((*pair, explained(by_id[pair[0]], by_id[pair[1]]).sentence) for pair in found.maybe)
        _save(maybe, [("ID_1", "ID_2", "why"), *pairs])
    works, twice = len(found.groups), sum(len(group) - 1 for group in found.groups)
    stand = one_or_more(works, "work stands", "works stand")
    click.echo(
        f"{len(entries):,} records: {works:,} {stand} here more than once, with {twice:,} "
        f"{one_or_more(twice, 'record', 'records')} too many. "
        f"{len(found.maybe):,} {one_or_more(len(found.maybe), 'pair needs', 'pairs need')} a person's look.",
        err=True,
    )


def _save(path: str, rows: list[tuple[str, ...]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    try:
        Path(path).write_text(text.getvalue(), encoding="utf-8", newline="")
    except OSError as error:
        raise click.UsageError(
            f"{visible(path)} can't be written ({error.strerror}). Say another name."
        ) from None
