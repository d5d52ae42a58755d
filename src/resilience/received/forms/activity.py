"""The form for something that people did in a neighbourhood on record."""

from resilience.evidence import EvidenceBase
from resilience.received.form import Form, Question, Shape
from resilience.received.shared import BY, INTRODUCTION, LICENCE, line


def activity(base: EvidenceBase) -> Form:
    """Give the form; domains are those of the code frame."""
    return Form(
        "activity",
        "Add an activity",
        "Something that people did in a neighbourhood that the book has already",
        "Activity: ",
        f"{INTRODUCTION} Its activity type is for a reviewer to say.",
        (
            line("where", "Which neighbourhood?", help="Its name, or the address of its page in the book."),
            line("text", "What was done?", "activities[].text", "One activity, as its source puts it."),
            Question(
                "domain",
                "What does it belong to?",
                Shape.CHOICE,
                fills=("activities[].domain",),
                options={one.label: slug for slug, one in base.domains.items()},
            ),
            line("year", "First year", "activities[].year", "Of the activity, if it is told.", needed=False),
            line("address", "Where can this be read?", "activities[].source", "The address of a page."),
            BY,
            LICENCE,
        ),
    )
