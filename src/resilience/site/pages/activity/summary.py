"""A few sentences on an activity, written from the records."""

from collections import Counter

from ....figures.words import listing
from ....records.study import Study
from ....records.taxonomy import ActivityType
from ....records.vocabulary import Level
from .. import words
from ..common import Pages

KINDS = (
    ("trial", "trial", "trials"),
    ("controlled", "other controlled study", "other controlled studies"),
    ("review", "review", "reviews"),
)
DIRECTIONS = (
    ("benefit", "points to benefit", "point to benefit"),
    ("no-difference", "finds no difference", "find no difference"),
    ("mixed", "is mixed", "are mixed"),
    ("harm", "points to harm", "point to harm"),
)


def summary(pages: Pages, type_: ActivityType, studies: list[Study]) -> str:
    """Say how much was studied, which way it points, and who does it."""
    return " ".join([*_studied(pages, type_, studies), _done(pages, type_)])


def _studied(pages: Pages, type_: ActivityType, studies: list[Study]) -> list[str]:
    rated = pages.ratings.of(type_.slug)
    if rated.level is Level.NONE:
        if studies:
            return ["Studies are on record, but none has a result that counts."]
        return ["No study of this activity is on record; we may not have looked in the right place."]
    tiers = Counter(study.tier for study in rated.counted)
    kinds = [words.count(tiers[tier], one, many) for tier, one, many in KINDS if tiers[tier]]
    others = len(rated.counted) - sum(tiers[tier] for tier, _, _ in KINDS)
    kinds += [words.count(others, "study of another kind", "studies of other kinds")] if others else []
    ways = Counter(study.direction for study in rated.counted)
    said = [
        f"{words.number(ways[way])} {one if ways[way] == 1 else many}"
        for way, one, many in DIRECTIONS
        if ways[way]
    ]
    return [
        f"{words.count(len(rated.counted), 'study', 'studies')} with a result "
        f"{_are(len(rated.counted))} counted: {listing(kinds)}.",
        f"Of these, {listing(said)}.",
    ]


def _are(n: int) -> str:
    return "is" if n == 1 else "are"


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
