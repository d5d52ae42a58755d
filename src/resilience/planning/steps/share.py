"""Step: share. How far the plan is, who can read it, and how the next group finds it."""

from urllib.parse import parse_qs

from resilience.planning.blocks import Said, Section, Step
from resilience.planning.given import Given
from resilience.planning.path import PATH, PathStep
from resilience.planning.walk import write
from resilience.records.english import listing, one_or_more, sentence, spelled


def step(given: Given) -> Step:
    """Say which steps are answered; what each lacks, the step itself says."""
    done = answered(given)
    before = len(PATH) - 1
    told = f": {listing([one.title for one in done])}" if done else ""
    number = sentence(spelled(len(done)))
    said = Said(f"{number} of {spelled(before)} steps {one_or_more(len(done), 'is', 'are')} answered{told}.")
    return Step(
        "share",
        (said,),
        (
            Section(
                "Share it, and what comes of it",
                (
                    Said("The link holds all that was entered, and who has it can read it."),
                    Said(
                        "The draft of a record lets the next group find this plan in the book; "
                        "findings are added to the record in the same way, the bad ones too."
                    ),
                ),
            ),
        ),
        rests_on="This step states no evidence.",
    )


def answered(given: Given) -> list[PathStep]:
    """Give the steps to which the link has an answer, in the order of the path."""
    keys = parse_qs(write(given.walk)).keys()
    numbers = given.facts["common"]["numbers"]
    return [one for one in PATH if keys & {*one.keys, *(numbers if one.name == "evaluate" else ())}]
