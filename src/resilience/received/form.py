"""An issue form: its questions in their order, each with the fields of a record that its answer fills."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from resilience.records.vocabulary import Labelled

LONGEST_LINE = 300
LONGEST_TEXT = 3000


class Shape(StrEnum):
    """How a question is answered, in GitHub's words."""

    LINE = "input"
    TEXT = "textarea"
    CHOICE = "dropdown"
    TICKS = "checkboxes"


@dataclass(frozen=True)
class Question:
    """One question of a form."""

    id: str
    """Its name in links that fill the form in."""
    label: str
    shape: Shape
    help: str = ""
    fills: tuple[str, ...] = ()
    """Fields of the record, such as `outcomes[].measure`, or of its work, such as `references.title`."""
    options: Mapping[str, str] = field(default_factory=dict)
    """What may be chosen: the words that people read, each with what stands for it in a record."""
    several: bool = False
    """Whether more than one may be chosen."""
    needed: bool = True
    longest: int = LONGEST_LINE
    """Characters of an answer."""
    language: str = ""
    """The language of a draft that is pasted, such as `yaml`."""

    @property
    def heading(self) -> str:
        """The line that GitHub writes above its answer."""
        return f"### {self.label}"


@dataclass(frozen=True)
class Form:
    """An issue form."""

    kind: str
    """What is made of it, and the name of its file."""
    name: str
    about: str
    title: str
    """How the title of the issue begins."""
    opening: str
    """What stands above the questions."""
    questions: tuple[Question, ...]

    @property
    def file(self) -> str:
        """Its file in `.github/ISSUE_TEMPLATE`."""
        return f"{self.kind}.yml"

    def question(self, id: str) -> Question:
        """Give a question by its id. Raises KeyError where there is none."""
        return {question.id: question for question in self.questions}[id]


def by_label(words: type[Labelled], *without: Labelled) -> dict[str, str]:
    """Offer a closed list by its labels."""
    return {word.label: word.value for word in words if word not in without}
