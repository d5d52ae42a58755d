"""What the answers show of each activity type besides its score: its name, its page, what stands there."""

from typing import Any

from sphinx.application import Sphinx

from resilience.records.taxonomy import ActivityType
from resilience.site.evidence_of import pages_of
from resilience.site.pages import words
from resilience.site.pages.common import Pages


def lexicon(app: Sphinx) -> dict[str, Any]:
    """Give what the matcher knows."""
    # Most builds write no lexicon, and need not wait for this.
    from resilience.findings.lexicon import plain_lexicon

    return plain_lexicon(pages_of(app.env).base)


def activities(app: Sphinx) -> dict[str, dict[str, Any]]:
    """Give the name, domain, page and links of each activity type by its slug."""
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
