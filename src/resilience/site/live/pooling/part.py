"""The part of a page as HTML; every text goes through a template that escapes it."""

import math

from sphinx.writers.html5 import HTML5Translator

from ....assessment.pools import METHODS, result_of
from ....synthesis import IntervalMethod
from ...evidence_of import pages_of
from ...pages.docutils_tree import LivePart
from ...pages.pool_numbers import three
from ...templates import templates_of
from ..build import download_of
from .sets import plain

TEMPLATES = templates_of("resilience.site.live.pooling")
METHOD_NAMES = {
    "FE": "Common effect (FE)",
    "DL": "DerSimonian-Laird (DL)",
    "PM": "Paule-Mandel (PM)",
    "REML": "Restricted maximum likelihood (REML)",
    "ML": "Maximum likelihood (ML)",
}
INTERVAL_NAMES = {IntervalMethod.Z: "Wald", IntervalMethod.KNHA: "Knapp-Hartung"}
HALF = 1.959963984540054
CODE = """\
from resilience.synthesis import Effects, Method, pool

chosen = [member for member in members if member["pooled"]]
effects = Effects.of([one["yi"] for one in chosen], [one["vi"] for one in chosen])
result = pool(effects, Method.REML)
print("estimate", result.estimate)
print("95% interval", result.ci_low, "to", result.ci_high)
print("I2", result.i2, "tau2", result.tau2)
"""


def visit_part(self: HTML5Translator, node: LivePart) -> None:
    """Write the part, hidden until its script is there."""
    env = self.builder.env
    base = pages_of(env).base
    one = plain(result_of(base, base.pools[node["data"]]))
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
        intervals=[(interval.value, name) for interval, name in INTERVAL_NAMES.items()],
        code=CODE,
        download=download_of(env, "pool"),
        three=three,
    )
    self.body.append(html)


def _ends(yi: float, vi: float, is_ratio: bool) -> dict[str, float]:
    half = HALF * math.sqrt(vi)
    ends = {"value": yi, "low": yi - half, "high": yi + half}
    return {name: math.exp(end) if is_ratio else end for name, end in ends.items()}


def depart_part(self: HTML5Translator, node: LivePart) -> None:
    """Do nothing: the part has no nodes inside."""
