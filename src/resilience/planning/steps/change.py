"""What a group wants to change: its problems in plain words, and the outcomes that they stand for."""

from collections.abc import Iterator

from resilience.planning.blocks import Said, Section, Source, Step
from resilience.planning.given import Given
from resilience.planning.path import PATH
from resilience.records.english import listing

NO_OUTCOMES = next(one.without for one in PATH if one.name == "change")
RESTS_ON = (
    "This is your own choice. The book sorts all outcomes that studies measured into eight groups,"
    " and each problem stands for one of them."
)


def step(given: Given) -> Step:
    """Say what the group picked; nothing here is evidence."""
    common, walk = given.facts["common"], given.walk
    if not walk.outcomes:
        return Step("change", missing=(NO_OUTCOMES,))
    labels = listing([common["groups"][one]["label"] for one in outcomes_of(given)])
    return Step(
        "change",
        answer=(Said(f"You want to change: {labels}."),),
        sections=(Section("What you want to change", tuple(_groups(given))),),
        rests_on=RESTS_ON,
    )


def outcomes_of(given: Given) -> list[str]:
    """Give the groups of outcomes that the group picked, in the order of the code frame."""
    return [one for one in given.facts["common"]["groups"] if one in given.walk.outcomes]


def _groups(given: Given) -> Iterator[Said]:
    common = given.facts["common"]
    for slug in outcomes_of(given):
        group = common["groups"][slug]
        named = [
            common["problem_words"][one] for one in given.walk.problems if common["problems"][one] == slug
        ]
        own = f" You named: {listing(named)}." if named else ""
        page = Source(f"What is known: {group['heading']}", page=f"problems/{slug}")
        yield Said(f"{group['label']}: {group['definition']}{own}", (page,))
