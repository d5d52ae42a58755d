"""Do the rules of option appraisal name figures that there are, and every activity type?"""

from collections.abc import Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.problem import Code, Problem
from resilience.checks.sentences import listed, meant, shortened
from resilience.places.measures import COMPARED
from resilience.records.appraisal import AppraisalRules, Need
from resilience.records.taxonomy import ActivityType

E331 = Code(
    "E331",
    "A figure of small areas that is not known",
    "The need for the activity can't be told by it.",
    "Use a figure of the tables in places/.",
    "needs:\n  - type: fuel-poverty\n    indicators:\n      - fuel_poor",
)
W332 = Code(
    "W332",
    "Activity types whose need is not spoken of",
    "A group would see no need for them and not know why.",
    "Add them to `needs`, with `why`, also where no figure tells their need.",
    "needs: []",
)
KNOWN = frozenset(one.column for one in COMPARED)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at the figures and types that the rules name."""
    for need in corpus.parts(Need):
        for place, name in need.texts("indicators"):
            if name not in KNOWN:
                message = f"no figure is called {shortened(name)}"
                mend = f"{meant(name, KNOWN)} {E331.mend}".strip()
                yield need.problem(E331, ("indicators", place), message, mend)
    spoken_of = {need.text("type") for need in corpus.parts(Need)}
    silent = [slug for slug in corpus.slugs(ActivityType) if slug not in spoken_of]
    for rules in corpus.parts(AppraisalRules):
        if silent:
            yield rules.problem(W332, "needs", f"nothing is said of {listed(silent)}")
