"""`resilience new neighbourhood`: a neighbourhood outside the programme, told by its group."""

from typing import Any

import click

from resilience.appraisal import Place, places_of
from resilience.cli.named_place import the_place
from resilience.cli.new_asked import Asker
from resilience.cli.new_given import open_for_new
from resilience.cli.new_options import ask_option, bare_option, by_option
from resilience.cli.new_written import Draft, provenance, write
from resilience.cli.reports import visible
from resilience.evidence import EvidenceBase
from resilience.records.naming import neighbourhood_slug
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.vocabulary import Read

OF_THE_PROGRAMME = frozenset(
    {
        "active_years",
        "confidence",
        "coren_host",
        "mirror",
        "nearby",
        "not_seen",
        "oversight_group",
        "population",
        "public_involved",
        "resident_advisers",
        "ward_fit_note",
    }
)
"""Fields that only records of the programme have a use for."""
OWN_ACCOUNT = "the group's own account"
CAUTION = "This is a group's own account, and nobody else has looked at it."


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
    values = _values(base, found[-1], name)
    values["set_out_to"] = asker.text(aim, "What the group sets out to do")
    values["priorities"] = list(asker.texts(priorities, "What the group wants to change"))
    values["provenance"] |= {"by": by, "cautions": [CAUTION]}
    wanted = slug or neighbourhood_slug(values["name"], values["council"])
    write(base, Draft(Neighbourhood, wanted, values, hidden=OF_THE_PROGRAMME), bare)


def _values(base: EvidenceBase, place: Place, name: str | None) -> dict[str, Any]:
    """Give what the tables of places say."""
    council = base.country.councils[place.slug.partition(".")[0]]
    known = base.councils_by_code.get(council.code)
    return {
        "name": name or place.name,
        "programme": False,
        "place": place.slug,
        "council": known.name if known else council.name,
        "councils": [known.slug] if known else [],
        "county": council.county or None,
        "region": council.region,
        "focus_topics": [],
        "partners": [],
        "place_facts": [],
        "activities": [],
        "findings": [],
        "sources": [],
        "provenance": provenance(OWN_ACCOUNT, Read.OWN_ACCOUNT.value, None),
    }
