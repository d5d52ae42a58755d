"""Questions that several forms ask in the same words."""

from resilience.received.form import LONGEST_TEXT, Question, Shape, by_label
from resilience.records.vocabulary import CodedBy, Read

MADE_BY = "Who worked this out?"
BY = Question(
    "by",
    MADE_BY,
    Shape.CHOICE,
    "The record will say so. A language model may help, if you say it did.",
    ("provenance.by",),
    {
        "I read the source and worked it out myself": CodedBy.PERSON.value,
        "A language model read the source, and I compared its answer with the source": CodedBy.MODEL.value,
        "A language model read the source, and I did not compare": CodedBy.MODEL.value,
    },
)
READ = Question(
    "read",
    "How much of the source was read?",
    Shape.CHOICE,
    fills=("provenance.read",),
    options=by_label(Read, Read.OWN_ACCOUNT),
)
LICENCE = Question(
    "licence",
    "Licence",
    Shape.TICKS,
    options={"What I write here may be published in the evidence base under CC BY 4.0.": ""},
)
OWN_WORDS = "Please do not paste long passages of a source."
INTRODUCTION = (
    "Write what you saw, in your own words and without markup. Leave out what you did not see; never guess. "
    "When a maintainer accepts it, a draft record is made from your answers and checked, with your account "
    "named as its sender."
)


def line(id: str, label: str, fills: str = "", help: str = "", needed: bool = True) -> Question:
    """Ask for one line."""
    return Question(id, label, Shape.LINE, help, tuple(filter(None, (fills,))), needed=needed)


def text(
    id: str, label: str, fills: str = "", help: str = "", needed: bool = True, longest: int = LONGEST_TEXT
) -> Question:
    """Ask for a few sentences or lines."""
    fields = tuple(filter(None, (fills,)))
    return Question(id, label, Shape.TEXT, help, fields, needed=needed, longest=longest)
