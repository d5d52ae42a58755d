"""Do the activity types of a record fit what stands in it?"""

from collections.abc import Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem
from resilience.records.policy import Action, Policy
from resilience.records.slugs import NO_TYPE
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType

W261 = Code(
    "W261",
    "A type of an action that the policy does not carry",
    "The policy can't be found under what it does.",
    "Add the type to `types`, or look at the coding of the action again.",
    "types:\n  - fuel-poverty\nactions:\n  - text: plant trees\n    coded: green-space",
)
E262 = Code(
    "E262",
    "A study under no heading",
    "Without a type or theme no page leads to it.",
    "Add a type, or a theme where no type fits.",
    "types: []\nthemes: []",
)
W263 = Code(
    "W263",
    "Domains that the types give already",
    "Two lists of the same come to differ.",
    "Delete `domains`; only a study without a type needs them.",
    "types:\n  - green-space\ndomains:\n  - living-environment",
)
W264 = Code(
    "W264",
    "A study of an exposure that is not marked",
    "What an exposure does says nothing of an activity, and no activity is rated by it.",
    "Add `of_exposure: true`, or `of_exposure: false` where the study is of an activity.",
    "intervention: 'Exposure: living in a cold home'",
)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at the types of policies and studies."""
    known = {*corpus.slugs(ActivityType), NO_TYPE}
    for part in corpus.parts(Policy):
        yield from _carried_up(part, known)
    for part in corpus.parts(Study):
        if not (part.data.get("types") or part.data.get("themes")):
            yield part.problem(E262, "types", "the study has neither types nor themes")
        if part.data.get("types") and part.data.get("domains"):
            yield part.problem(W263, "domains", "the study has types and domains")
        if "exposure" in part.text("intervention").lower() and "of_exposure" not in part.data:
            yield part.problem(W264, "intervention", "it speaks of an exposure, and `of_exposure` is missing")


def _carried_up(policy: Part, known: set[str]) -> Iterator[Problem]:
    carried = {slug for _, slug in policy.texts("types")} | {NO_TYPE}
    # Nobody can tell whether a type that isn't known is the one that is missing; its name is the problem.
    if not known.issuperset(carried):
        return
    for action in policy.document.parts:
        if action.model is not Action:
            continue
        for field in ("coded", "also"):
            if action.text(field) in known - carried:
                yield action.problem(W261, field, f"{action.text(field)} is not among the policy's types")
