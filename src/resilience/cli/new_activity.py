"""`resilience new activity`: what people did in a neighbourhood, added to its record."""

import click

from resilience.checks.problem import meant
from resilience.cli.new_asked import Asker, must_have
from resilience.cli.new_given import open_for_new, proposals, proposed
from resilience.cli.new_options import ask_option, seen_option, year_option
from resilience.cli.new_written import report
from resilience.cli.reports import broken, visible
from resilience.cli.review_screen import say
from resilience.evidence import EvidenceError
from resilience.evidence.saving import save_activity
from resilience.matching.decide import NAMED_TOO
from resilience.records.neighbourhood import Neighbourhood


@click.command()
@click.argument("neighbourhood")
@click.option("--text", metavar="TEXT", help="What was done, one activity, as its source puts it.")
@year_option
@seen_option
@click.option("--domain", metavar="DOMAIN", help="Its domain, where the proposed type does not tell it.")
@ask_option
def activity(
    neighbourhood: str, text: str | None, year: int | None, url: str | None, domain: str | None, ask: bool
) -> None:
    """Add an activity to the record of NEIGHBOURHOOD.

    Its type is not written down: it is a proposal until a reviewer takes it, with `resilience review`.
    """
    findings, asker = open_for_new(), Asker(ask)
    base = findings.base
    if neighbourhood not in base.all_neighbourhoods:
        if neighbourhood in base.names(Neighbourhood):
            file = f"evidence/neighbourhoods/{neighbourhood}.yml"
            raise click.UsageError(
                f"{visible(neighbourhood)} is begun, and not yet whole. "
                f"Run `resilience check {visible(file)}`, mend what it says, and try again."
            )
        hint = meant(neighbourhood, base.all_neighbourhoods)
        message = f"{neighbourhood} is no neighbourhood on record. {hint}".strip()
        raise click.BadParameter(visible(message), param_hint="NEIGHBOURHOOD")
    done = must_have(asker, text, "--text", "What was done")
    match = proposed(findings, done)
    domains = {slug: one.label for slug, one in base.domains.items()}
    for told in proposals(match):
        say(told.removesuffix(" Write below those that fit:"))
    sure = match is not None and bool(match.types) and match.score >= NAMED_TOO
    from_type = base.types[match.type].domain if match and sure else None
    of = domain or asker.choice(None, "Its domain", domains) or from_type
    if of not in domains:
        raise click.UsageError(f"Say the --domain, one of: {', '.join(domains)}.")
    year = asker.year(year, "The first year in which it was done")
    page = must_have(asker, url, "--url", "The page where you read it")
    item = {"text": done, "domain": of, **({"year": year} if year else {}), "source": {"url": page}}
    try:
        path = save_activity(base, neighbourhood, item)
    except EvidenceError as error:
        raise click.UsageError(broken(error)) from None
    report(base, [path])
    click.echo(f"To decide on its type: resilience review --record {visible(neighbourhood)}")
