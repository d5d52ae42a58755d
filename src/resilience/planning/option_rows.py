"""The performance matrix as a table: what happens, how sure, how much, the cost, and who could tell how."""

from collections.abc import Mapping, Sequence
from typing import Any

from resilience.appraisal.options import Option
from resilience.planning.blocks import Said, Source, Table
from resilience.planning.given import Given
from resilience.planning.option_words import DONE_HERE, NO_COST, NOT_FOR, how_much, more_councils, need_words
from resilience.planning.steps.change import outcomes_of

METHOD = Source("How options are ranked", page="book/methods/appraisal")
RULE = "by rule, with your weights"
OF_THE_AREA = "official figures of the area, not of your group"
ONE_STUDY = "one study’s number"


def matrix_of(given: Given, options: Sequence[Option], needs: Mapping[str, int | None] | None) -> Table:
    """Set out what is known of some options; without `needs` that column is left out."""
    groups, outcomes = given.facts["common"]["groups"], outcomes_of(given)
    among = f", 100 = worst off of {among_of(given)}" if needs is not None else ""
    return Table(
        caption=f"What is known of each activity{'; need here' + among if among else ''}",
        heads=(
            "Activity",
            *(["Need here"] if needs is not None else []),
            *(f"{groups[one]['label']}: what happens, how much" for one in outcomes),
            "Cost, where known",
            "Who could tell you how",
        ),
        rows=tuple(
            (
                Said(one.label, (activity_page(one),)),
                *([need_said(given, needs, one)] if needs is not None else []),
                *(happens_said(one, row_of(given, one)["happens"].get(outcome)) for outcome in outcomes),
                cost_said(row_of(given, one)),
                tellers_said(given, one),
            )
            for one in options
        ),
    )


def among_of(given: Given) -> str:
    """Name the places that the place is held against."""
    among: str = given.facts["options"]["among"][given.standing.nation] if given.standing else ""
    return among


def row_of(given: Given, option: Option) -> Mapping[str, Any]:
    """Give what is known of an option."""
    row: Mapping[str, Any] = given.facts["options"]["rows"][option.slug]
    return row


def activity_page(option: Option) -> Source:
    """Name the page on which all studies of an activity stand."""
    return Source(option.label, page=f"activities/{option.slug}")


def study(cited: Sequence[str]) -> Source:
    """Name a study by its key and how it is cited."""
    key, text = cited
    return Source(text, page=f"studies/{key}")


def need_said(given: Given, needs: Mapping[str, int | None], option: Option) -> Said:
    """Tell the need for an option, with the figures that tell it."""
    told, standing = need_words(needs, option.slug), given.standing
    if needs.get(option.slug) is None or standing is None:
        return Said(told)
    nation = given.facts["place"][standing.nation]
    known = [key for key in option.figures if standing.better.get(key) is not None]
    titles = dict.fromkeys(nation["figures"][key]["source"] for key in known)
    return Said(told, tuple(Source(one, url=nation["sources"].get(one, "")) for one in titles), OF_THE_AREA)


def happens_said(option: Option, happens: Mapping[str, Any] | None) -> Said:
    """Tell what happens to an outcome."""
    if happens is None:
        return Said(NOT_FOR)
    sources = tuple(map(study, happens["studies"][:1])) or (activity_page(option),)
    return Said(f"{happens['what']}. {size_of(happens)}".strip(), sources, happens["sure"])


def size_of(happens: Mapping[str, Any]) -> str:
    """Tell how much it is, and on how many studies that rests."""
    return how_much(happens["size"], happens["cautions"], happens["counted"])


def cost_said(row: Mapping[str, Any]) -> Said:
    """Tell what it costs, where a study says."""
    cost = row["cost"]
    return Said(cost["says"], (study(cost["study"]),), ONE_STUDY) if cost else Said(NO_COST)


def tellers_said(given: Given, option: Option) -> Said:
    """Tell which councils could say how it is done."""
    row = row_of(given, option)
    names = ", ".join(
        f"{council}{' (evaluated)' if evaluated else ''}" for _, council, evaluated in row["tellers"]
    )
    here = f" {DONE_HERE}" if is_done_here(given, option) else ""
    sources = tuple(Source(council, page=f"policies/{slug}") for slug, council, _ in row["tellers"])
    return Said(f"{names}{more_councils(row['councils'], row['tellers'])}{here}", sources)


def is_done_here(given: Given, option: Option) -> bool:
    """Say whether the neighbourhood is on record with an option."""
    standing = given.standing
    return standing is not None and standing.place["code"] in row_of(given, option)["done_by"]
