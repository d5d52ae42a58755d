"""What prose shows of the worked examples: the neighbourhoods of the programme, each with its own."""

from dataclasses import dataclass

from resilience.planning.from_records.example import example_walk, has_example
from resilience.planning.walk import Walk, write
from resilience.site.pages.common import Pages
from resilience.site.pages.plan_example import START
from resilience.site.wording.values import Link, Passage


@dataclass(frozen=True)
class Example:
    """A neighbourhood, its example, and the path with only the place answered."""

    example: Link
    council: str
    outcomes: tuple[str, ...]
    activities: tuple[Link, ...]
    begin: Link


def plan_examples(pages: Pages, _: str) -> Passage:
    """List the worked examples."""
    places = pages.base.neighbourhoods.values()
    rows = []
    for place in filter(has_example, places):
        walk = example_walk(pages, place)
        rows.append(
            Example(
                example=Link(place.name, f"neighbourhoods/{place.slug}-plan"),
                council=place.council,
                outcomes=tuple(pages.base.outcome_groups[slug].label for slug in walk.outcomes),
                activities=tuple(pages.type_link(slug) for slug in walk.activities),
                begin=Link("Begin your own", url=f"../{START}?{write(Walk(place=place.slug))}"),
            )
        )
    return Passage("prose/plan_examples", tuple(rows), "examples")
