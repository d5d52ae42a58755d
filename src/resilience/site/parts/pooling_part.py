"""`pool`: live meta-analysis of a set, by its slug: other studies, another method, the reader's own code."""

import math
from collections.abc import Mapping
from typing import Any

from sphinx.application import Sphinx

from resilience.findings.pools import METHODS, PoolResult
from resilience.site.evidence_of import pages_of
from resilience.site.live.browser.code_handler import run_code
from resilience.site.live.browser.pooling_handler import pool_again, pooled_anew
from resilience.site.pages.common import Pages
from resilience.site.pages.pool import scale_of
from resilience.site.pages.pool_numbers import INTERVALS, three
from resilience.site.parts.part import Part
from resilience.synthesis import ROBUST, IntervalMethod, Method
from resilience.synthesis.distributions import critical_z

METHOD = Method.REML
INTERVALS_OFFERED = (IntervalMethod.ADHOC, IntervalMethod.KNHA, IntervalMethod.Z)


def plain(result: PoolResult) -> dict[str, Any]:
    """Give a set as plain data, with the effects of its members on the scale of pooling."""
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


def intervals_of(clustered: bool) -> list[str]:
    """List the kinds of interval that can be chosen, the one that leads first."""
    return [*([ROBUST] if clustered else []), *(kind.value for kind in INTERVALS_OFFERED)]


def published(one: Mapping[str, Any]) -> dict[str, Any]:
    """Give the book's own numbers for a set, as the browser gives those of a reader's choice."""
    chosen = [place for place, member in enumerate(one["members"]) if member["pooled"]]
    interval = intervals_of(one["clustered"])[0]
    return pooled_anew(one, {"chosen": chosen, "method": METHOD.value, "interval": interval})


def _sets(app: Sphinx) -> dict[str, Any]:
    results = pages_of(app.env).pools.values()
    return {result.definition.slug: plain(result) for result in results if result.may_be_pooled}


def _shown(pages: Pages, slug: str) -> dict[str, Any]:
    return plain(pages.pools[slug])


def _context(pages: Pages, slug: str) -> dict[str, Any]:
    one = _shown(pages, slug)
    return {
        "set": one,
        "slug": slug,
        "rows": [
            {**member, "place": place, **_drawn(member["yi"], member["vi"], one["is_ratio"])}
            for place, member in enumerate(one["members"])
        ],
        "published": published(one),
        "methods": [method.value for method in METHODS],
        "start": METHOD.value,
        "intervals": intervals_of(one["clustered"]),
        "interval_names": {kind.value: name for kind, name in INTERVALS.items()},
        "half": critical_z(),
        "three": three,
    }


def _drawn(yi: float, vi: float, is_ratio: bool) -> dict[str, float]:
    se = math.sqrt(vi)
    half = critical_z() * se
    ends = {"value": yi, "low": yi - half, "high": yi + half}
    return {name: math.exp(end) if is_ratio else end for name, end in ends.items()} | {"se": se}


POOLING = Part(
    name="pool",
    template="pooling.html",
    data=_shown,
    context=_context,
    style="pool.css",
    scripts=("pool-plots.js", "readers-code.js", "pool.js"),
    handlers={"pool": pool_again},
    apart={"run": run_code},
    needs={"pools": _sets},
)
