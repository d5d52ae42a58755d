"""Options: what is known of each, the tiers by the group's weights, and why those that it takes on."""

from resilience.appraisal.asked import Asked, options_in, ranking_of
from resilience.appraisal.options import Option, needs_of
from resilience.appraisal.ranking import CannotRank, Ranked, Ranking, Tier
from resilience.planning.blocks import Said, Section, Source, Step, Table
from resilience.planning.given import Given
from resilience.planning.option_reasons import reasons_of
from resilience.planning.option_rows import METHOD, RULE, matrix_of
from resilience.planning.option_words import (
    TIERS,
    lead_of,
    not_known,
    notes_of,
    score,
    stays,
    tries,
    weights_of,
)
from resilience.planning.path import PATH
from resilience.planning.steps.change import NO_OUTCOMES, outcomes_of
from resilience.records.english import count, listing

MOST_ROWS = 8
NO_ACTIVITIES = next(one.without for one in PATH if one.name == "options")
NO_PLACE = "Without a place need is left out of the comparison."
RESTS_ON = (
    "What is known comes from the studies, policies and figures on record."
    " The tiers follow published rules, with your weights; size, cost and who does it give no points."
    " They support a conversation and decide nothing."
)


def step(given: Given) -> Step:
    """Say what is known of the options, how they stand, and why those that the group takes on."""
    walk = given.walk
    options = {one.slug: one for one in options_in(given.facts["choosing"], _nation(given))}
    ranking, why_not = _ranked(given)
    taken = [options[slug] for slug in walk.activities]
    sections = [
        *(Section(f"Why {one.label}", reasons_of(given, one, ranking)) for one in taken),
        *(_compared(given, list(options.values()), ranking) if ranking else ()),
    ]
    missing = (
        *([] if walk.outcomes else [NO_OUTCOMES]),
        *([why_not] if why_not and walk.outcomes else []),
        *([] if walk.activities else [NO_ACTIVITIES]),
        *([] if given.standing else [NO_PLACE]),
    )
    return Step("options", _answer(ranking, taken), tuple(sections), tuple(missing), RESTS_ON)


def _nation(given: Given) -> str:
    return given.standing.nation if given.standing else ""


def _ranked(given: Given) -> tuple[Ranking | None, str]:
    """Rank what the group asks for; without a ranking, say why there is none."""
    walk, standing = given.walk, given.standing
    asked = Asked(
        outcomes=walk.outcomes,
        nation=_nation(given),
        better=standing.better if standing else {},
        most=walk.most,
        weights=walk.weights,
        out=walk.out,
        own=walk.own,
    )
    try:
        return ranking_of(given.facts["choosing"], asked), ""
    except CannotRank as reason:
        return None, str(reason)


def _answer(ranking: Ranking | None, taken: list[Option]) -> tuple[Said, ...]:
    said = [Said(lead_of(ranking), (METHOD,), RULE)] if ranking else []
    if taken:
        said.append(Said(f"You take on: {listing([one.label for one in taken])}."))
    return tuple(said)


def _compared(given: Given, options: list[Option], ranking: Ranking) -> list[Section]:
    shown = _shown(given, options, ranking)
    outcomes = outcomes_of(given)
    about = [one for one in options if one.is_about(outcomes)]
    others = sum(one not in shown for one in about)
    told = [Said(f"{count(len(about), 'activity is', 'activities are')} done for this, or studied for it.")]
    if others:
        told.append(Said(f"{count(others, 'other activity is', 'other activities are')} not shown here."))
    needs = needs_of(options, _known(given)) if given.standing else None
    known = Section("What is known, before any score", tuple(told), matrix_of(given, shown, needs))
    return [known, _tiers(given, shown, ranking)]


def _known(given: Given) -> dict[str, float]:
    better = given.standing.better if given.standing else {}
    return {key: value for key, value in better.items() if value is not None}


def _shown(given: Given, options: list[Option], ranking: Ranking) -> list[Option]:
    """Choose what matters: what is taken on, then what leads, or the steadiest where nothing does."""
    leaders = ranking.of(Tier.LEADS) or ranking.ranked[: ranking.top]
    taken = [one for slug in given.walk.activities for one in options if one.slug == slug]
    return list({one.slug: one for one in (*taken, *(one.option for one in leaders))}.values())[:MOST_ROWS]


def _tiers(given: Given, shown: list[Option], ranking: Ranking) -> Section:
    labels = given.facts["choosing"]["steps"]
    inside = [one for one in ranking.ranked if one.option in shown]
    said = [
        Said(weights_of(ranking, labels), (METHOD,)),
        *map(Said, filter(None, [notes_of(ranking, labels)])),
    ]
    for tier in Tier:
        others = len(ranking.of(tier)) - sum(one.tier is tier for one in inside)
        if others:
            said.append(Said(f"{TIERS[tier][0]}: {count(others, 'other')}, not shown here."))
    table = Table(
        "In tiers",
        ("Activity", "Tier", stays(ranking), "Score, of 100", "What is not known"),
        tuple(_row(one, labels) for one in inside),
    )
    return Section("In tiers, by your weights", tuple(said), table)


def _row(one: Ranked, labels: dict[str, str]) -> tuple[Said, ...]:
    label = Said(one.option.label, (Source(one.option.label, page=f"activities/{one.option.slug}"),))
    texts = (TIERS[one.tier][0], tries(one.share), score(one), not_known(one, labels))
    return (label, *map(Said, texts))
