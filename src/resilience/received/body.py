"""The text that GitHub makes of a form: a heading for each question, and the answer below it.

Each question stands as `### Label`, a blank line, the answer, a blank line; an optional one without an answer
has `_No response_`.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resilience.received.fault import Fault, quoted
from resilience.received.form import Form, Question, Shape
from resilience.records.plain import LOOKS_LIKE

LONGEST_BODY = 65_536
"""Characters that GitHub allows; more can't have come from a form."""
NO_ANSWER = frozenset({"", "_No response_"})
_JOINERS = "\u200c\u200d"
"""They join letters of some scripts, and signs to one picture."""
_LOOKS_LIKE = str.maketrans({**LOOKS_LIKE, "\t": " ", "\u00ad": ""})


class Filled(NamedTuple):
    """A form with the answers, by the id of the question; what was not answered is left out."""

    form: Form
    answers: dict[str, str]


class NotUnderstood(Exception):
    """Why a text is no filled form; `faults` holds a sentence for each reason."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the reasons."""
        super().__init__("; ".join(map(str, faults)))
        self.faults = tuple(faults)


def read_body(body: str, forms: Sequence[Form]) -> Filled:
    """Tell which form a text is of, and give its answers.

    Raises NotUnderstood where it is of none, where a heading is missing or stands twice, so that nobody can
    tell where an answer ends, or where an answer is too long or holds characters that can't be seen.
    """
    if len(body) > LONGEST_BODY:
        raise NotUnderstood([Fault("", "The text is longer than any form can be.")])
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    form = max(forms, key=lambda one: _share(one, lines))
    if _share(form, lines) <= 0.5:
        raise NotUnderstood([Fault("", "This was not written with a form. Open an issue with one.")])
    if faults := [*_order(form, lines)]:
        raise NotUnderstood(faults)
    given = dict(zip((one.id for one in form.questions), _parts(form, lines), strict=True))
    answers = {id: answer for id, answer in given.items() if answer not in NO_ANSWER}
    if faults := [fault for id, answer in answers.items() for fault in _faults(form.question(id), answer)]:
        raise NotUnderstood(faults)
    return Filled(form, answers)


def _share(form: Form, lines: Sequence[str]) -> float:
    stripped = {line.rstrip() for line in lines}
    return sum(question.heading in stripped for question in form.questions) / len(form.questions)


def _order(form: Form, lines: Sequence[str]) -> Iterator[Fault]:
    """Say why it can't be told where the answers begin and end."""
    wanted = [question.heading for question in form.questions]
    found = [line.rstrip() for line in lines if line.rstrip() in wanted]
    for question in form.questions:
        times = found.count(question.heading)
        if times == 0:
            yield Fault(question.label, "The question is not in the text. Fill the form in anew.")
        if times > 1:
            yield Fault(
                question.label,
                "The heading stands more than once, so nobody can tell which answer is meant. "
                f"Take the line {quoted(question.heading)} out of your answers.",
            )
    if sorted(found) == sorted(wanted) and found != wanted:
        yield Fault("", "The questions stand in another order than in the form. Fill the form in anew.")


def _parts(form: Form, lines: Sequence[str]) -> Iterator[str]:
    starts = [lines.index(line) for line in lines if line.rstrip() in {one.heading for one in form.questions}]
    for question, start, end in zip(form.questions, starts, [*starts[1:], len(lines)], strict=True):
        answer = "\n".join(lines[start + 1 : end]).strip("\n ")
        yield _unfenced(answer, question.language) if question.language else _cleaned(answer)


def _unfenced(answer: str, language: str) -> str:
    """Take the fence away that GitHub puts around a draft."""
    fence = re.fullmatch(rf"(`{{3,}}){language}\n(.*?)\n?\1", answer, re.DOTALL)
    return fence[2].strip("\n") if fence else answer


def _cleaned(answer: str) -> str:
    return unicodedata.normalize("NFC", answer).translate(_LOOKS_LIKE).strip()


def _faults(question: Question, answer: str) -> Iterator[Fault]:
    if len(answer) > question.longest:
        much = f"{len(answer):,} characters; the most is {question.longest:,}"
        yield Fault(question.label, f"The answer has {much}. Say it in fewer words.")
    if question.shape is Shape.LINE and "\n" in answer:
        yield Fault(question.label, "The answer has several lines. Write it on one.")
    if hidden := next((sign for sign in answer if not _is_seen(sign)), ""):
        yield Fault(
            question.label,
            f"The answer holds a character that can't be seen (U+{ord(hidden):04X}). Type it without.",
        )


def _is_seen(sign: str) -> bool:
    return sign.isprintable() or sign in f"\n{_JOINERS}"
