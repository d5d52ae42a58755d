"""Does a number whose metric is `other` have one after all?"""

import re
from collections.abc import Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.problem import Code, Problem
from resilience.checks.sentences import shortened
from resilience.records.study import Outcome
from resilience.records.vocabulary import Metric

W229 = Code(
    "W229",
    "A count that is not called one",
    "A number of homes or deaths is no effect, and pages must not set it beside effects.",
    "Write `metric: count`; where counts were compared, say in `note` that it is a difference.",
    "metric: other\nunit: homes made safe",
)

_COUNTED = re.compile(
    r"^(?:number of |new |extra |fewer |more |preventable )?(?:homes|houses|dwellings|households|buildings"
    r"|deaths|births|people|persons|residents|tenants|members|clients|victims|patients|carers|volunteers"
    r"|families|children|pupils|adults|women|men|jobs|employees|workers|businesses|firms|shops|admissions"
    r"|prescriptions|visits|falls|crimes|incidents|suicides|cases|days|interventions|studies|schemes)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"%|\bper ?cent\b", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:difference|fewer|coefficient)\b", re.IGNORECASE)
"""Words of a note that say that counts were compared, so that the number is an effect."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at each result whose metric is none of the list."""
    for part in corpus.parts(Outcome):
        effect = part.inside("effect")
        words = (part.text("measure"), part.text("unit"))
        if effect.text("metric") != Metric.OTHER or any(map(_SHARE.search, words)):
            continue
        if _COMPARED.search(part.text("note")):
            continue
        for match in filter(None, map(_COUNTED.search, words)):
            yield effect.problem(
                W229, "metric", f"{shortened(match[0].lower())} are counted, and the metric is other"
            )
            break
