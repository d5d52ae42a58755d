"""Answers as values: each is looked at once, and what is wrong with it is collected."""

import re
from dataclasses import dataclass, field

from resilience.evidence.slips import says_nothing
from resilience.received.body import Filled
from resilience.received.fault import Fault, quoted
from resilience.received.form import Question, Shape
from resilience.records.base import URL_PATTERN

_BULLET = re.compile(r"^(?:[-*•]|\d{1,2}[.)])\s+")
_TICKED = re.compile(r"^- \[[xX]\] (.+)$")
EARLIEST, LATEST = 1800, 2100


@dataclass
class Answers:
    """The answers of a filled form, and what was found wrong with them."""

    filled: Filled
    faults: list[Fault] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Look at what every form asks for: needed answers, choices and ticks."""
        for question in self.filled.form.questions:
            if question.needed and question.id not in self.filled.answers:
                self.wrong(question.id, "It needs an answer.")
            elif question.shape is Shape.TICKS and not self._all_ticked(question):
                self.wrong(question.id, "The box is not ticked, and without it nothing can be taken.")
            elif question.shape is not Shape.CHOICE and says_nothing(self.raw(question.id)):
                self.wrong(question.id, f"{quoted(self.raw(question.id))} says nothing. Leave it empty.")

    def wrong(self, id: str, says: str) -> None:
        """Say that something is wrong with an answer, if nothing was said yet; `says` is Markdown."""
        label = self.filled.form.question(id).label
        if label not in {fault.question for fault in self.faults}:
            self.faults.append(Fault(label, says))

    def raw(self, id: str) -> str:
        """Give an answer as it was written; empty where there is none."""
        return self.filled.answers.get(id, "")

    def text(self, id: str) -> str | None:
        """Give an answer as plain text on one line."""
        return " ".join(self.raw(id).split()) or None

    def lines(self, id: str) -> list[str]:
        """Give the lines of an answer, without the marks of a list."""
        found = (_BULLET.sub("", line.strip()).strip() for line in self.raw(id).split("\n"))
        return [" ".join(line.split()) for line in found if line]

    def word(self, id: str) -> str | None:
        """Give what stands in a record for the one thing that was chosen."""
        words = self.words(id)
        return words[0] if words else None

    def words(self, id: str) -> list[str]:
        """Give what stands in a record for all that was chosen."""
        question, rest, found = self.filled.form.question(id), self.raw(id), []
        while rest:
            label = self._first(question, rest)
            if label is None:
                self.wrong(id, f"{quoted(rest)} is not on the list of the form. Choose from the list.")
                return []
            found.append(question.options[label])
            rest = rest.removeprefix(label).removeprefix(", ")
        return list(dict.fromkeys(found))

    def whole(self, id: str, lowest: int, highest: int) -> int | None:
        """Give a whole number within limits, with or without commas between thousands."""
        said = self.text(id)
        if said is None:
            return None
        plain = said.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+", said, re.ASCII) else said
        if not re.fullmatch(r"\d{1,10}", plain, re.ASCII) or not lowest <= int(plain) <= highest:
            self.wrong(id, f"{quoted(said)} is no whole number from {lowest} to {highest}. Write digits.")
            return None
        return int(plain)

    def year(self, id: str) -> int | None:
        """Give a year."""
        return self.whole(id, EARLIEST, LATEST)

    def address(self, id: str) -> str | None:
        """Give the address of a page."""
        said = self.text(id)
        if said and not re.fullmatch(URL_PATTERN, said):
            self.wrong(id, f"{quoted(said)} is no address. Copy it whole, with https:// before it.")
            return None
        return said

    def _first(self, question: Question, rest: str) -> str | None:
        """Find the longest option with which a choice begins; GitHub puts a comma and a space between two."""
        several = (label for label in question.options if rest == label or rest.startswith(f"{label}, "))
        alone = (label for label in question.options if rest == label)
        return max(several if question.several else alone, key=len, default=None)

    def _all_ticked(self, question: Question) -> bool:
        found = (_TICKED.match(line.strip()) for line in self.raw(question.id).split("\n"))
        ticked = {match[1].strip() for match in found if match}
        return question.options.keys() <= ticked
