"""The form with which a group puts its neighbourhood in."""

from resilience.received.form import Form, Question, Shape
from resilience.received.shared import line, text

PLAN = "plan"
ON_RECORD = "on record"
BOTH = "both"
LONGEST_DRAFT = 40_000


def neighbourhood() -> Form:
    """Give the form."""
    return Form(
        "neighbourhood",
        "Add your neighbourhood",
        "Your group plans something in its neighbourhood, or wants to tell what it did and found",
        "Neighbourhood: ",
        "Paste the draft record that your plan gave you, or tell it in your own words; a draft is then made "
        "from your answers. Please name no person and no way to reach one, here or in the draft.",
        (
            Question(
                "what",
                "What do you send?",
                Shape.CHOICE,
                options={
                    "A plan": PLAN,
                    "What we did or found, for a neighbourhood that is on record": ON_RECORD,
                    "Both, for a neighbourhood that is not on record yet": BOTH,
                },
            ),
            line(
                "place",
                "Which place?",
                "place",
                "The ward or small area and its council, such as Central, Swindon.",
            ),
            Question(
                "draft",
                "The draft record",
                Shape.TEXT,
                "From the last step of the path from place to plan. Leave it empty if you have none.",
                needed=False,
                longest=LONGEST_DRAFT,
                language="yaml",
            ),
            text(
                "description",
                "What kind of place is it?",
                "description",
                "One or two sentences, where you paste no draft.",
                needed=False,
                longest=600,
            ),
            text(
                "aim",
                "What does your group set out to do?",
                "set_out_to",
                "Where you paste no draft.",
                needed=False,
                longest=600,
            ),
            text(
                "done",
                "What you did, and what came of it",
                help="What was done and in which year; what changed, and what did not; where that can be "
                "read, if it was published. What did not work helps others too.",
                needed=False,
            ),
            Question(
                "agreed",
                "Before you send it",
                Shape.TICKS,
                options={
                    "This is our group's own account, and the group agrees that it is published "
                    "under CC BY 4.0.": "",
                    "It names no person who has not agreed to be named.": "",
                },
            ),
        ),
    )
