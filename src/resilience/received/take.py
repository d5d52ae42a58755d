"""From the text of an issue to files of the evidence: all of them checked, or none."""

import re
from typing import NamedTuple

from resilience.checks import Problem, Severity
from resilience.checks.trial import copied, new_problems
from resilience.evidence import EvidenceBase, EvidenceError
from resilience.evidence.kinds import BIBLIOGRAPHY
from resilience.evidence.saving import write_whole
from resilience.received.answers import Answers
from resilience.received.body import Filled, NotUnderstood, read_body
from resilience.received.change import Change
from resilience.received.fault import Fault, quoted
from resilience.received.form import Form
from resilience.received.forms import forms_of
from resilience.received.made import MAKERS
from resilience.received.sender import Sender


class Taken(NamedTuple):
    """A form that became a change of the evidence, which is not written yet."""

    filled: Filled
    record: str
    """The record by its folder and name."""
    files: dict[str, str]
    """What to write, by the place below the evidence."""
    warnings: tuple[Problem, ...]
    """What the checks want a reviewer to look at."""

    def write(self, base: EvidenceBase) -> None:
        """Write all files."""
        for name, text in self.files.items():
            write_whole(base.folder / name, text)


def take(base: EvidenceBase, sender: Sender, body: str) -> Taken:
    """Make the change that a filled form asks for, and try it on a copy of the evidence.

    Raises NotUnderstood with every fault that was found.
    """
    filled = read_body(body, forms_of(base))
    answers = Answers(filled)
    change = MAKERS[filled.form.kind](base, answers, sender)
    if change is None or answers.faults:
        raise NotUnderstood(answers.faults)
    return _tried(base, filled, change)


def _tried(base: EvidenceBase, filled: Filled, change: Change) -> Taken:
    with copied(base.folder) as folder:
        try:
            paths = change.save(EvidenceBase(folder).as_far_as_readable())
        except EvidenceError as error:
            raise NotUnderstood([Fault("", quoted(error))]) from None
        problems = new_problems(base.folder, folder)
        errors = [one for one in problems if one.severity is Severity.ERROR]
        if errors:
            raise NotUnderstood([_fault(filled.form, one) for one in errors])
        files = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}
    return Taken(filled, change.record, files, tuple(problems))


def _fault(form: Form, problem: Problem) -> Fault:
    """Say a problem of a check to the sender, under the question that fills the field."""
    of_work = problem.path.endswith(f"/{BIBLIOGRAPHY}")
    last = problem.field.rpartition(".")[2]
    field = f"references.{last}" if of_work else re.sub(r"\[\d+\]", "[]", problem.field)
    asked = (one.label for one in form.questions if field and field in one.fills)
    label = next(asked, quoted(field) if field else "")
    return Fault(label, f"{quoted(problem.message)} {quoted(problem.mend)}")
