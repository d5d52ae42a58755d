"""The sets that readers can analyse anew, as plain data for the page and for the browser's Python."""

from typing import Any

from sphinx.application import Sphinx

from resilience.findings.pools import PoolResult
from resilience.site.evidence_of import pages_of
from resilience.site.pages.pool import scale_of


def live_sets(app: Sphinx) -> dict[str, Any]:
    """Give every set that is pooled or shown in groups, by slug."""
    results = pages_of(app.env).pools.values()
    return {result.definition.slug: plain(result) for result in results if result.may_be_pooled}


def plain(result: PoolResult) -> dict[str, Any]:
    """Give a set with the effects of its members on the scale of pooling."""
    label, is_ratio = scale_of(result)
    return {
        "title": result.definition.title,
        "scale": label,
        "is_ratio": is_ratio,
        "better": result.definition.better.value,
        "use": result.definition.use.value,
        "clustered": bool(result.headline and result.headline.robust),
        "members": [
            {
                "label": member.label,
                "measure": member.measure,
                "group": member.group,
                "sample": member.sample,
                "yi": member.effect.yi,
                "vi": member.effect.vi,
                "pooled": not member.why_not,
                "why_not": member.why_not,
            }
            for member in result.members
            if member.effect
        ],
    }
