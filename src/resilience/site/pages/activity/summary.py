"""A few sentences on an activity, written from the records."""

from collections import Counter

from resilience.records.english import listing
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType
from resilience.site.pages import words
from resilience.site.pages.common import Pages


def summary(pages: Pages, type_: ActivityType, studies: list[Study]) -> str:
    """Say how much was studied, and who does it; the lines above say what the evidence says."""
    return " ".join([*_studied(pages, type_, studies), _done(pages, type_)])


def _studied(pages: Pages, type_: ActivityType, studies: list[Study]) -> list[str]:
    rated = pages.ratings.of(type_.slug)
    votes = {vote.key: vote for cell in rated.cells.values() for vote in cell.votes}
    if not votes:
        if studies:
            return ["Studies are on record, but none of them looked at what this activity changes."]
        return ["No study of this activity is on record; we may not have looked in the right place."]
    tiers = Counter(vote.tier for vote in votes.values())
    kinds = [
        words.count(tiers[tier.slug], tier.one, tier.many)
        for tier in pages.base.rating.tiers
        if tiers[tier.slug]
    ]
    return [f"On record: {listing(kinds)}."]


def _done(pages: Pages, type_: ActivityType) -> str:
    policies = pages.joins.policies_by_type.get(type_.slug, [])
    councils = len({policy.council for policy in policies})
    places = len({item.neighbourhood.slug for item in pages.joins.activities_by_type.get(type_.slug, [])})
    who = [words.count(councils, "UK authority", "UK authorities")] if councils else []
    who += (
        [words.count(places, "neighbourhood of the programme", "neighbourhoods of the programme")]
        if places
        else []
    )
    if not who:
        return "No UK authority or neighbourhood on record does it."
    return f"{words.sentence(listing(who))} on record {'does' if councils + places == 1 else 'do'} it."
