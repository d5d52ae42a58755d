"""Why a group takes on an activity: what speaks for it, what is not known, and what speaks against it."""

from collections.abc import Iterator, Mapping
from typing import Any

from resilience.appraisal.options import Option, needs_of
from resilience.appraisal.ranking import Ranked, Ranking, Tier
from resilience.planning.blocks import Said
from resilience.planning.given import Given
from resilience.planning.option_rows import (
    METHOD,
    RULE,
    activity_page,
    among_of,
    is_done_here,
    need_said,
    row_of,
    size_of,
    study,
)
from resilience.planning.option_words import DONE_HERE, WORDS, not_known, tries
from resilience.planning.steps.change import outcomes_of
from resilience.records.english import listing, spelled

STANDS: Mapping[Tier, str] = {
    Tier.LEADS: "It leads: it stays in the top {top} {tries}.",
    Tier.MIDDLE: "It stands in the middle, not among the leaders: it stays in the top {top} {tries}.",
    Tier.CANNOT_TELL: "We cannot tell whether it leads: it stays in the top {top} {tries}.",
}
NOTHING_AGAINST = (
    "No outcome on record speaks against it: none is rated as mixed, as little or no difference, or as harm."
)


def reasons_of(given: Given, option: Option, ranking: Ranking | None) -> tuple[Said, ...]:
    """Give the reasons for and against an activity, with their sources and how sure each is.

    What speaks against stands early, for where there is little room the last sentences are left out.
    """
    against = tuple(_against(given, option))
    return (
        *_standing(given, option, ranking),
        *against,
        *_outcomes(given, option),
        *_need(given, option),
        *(() if against else _nothing_against(given, option)),
    )


def _standing(given: Given, option: Option, ranking: Ranking | None) -> Iterator[Said]:
    """Say in which tier it is, or why in none."""
    outcomes, groups = outcomes_of(given), given.facts["common"]["groups"]
    if outcomes and not option.is_about(outcomes):
        aims = listing([groups[one]["label"].lower() for one in option.aims])
        told = WORDS["not_here"].format(name=option.label)
        yield Said(f"{told} It is done for {aims}.", (activity_page(option),))
    elif option.slug in given.walk.out:
        yield Said(WORDS["ruled_out"].format(name=option.label))
    elif ranking:
        one = next(one for one in ranking.ranked if one.option.slug == option.slug)
        yield _tier(given, one, ranking)
    if is_done_here(given, option):
        yield Said(DONE_HERE)


def _tier(given: Given, one: Ranked, ranking: Ranking) -> Said:
    words = STANDS[one.tier].format(top=spelled(ranking.top), tries=tries(one.share))
    gaps = f" {not_known(one, given.facts['choosing']['steps'])}" if one.gaps else ""
    return Said(f"{words}{gaps}", (METHOD,), RULE)


def _need(given: Given, option: Option) -> Iterator[Said]:
    if not given.standing:
        return
    needs = needs_of([option], given.standing.known)
    if needs.get(option.slug) is not None:
        need = need_said(given, needs, option)
        told = f"Need here: {need.text}, where 100 is worst off of {among_of(given)}."
        yield Said(told, need.sources, need.sure)


def _outcomes(given: Given, option: Option) -> Iterator[Said]:
    """Say what speaks for it, and what is not known, on the outcomes that were picked."""
    happens, outcomes = row_of(given, option)["happens"], outcomes_of(given)
    for group in outcomes if option.is_about(outcomes) else ():
        one = happens.get(group)
        if one is None:
            yield Said(f"{_not_known(given, group)}: it is not done for this, and not studied for it.")
        elif not one["counted"]:
            told = "it is done for this, but no study on record looked at it."
            yield Said(f"{_not_known(given, group)}: {told}", (activity_page(option),), one["sure"])
        elif one["side"] == "for":
            yield _told(option, one, f"For it, on {_label(given, group)}")
        elif one["side"] == "open":
            yield _told(option, one, f"Still open, on {_label(given, group)}")


def _against(given: Given, option: Option) -> Iterator[Said]:
    """Say what speaks against it, also on outcomes that were not picked."""
    picked = outcomes_of(given)
    happens = row_of(given, option)["happens"]
    against = sorted(
        (group for group, one in happens.items() if one["side"] == "against"),
        key=lambda group: group not in picked,
    )
    for group in against:
        aside = "" if group in picked else ", which you did not pick"
        yield _told(option, happens[group], f"Against it, on {_label(given, group)}{aside}")


def _nothing_against(given: Given, option: Option) -> Iterator[Said]:
    if any(one["counted"] for one in row_of(given, option)["happens"].values()):
        yield Said(NOTHING_AGAINST, (activity_page(option),), "by the rules for levels")


def _told(option: Option, happens: Mapping[str, Any], lead: str) -> Said:
    sources = tuple(map(study, happens["studies"])) or (activity_page(option),)
    what = happens["what"][:1].lower() + happens["what"][1:]
    return Said(f"{lead}: {what}. {size_of(happens)}".strip(), sources, happens["sure"])


def _not_known(given: Given, group: str) -> str:
    return f"Not known, on {_label(given, group)}"


def _label(given: Given, group: str) -> str:
    return str(given.facts["common"]["groups"][group]["label"]).lower()
