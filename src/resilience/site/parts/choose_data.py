"""What the reader's browser needs to rank options as `resilience.appraisal` does."""

from typing import Any

from resilience.appraisal import DRAWS, GROUNDS, Place, options_for, places_of
from resilience.appraisal.options import experience_points
from resilience.appraisal.ranking import TOP
from resilience.places.measures import COMPARED
from resilience.site.pages.common import Pages

SOMEWHERE_ELSE = Place("", "Somewhere else", "", {})


def choice_data(pages: Pages, _: str) -> dict[str, Any]:
    """Give grounds, options, places and rules as plain data."""
    rules = pages.base.appraisal
    linked = {one.type: list(one.indicators) for one in rules.needs}
    used = {name for names in linked.values() for name in names}
    levels = {one.slug: one.label for one in pages.base.rating.levels}
    groups = pages.base.outcome_groups
    options = options_for(pages, SOMEWHERE_ELSE)
    return {
        "grounds": [{"name": one.name, "label": one.label} for one in GROUNDS],
        "weights": rules.weights.model_dump(),
        "leastKnown": rules.least_known,
        "mustBeKnown": list(rules.must_be_known),
        "indicators": [{"name": one.column, "label": one.label} for one in COMPARED if one.column in used],
        "options": [
            {
                "slug": one.slug,
                "label": one.label,
                "level": "; ".join(
                    f"{groups[group].label}: {_short(levels[level])}" for group, level in one.levels.items()
                ),
                "councils": one.councils,
                "doneBy": list(one.done_by),
                "evaluated": one.evaluated,
                "indicators": linked.get(one.slug, []),
                "evidence": one.scores["evidence"],
                "experience": _experience(pages, one.done_by, one.evaluated > 0),
            }
            for one in options
        ],
        "places": [
            {"slug": place.slug, "name": place.name, "council": place.council, "figures": _used(place, used)}
            for place in places_of(pages)
        ],
        "top": TOP,
        "draws": [list(draw) for draw in DRAWS],
    }


def _short(label: str) -> str:
    """Leave out of a level's label what stands before its brackets."""
    return label.partition("(")[2].rstrip(")") or label


def _experience(pages: Pages, done_by: tuple[str, ...], evaluated: bool) -> dict[str, float | None]:
    """Give the points for each neighbourhood that did it, and for any other place under an empty name."""
    rules = pages.base.appraisal
    return {
        name: experience_points(rules, elsewhere=any(other != name for other in done_by), evaluated=evaluated)
        for name in ("", *done_by)
    }


def _used(place: Place, used: set[str]) -> dict[str, float]:
    return {name: value for name, value in place.percentiles.items() if name in used}
