"""The part of a page as HTML; every text goes through a template that escapes it."""

import math

from sphinx.writers.html5 import HTML5Translator

from resilience.findings.pools import METHODS
from resilience.site.evidence_of import pages_of
from resilience.site.live.build import download_of
from resilience.site.live.pooling.sets import plain
from resilience.site.pages.docutils_tree import LivePart
from resilience.site.pages.pool_numbers import INTERVALS, three
from resilience.site.templates import templates_of
from resilience.synthesis import ROBUST, IntervalMethod

TEMPLATES = templates_of("resilience.site.live.pooling")
METHOD_NAMES = {
    "FE": "Common effect (FE)",
    "DL": "DerSimonian-Laird (DL)",
    "PM": "Paule-Mandel (PM)",
    "REML": "Restricted maximum likelihood (REML)",
    "ML": "Maximum likelihood (ML)",
}
HALF = 1.959963984540054
CODE = """\
from resilience.synthesis import headline, Effects, Method

chosen = [member for member in members if member["pooled"]]
effects = Effects.of([one["yi"] for one in chosen], [one["vi"] for one in chosen])
result = headline(effects, [one["sample"] for one in chosen], Method.REML)
print("estimate", result.estimate)
print("95% interval", result.ci_low, "to", result.ci_high)
print("I2", result.pooled.i2, "tau2", result.pooled.tau2)
"""
CODE_OF_GROUPS = """\
from resilience.synthesis import headline, Effects, Method

for name in dict.fromkeys(one["group"] for one in members):
    group = [one for one in members if one["group"] == name]
    if len(group) < 3:
        print(name, "- fewer than three results, side by side")
        continue
    effects = Effects.of([one["yi"] for one in group], [one["vi"] for one in group])
    result = headline(effects, [one["sample"] for one in group], Method.REML)
    print(name, result.estimate, "95% interval", result.ci_low, "to", result.ci_high)
"""


def visit_part(self: HTML5Translator, node: LivePart) -> None:
    """Write the part, hidden until its script is there."""
    env = self.builder.env
    one = plain(pages_of(env).pools[node["data"]])
    rows = [
        {
            **member,
            "place": place,
            **_ends(member["yi"], member["vi"], one["is_ratio"]),
            "se": math.sqrt(member["vi"]),
        }
        for place, member in enumerate(one["members"])
    ]
    html = TEMPLATES.get_template("part.html").render(
        set=one,
        slug=node["data"],
        rows=rows,
        methods=[(method.value, METHOD_NAMES[method.value]) for method in METHODS],
        intervals=intervals_of(one["clustered"]),
        code=CODE_OF_GROUPS if one["use"] == "subgroups" else CODE,
        download=download_of(env, "pool"),
        three=three,
    )
    self.body.append(html)


def intervals_of(clustered: bool) -> list[tuple[str, str]]:
    """List the kinds of interval with their names, the one that leads first."""
    robust = [(ROBUST, "robust, for samples with several effects")] if clustered else []
    kinds = (IntervalMethod.ADHOC, IntervalMethod.KNHA, IntervalMethod.Z)
    named = [*robust, *((kind.value, INTERVALS[kind]) for kind in kinds)]
    return [(value, name[0].upper() + name[1:]) for value, name in named]


def _ends(yi: float, vi: float, is_ratio: bool) -> dict[str, float]:
    half = HALF * math.sqrt(vi)
    ends = {"value": yi, "low": yi - half, "high": yi + half}
    return {name: math.exp(end) if is_ratio else end for name, end in ends.items()}


def depart_part(self: HTML5Translator, node: LivePart) -> None:
    """Do nothing: the part has no nodes inside."""
