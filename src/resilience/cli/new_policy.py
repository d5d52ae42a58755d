"""`resilience new policy`: a policy of a council."""

import click

from resilience.cli.new_asked import Asker, must_have
from resilience.cli.new_given import open_for_new, proposals, proposed, types_of
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
from resilience.cli.reports import visible
from resilience.drafts.council import council_of, perhaps_the_same
from resilience.drafts.draft import Draft, provenance
from resilience.drafts.hidden import FOR_EDITORS
from resilience.records.naming import policy_slug
from resilience.records.policy import Policy
from resilience.records.vocabulary import DocumentType


@click.command()
@click.option("--title", help="The name of the policy, without the council's.")
@click.option("--council", metavar="COUNCIL", help="Its name, or as in councils.yml.")
@year_option
@click.option(
    "--document", metavar="KIND", type=one_of(DocumentType), help="What states it, such as strategy."
)
@click.option("--summary", metavar="TEXT", help="What it does, in your own words.")
@click.option(
    "--action", "actions", metavar="TEXT", multiple=True, help="One thing that it does; may be given again."
)
@type_option
@seen_option
@read_option
@by_option
@click.option(
    "--slug", metavar="NAME", help="The permanent name, where it should not follow from the policy."
)
@bare_option
@ask_option
def policy(
    title: str | None,
    council: str | None,
    year: int | None,
    document: str | None,
    summary: str | None,
    actions: tuple[str, ...],
    types: tuple[str, ...],
    url: str | None,
    read: str | None,
    by: str | None,
    slug: str | None,
    bare: bool,
    ask: bool,
) -> None:
    """Begin the record of a policy of a council.

    The file is named by the council, words of the title and the year.
    """
    findings, asker = open_for_new(), Asker(ask)
    base, given_types = findings.base, types_of(findings.base, types)
    name = must_have(asker, title, "--title", "The name of the policy")
    try:
        of = asker.known(council, "The council", lambda said: council_of(base, said))
    except ValueError as reason:
        raise click.BadParameter(visible(str(reason)), param_hint="--council") from None
    start = asker.year(year, "The first year in which it holds")
    kind = asker.choice(document, "What kind of document states it?", labels(DocumentType))
    what = asker.text(summary, "What it does, in your own words")
    done = asker.texts(actions, "One thing that it does")
    page = asker.text(url, "The page where you read it")
    match = proposed(findings, what or "; ".join(done) or name)
    chosen = asker.types(given_types, match, {slug: one.label for slug, one in base.types.items()})
    draft = Draft(
        Policy,
        slug or policy_slug(base.councils[of].name if of else "", name, start),
        {
            "title": name,
            "council": of,
            "year_start": start,
            "document_type": kind,
            "types": list(chosen) or None,
            "summary": what,
            "actions": [{"text": text} for text in done] or [{"text": None}],
            "url": page,
            "provenance": provenance(page, read, by),
        },
        {"types": () if chosen else tuple(proposals(match))},
        FOR_EDITORS,
    )
    write(base, draft, bare)
    if of and (alike := perhaps_the_same(base, of, name)):
        click.echo("\nOn record of this council already. Is it one of these? Then correct that one instead:")
        for one in alike:
            click.echo(visible(f"  evidence/policies/{one.slug}.yml: {one.title}"))
