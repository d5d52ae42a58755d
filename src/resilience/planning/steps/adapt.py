"""Adapt: what others did with the chosen activities, what came of it, for whom not, and at what cost."""

from collections.abc import Sequence

from resilience.planning.adapting.doers import LIKE, Doer
from resilience.planning.adapting.here import Here, here_of
from resilience.planning.adapting.in_common import found_words, in_common, sides
from resilience.planning.adapting.studies_say import costs, not_worked, outcomes_of
from resilience.planning.adapting.who_did_it import asked, who_sections
from resilience.planning.adapting.words import activity_source, policy_source
from resilience.planning.blocks import Said, Section, Source, Step
from resilience.planning.given import Given
from resilience.records.english import count, listing, one_or_more, sentence, spelled

NO_ACTIVITY = (
    "No activity is chosen. Choose up to two; this step then says what others did, what came of it,"
    " for whom it did not work, and what it costs."
)
NO_PLACE = (
    "No place is chosen, so nobody can say which councils are most like yours: those with an evaluation come"
    " first, then the newest."
)
RESTS_ON = (
    "Policies and neighbourhoods are those on record, not all that there are. Nearly all records were coded"
    " by a language model, most from the opening of a public page or the abstract of a study. Councils of one"
    " kind and nation are compared by their ranks on the parts of the nation’s deprivation index,"
    " neighbourhoods with your place in the same way. Up to"
    f" {LIKE} of 100 ranks apart, on average, is called like it. Who gave an activity, how long it ran and"
    " how often are not coded in studies, so nobody can count them here."
)


def step(given: Given) -> Step:
    """Say for each chosen activity what a group can take from others."""
    here = here_of(given)
    missing = [] if given.walk.activities else [NO_ACTIVITY]
    if here is None:
        missing.append(NO_PLACE)
    parts = [_activity(given, slug, here) for slug in given.walk.activities]
    return Step(
        "adapt",
        tuple(said for answer, _ in parts for said in answer),
        tuple(section for _, sections in parts for section in sections),
        tuple(missing),
        RESTS_ON,
    )


def _activity(given: Given, slug: str, here: Here | None) -> tuple[list[Said], list[Section]]:
    facts, outcomes = given.facts, given.walk.outcomes
    title = facts["common"]["types"][slug]["label"]
    chosen, words = outcomes_of(facts, slug, outcomes)
    who, told = who_sections(facts, slug, here, title)
    answer = [_who(given, title, here, told), _studies(given, slug, title, (chosen, words))]
    return answer, [
        *who,
        *not_worked(facts, slug, chosen, title),
        costs(facts, slug, told, title),
        asked(facts["adapt"], told, title),
        in_common(facts, slug, outcomes, title),
    ]


def _who(given: Given, title: str, here: Here | None, told: Sequence[Doer]) -> Said:
    """Name who did it in one sentence, and say of how many an evaluation was seen."""
    others = [one for one in told if not one.is_own]
    if not others:
        return Said(f"{title}: nobody else is on record with it.")
    evaluated = sum(one.evaluated for one in others)
    seen = (
        f"An evaluation is on record for {spelled(evaluated)}"
        if evaluated
        else "No evaluation of any was seen"
    )
    return Said(
        f"{title}: {_named(others, here)}. {seen}.",
        tuple(_source(given, one) for one in others),
        "what councils and neighbourhoods say of themselves, unless an evaluation is named.",
    )


def _named(others: Sequence[Doer], here: Here | None) -> str:
    """Name those that a group should hear of, and say whether they are like its own."""
    like = [one.name for one in others if one.is_like]
    rest = [one.name for one in others if not one.is_like]
    if like:
        also = f"; {_are(rest)} on record too" if rest else ""
        return f"{_are(like)} like your own{also}"
    if here is None or all(one.apart is None for one in others):
        return f"{_are(rest)} on record"
    return f"nobody much like your own is on record with it, but {_are(rest)}"


def _are(names: Sequence[str]) -> str:
    return f"{listing(names)} {one_or_more(len(names), 'is', 'are')}"


def _source(given: Given, one: Doer) -> Source:
    if one.is_neighbourhood:
        return Source(one.name, page=f"neighbourhoods/{one.slug}")
    return policy_source(given.facts["adapt"], one.policy)


def _studies(given: Given, slug: str, title: str, asked_for: tuple[Sequence[str], str]) -> Said:
    """Say in one sentence how studies of the outcomes fell out, and whether a cost is known."""
    facts = given.facts
    of_type = facts["adapt"]["types"][slug]
    money = sum(one["prices"] is not None for one in of_type["costs"])
    cost = (
        f"{count(money, 'amount')} of money {one_or_more(money, 'is', 'are')} on record"
        if money
        else ("what it costs is not known")
    )
    if not of_type["studied"]:
        return Said(f"{title}: no study of it is on record, and {cost}.")
    chosen, words = asked_for
    better, other, _ = sides(of_type, chosen)
    if not (better or other):
        found = f"no study on record says whether it changes {words}"
    else:
        found = f"for {words}, {found_words(len(better), len(other))}"
    return Said(
        f"{title}: {found}. {sentence(cost)}.",
        (activity_source(facts, slug),),
        "a count of studies, strong and weak; see Options for how sure the evidence is.",
    )
