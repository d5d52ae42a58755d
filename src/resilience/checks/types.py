"""Do the activity types of a record fit what stands in it?"""

from collections.abc import Iterator

from ..records.policy import Action, Policy
from ..records.slugs import NO_TYPE
from ..records.study import Study
from .corpus import Corpus
from .document import Part
from .parts import parts_of
from .problem import Code, Problem

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


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at the types of policies and studies."""
    for part in corpus.parts(Policy):
        yield from _carried_up(part)
    for part in corpus.parts(Study):
        if not (part.data.get("types") or part.data.get("themes")):
            yield part.problem(E262, "types", "the study has neither types nor themes")
        if part.data.get("types") and part.data.get("domains"):
            yield part.problem(W263, "domains", "the study has types and domains")


def _carried_up(policy: Part) -> Iterator[Problem]:
    carried = {slug for _, slug in policy.texts("types")} | {NO_TYPE, ""}
    for action in parts_of(policy.document):
        if action.model is Action and action.text("coded") not in carried:
            message = f"{action.text('coded')} is not among the policy's types"
            yield action.problem(W261, "coded", message)
