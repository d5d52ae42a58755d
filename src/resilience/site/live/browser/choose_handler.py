"""What the page on choosing asks for: the activities for the outcomes that a group wants, in tiers."""

from collections.abc import Mapping
from typing import Any

from resilience.appraisal.asked import Asked, ranking_of
from resilience.appraisal.ranking import CannotRank, Ranked
from resilience.planning.option_words import lead_of, not_known, notes_of, score, stays, tries, weights_of
from resilience.site.live.browser import Refusal, read


def choose(request: Mapping[str, Any]) -> dict[str, Any]:
    """Rank what is about `outcomes`, by `weights`, without `out`, and with the scores in `own`.

    `better` has how many of 100 places of the `nation` are better off than the group's own, by figure; a
    figure that is null is not known. Raises Refusal with the reason where nothing can be ranked.
    """
    return chosen(read("choosing"), request)


def chosen(data: Mapping[str, Any], request: Mapping[str, Any]) -> dict[str, Any]:
    """Give the same for any data of the part."""
    try:
        ranking = ranking_of(data, Asked(**request))
    except CannotRank as reason:
        raise Refusal(str(reason)) from None
    return {
        "says": {
            "lead": lead_of(ranking),
            "weights": weights_of(ranking, data["steps"]),
            "notes": notes_of(ranking, data["steps"]),
            "stays": stays(ranking),
        },
        "ranked": [_plain(one, data["steps"]) for one in ranking.ranked],
    }


def _plain(one: Ranked, labels: Mapping[str, str]) -> dict[str, Any]:
    return {
        "type": one.option.slug,
        "tier": one.tier.value,
        "share": one.share,
        "told": [tries(one.share), score(one), not_known(one, labels)],
    }
