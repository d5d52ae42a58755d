"""`resilience new study`: a study and its entry in the bibliography."""

from dataclasses import dataclass
from pathlib import Path

import click

from resilience.cli.new_asked import Asker, must_have
from resilience.cli.new_given import open_for_new, proposals, proposed, types_of, work_from
from resilience.cli.new_options import (
    ask_option,
    bare_option,
    by_option,
    labels,
    one_of,
    read_option,
    seen_option,
    type_option,
    year_option,
)
from resilience.cli.new_written import write
from resilience.cli.options import There
from resilience.cli.reports import visible
from resilience.drafts.draft import Draft, provenance
from resilience.drafts.work import on_record
from resilience.evidence import EvidenceBase
from resilience.records.naming import key_for
from resilience.records.reference import Reference
from resilience.records.study import Study
from resilience.records.vocabulary import Design


@dataclass(frozen=True)
class Given:
    """What the options say of the work."""

    source: Path | None
    title: str | None
    authors: tuple[str, ...]
    year: int | None
    journal: str | None
    doi: str | None


@click.command()
@click.option(
    "--from",
    "source",
    metavar="FILE",
    type=There(dir_okay=False, path_type=Path),
    help="BibTeX, RIS or another export of the work, as its DOI or a reference manager gives it.",
)
@click.option("--title", help="The title of the work.")
@click.option(
    "--author", "authors", metavar="NAME", multiple=True, help="As `Family, Given`; may be given again."
)
@year_option
@click.option("--journal", help="The journal.")
@click.option("--doi", metavar="DOI", help="Such as 10.1234/abc.")
@click.option("--design", metavar="DESIGN", type=one_of(Design), help="How it was done, such as rct.")
@click.option("--intervention", metavar="TEXT", help="What was done, in your own words.")
@type_option
@seen_option
@read_option
@by_option
@click.option("--key", metavar="NAME", help="The permanent name, where it should not follow from the work.")
@bare_option
@ask_option
def study(
    source: Path | None,
    title: str | None,
    authors: tuple[str, ...],
    year: int | None,
    journal: str | None,
    doi: str | None,
    design: str | None,
    intervention: str | None,
    types: tuple[str, ...],
    url: str | None,
    read: str | None,
    by: str | None,
    key: str | None,
    bare: bool,
    ask: bool,
) -> None:
    """Begin the record of a study.

    Its work is entered in `references.bib`.
    The file is named by the first author, the year and words of the title.
    """
    findings, asker = open_for_new(), Asker(ask)
    base, given_types = findings.base, types_of(findings.base, types)
    work = _work(base, asker, Given(source, title, authors, year, journal, doi))
    known = on_record(base, work)
    name = known or key or key_for(work, base.references)
    if name in base.names(Study):
        raise click.UsageError(f"This work is on record already: evidence/studies/{visible(name)}.yml")
    done = asker.text(intervention, "What was done, in your own words")
    match = proposed(findings, done or work.title)
    chosen = asker.types(given_types, match, {slug: one.label for slug, one in base.types.items()})
    draft = Draft(
        Study,
        name,
        {
            "design": asker.choice(design, "How was the study done?", labels(Design)),
            "types": list(chosen) or None,
            "on_topic": dict.fromkeys(chosen),
            "intervention": done,
            "provenance": provenance(url or work.link, read, by),
        },
        {"types": () if chosen else tuple(proposals(match))},
        work=None if known else work.model_copy(update={"key": name}),
    )
    write(base, draft, bare)


def _work(base: EvidenceBase, asker: Asker, given: Given) -> Reference:
    """Put the work together from its file, the options, which go before it, and answers."""
    file = work_from(given.source, base) if given.source else None
    if file is None:
        title = must_have(asker, given.title, "--title or --from", "The title of the work")
        authors = given.authors or asker.texts((), "An author, as Family, Given")
        year = asker.year(given.year, "The year")
        journal = asker.text(given.journal, "The journal")
        doi = asker.text(given.doi, "The DOI")
        kind = "article" if journal else "misc"
        return Reference(
            key="work", kind=kind, title=title, authors=authors, year=year, journal=journal, doi=doi
        )
    said = {
        "title": given.title,
        "authors": given.authors,
        "year": given.year,
        "journal": given.journal,
        "doi": given.doi,
    }
    return file.model_copy(update={name: value for name, value in said.items() if value})
