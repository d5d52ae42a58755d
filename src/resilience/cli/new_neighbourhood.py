"""`resilience new neighbourhood`: a neighbourhood outside the programme, told by its group."""

import click

from resilience.appraisal import Place, places_of
from resilience.cli.new_asked import Asker
from resilience.cli.new_given import open_for_new
from resilience.cli.new_options import ask_option, bare_option, by_option
from resilience.cli.new_written import write
from resilience.cli.reports import visible
from resilience.drafts.draft import Draft
from resilience.drafts.hidden import OF_THE_PROGRAMME
from resilience.drafts.neighbourhood import CAUTION, values_of_place
from resilience.drafts.the_place import the_place
from resilience.records.naming import neighbourhood_slug
from resilience.records.neighbourhood import Neighbourhood


@click.command()
@click.option("--place", metavar="PLACE", help="Its name or code; with the council where several share it.")
@click.option("--name", metavar="NAME", help="What people there call it, where that is another name.")
@click.option("--aim", metavar="TEXT", help="What the group sets out to do, in its own words.")
@click.option(
    "--priority", "priorities", metavar="TEXT", multiple=True, help="What to change; may be given again."
)
@by_option
@click.option("--slug", metavar="SLUG", help="The permanent name, where it should not follow from the place.")
@bare_option
@ask_option
def neighbourhood(
    place: str | None,
    name: str | None,
    aim: str | None,
    priorities: tuple[str, ...],
    by: str | None,
    slug: str | None,
    bare: bool,
    ask: bool,
) -> None:
    """Begin the record of a neighbourhood outside the programme.

    Any place of the United Kingdom may be one. The file is named by the place and its council.
    """
    findings, asker = open_for_new(), Asker(ask)
    base, places = findings.base, places_of(findings)
    found: list[Place] = []

    def find(said: str) -> str:
        found.append(the_place(places, said))
        return said

    try:
        asker.known(place, "The place: a ward or small area, such as Central, Swindon", find)
    except ValueError as reason:
        raise click.BadParameter(visible(str(reason)), param_hint="--place") from None
    if not found:
        raise click.UsageError('Without --place there is no record to name. Say --place "...".')
    if found[-1].is_neighbourhood:
        message = f"It is on record already: evidence/neighbourhoods/{found[-1].slug}.yml"
        raise click.UsageError(visible(message))
    values = values_of_place(base, found[-1], name)
    values["set_out_to"] = asker.text(aim, "What the group sets out to do")
    values["priorities"] = list(asker.texts(priorities, "What the group wants to change"))
    values["provenance"] |= {"by": by, "cautions": [CAUTION]}
    wanted = slug or neighbourhood_slug(values["name"], values["council"])
    write(base, Draft(Neighbourhood, wanted, values, hidden=OF_THE_PROGRAMME), bare)
