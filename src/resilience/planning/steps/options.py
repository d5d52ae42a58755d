"""Options: what is known of each, the tiers by the group's weights, and why those that it takes on."""

from collections.abc import Mapping

from resilience.appraisal.asked import options_in
from resilience.appraisal.options import Option, needs_of
from resilience.appraisal.ranking import Ranked, Ranking, Tier
from resilience.planning.blocks import Said, Section, Step, Table
from resilience.planning.given import Given
from resilience.planning.option_reasons import reasons_of
from resilience.planning.option_rows import METHOD, RULE, activity_page, matrix_of
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
    options = {one.slug: one for one in options_in(given.facts["choosing"], given.nation)}
    ranking, why_not = given.ranked
    taken = [options[slug] for slug in walk.activities]
    sections = [
        *(Section(f"Why {one.label}", reasons_of(given, one, ranking)) for one in taken),
        *([_known(given, list(options.values()), ranking)] if walk.outcomes else []),
        *([_tiers(given, ranking)] if ranking else []),
    ]
    missing = (
        *([] if walk.outcomes else [NO_OUTCOMES]),
        *([why_not] if why_not and walk.outcomes else []),
        *([] if walk.activities else [NO_ACTIVITIES]),
        *([] if given.standing else [NO_PLACE]),
    )
    return Step("options", _answer(given, ranking, taken), tuple(sections), tuple(missing), RESTS_ON)


def _answer(given: Given, ranking: Ranking | None, taken: list[Option]) -> tuple[Said, ...]:
    said = []
    if ranking:
        middle = len(ranking.of(Tier.MIDDLE))
        rest = f" {count(middle, 'other stands', 'others stand')} in the middle." if middle else ""
        said.append(Said(f"{lead_of(ranking)}{rest}", (METHOD,), RULE))
        labels = given.facts["choosing"]["steps"]
        said.append(Said(weights_of(ranking, labels)))
        if notes := notes_of(ranking, labels):
            said.append(Said(notes))
    if taken:
        said.append(Said(f"You take on: {listing([one.label for one in taken])}."))
    return tuple(said)


def _known(given: Given, options: list[Option], ranking: Ranking | None) -> Section:
    shown, outcomes = _shown(given, options, ranking), outcomes_of(given)
    about = [one for one in options if one.is_about(outcomes)]
    others = sum(one not in shown for one in about)
    told = f"{count(len(about), 'activity is', 'activities are')} done for this, or studied for it"
    aside = f"; {count(others, 'other is', 'others are')} not shown here." if others else "."
    needs = needs_of(options, given.standing.known) if given.standing else None
    return Section("What is known, before any score", (Said(told + aside),), matrix_of(given, shown, needs))


def _shown(given: Given, options: list[Option], ranking: Ranking | None) -> list[Option]:
    """Choose what matters: what is taken on, then what leads, or the steadiest where nothing does."""
    leaders = (ranking.of(Tier.LEADS) or ranking.ranked[: ranking.top]) if ranking else ()
    taken = [one for slug in given.walk.activities for one in options if one.slug == slug]
    return list({one.slug: one for one in (*taken, *(one.option for one in leaders))}.values())[:MOST_ROWS]


def _tiers(given: Given, ranking: Ranking) -> Section:
    labels = given.facts["choosing"]["steps"]
    table = Table(
        "In tiers",
        ("Activity", "Tier", stays(ranking), "Score, of 100", "What is not known"),
        tuple(_row(one, labels) for tier in Tier for one in ranking.of(tier)),
    )
    return Section("In tiers, by your weights", (), table, folded=True)


def _row(one: Ranked, labels: Mapping[str, str]) -> tuple[Said, ...]:
    label = Said(one.option.label, (activity_page(one.option),))
    texts = (TIERS[one.tier][0], tries(one.share), score(one), not_known(one, labels))
    return (label, *map(Said, texts))
