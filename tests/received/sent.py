"""Forms as GitHub sends them: recorded ones, and the same with other answers."""

from pathlib import Path

from resilience.received.form import Form
from resilience.received.sender import Sender

BODIES = Path(__file__).parent / "bodies"
KINDS = ("study", "policy", "activity", "neighbourhood", "correction")
MARY = Sender("mary-b", 4711, 12)


def recorded(kind: str) -> str:
    """Give the body of a form that was filled in well."""
    return (BODIES / f"{kind}.md").read_text("utf-8")


def answered(form: Form, **answers: str) -> str:
    """Give the recorded body of a form with other answers to some questions, by their ids."""
    body = recorded(form.kind)
    for id, answer in answers.items():
        question = form.question(id)
        before, heading, rest = body.partition(f"{question.heading}\n\n")
        after = rest.find("\n\n### ")
        body = before + heading + (answer or "_No response_") + (rest[after:] if after >= 0 else "\n")
        assert heading
    return body
