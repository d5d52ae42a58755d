"""`activity-box`: the reader's own words, and the activity types that they mean.

Each line of the directive's content is an example that readers can try.
"""

from importlib.resources import files
from typing import Any

from sphinx.application import Sphinx

from resilience.matching import english
from resilience.records.taxonomy import ActivityType
from resilience.site.evidence_of import pages_of
from resilience.site.live.browser.matching_handler import match_text
from resilience.site.pages import words
from resilience.site.pages.common import Pages
from resilience.site.parts.part import Part


def _lexicon(app: Sphinx) -> dict[str, Any]:
    return pages_of(app.env).suggestions.plain_lexicon


def _english_words(_: Sphinx) -> dict[str, str]:
    folder = files(english.__package__)
    return {
        "licence": (folder / english.LICENCE).read_text("ascii"),
        "words": (folder / english.FILE).read_text("ascii"),
    }


def _activities(app: Sphinx) -> dict[str, dict[str, Any]]:
    pages = pages_of(app.env)
    return {slug: _activity(app, pages, type_) for slug, type_ in pages.base.types.items()}


def _activity(app: Sphinx, pages: Pages, type_: ActivityType) -> dict[str, Any]:
    page = app.builder.get_target_uri(f"activities/{type_.slug}")
    return {
        "label": type_.label,
        "domain": type_.domain,
        "page": page,
        "links": [
            {"text": text, "page": f"{page}#{anchor}"} for text, anchor in _leads_to(pages, type_.slug)
        ],
    }


def _leads_to(pages: Pages, slug: str) -> list[tuple[str, str]]:
    """Name what stands on the page of a type, with the fragment where it stands."""
    joins = pages.joins
    places = {item.neighbourhood.slug for item in joins.activities_by_type.get(slug, [])}
    studies = len(joins.studies_by_type.get(slug, []))
    policies = len(joins.policies_by_type.get(slug, []))
    counts = [
        (words.count(studies, "study", "studies"), studies, "evidence"),
        (words.count(policies, "council policy", "council policies"), policies, "councils"),
        (words.count(len(places), "neighbourhood", "neighbourhoods"), len(places), "neighbourhoods"),
    ]
    return [(text, anchor) for text, number, anchor in counts if number]


MATCHING = Part(
    name="activity-box",
    template="matching.html",
    context=lambda pages, examples: {"examples": examples.splitlines()},
    style="activity-box.css",
    scripts=("activity-box.js",),
    handlers={"match": match_text},
    needs={"lexicon": _lexicon, "english-words": _english_words, "activities": _activities},
)
