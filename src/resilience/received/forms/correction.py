"""The form with which anyone says what is wrong with a record."""

from resilience.received.form import Form
from resilience.received.shared import BY, INTRODUCTION, LICENCE, OWN_WORDS, line, text

RECORD = line(
    "record",
    "Which record?",
    help="The address of its page, or folder and name, such as studies/mead-2010-befriending.",
)
CHANGE = text(
    "change",
    "What is wrong, and what should it say?",
    "provenance.cautions",
    "A number as the source prints it, with its interval and unit.",
    longest=1000,
)
SOURCE = line("source", "Where can this be seen?", help=f"A DOI or an address, with its page. {OWN_WORDS}")


def correction() -> Form:
    """Give the form."""
    return Form(
        "correction",
        "Correct a record",
        "Something on the page of a study, policy or neighbourhood is wrong or has changed",
        "Correction: ",
        "You need not know the files. Say what is wrong and where the right thing can be seen. "
        f"{INTRODUCTION.rpartition('. ')[0]}. "
        "When a maintainer accepts it, your report stands on the page of the record until it is mended, "
        "with your account named as its sender. For a record that is missing there are other forms.",
        (RECORD, CHANGE, SOURCE, BY, LICENCE),
    )
