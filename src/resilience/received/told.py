"""What people are told of a form: the pull request and its commit, or what is missing."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import yaml

from resilience.received.fault import Fault, quoted
from resilience.received.sender import Sender
from resilience.received.shared import BY
from resilience.received.take import Taken

ACCEPT = "accept"
"""The label by which a maintainer lets a form in."""
TITLES = {
    "study": "Add a study sent by form",
    "policy": "Add a policy sent by form",
    "activity": "Add an activity sent by form",
    "neighbourhood": "Add a neighbourhood sent by form",
    "correction": "Note a correction sent by form",
}


def of_taken(taken: Taken, sender: Sender) -> dict[str, str]:
    """Give the texts of a pull request by the names of their files: `title`, `message` and `text.md`."""
    title = f"{TITLES[taken.filled.form.kind]}: {taken.record.rpartition('/')[2]}"
    return {
        "title": title,
        "message": "\n".join(_message(title, sender)),
        "text.md": "\n".join(_text(taken, sender)),
    }


def of_refused(faults: Sequence[Fault]) -> dict[str, str]:
    """Give the answer to an issue of which nothing could be made, by the name of its file: `answer.md`."""
    lines = [
        "Thank you. Nothing could be made of this form yet:",
        "",
        *(f"- {f'**{fault.question}** ' if fault.question else ''}{fault.says}" for fault in faults),
        "",
        f"Please edit the text above. A maintainer then sets the label `{ACCEPT}` again.",
        "",
    ]
    return {"answer.md": "\n".join(lines)}


def _message(title: str, sender: Sender) -> Iterator[str]:
    issue = f" in issue #{sender.issue}" if sender.issue else ""
    yield title
    yield ""
    yield f"Sent by {sender.account}{issue}, and made from the answers."
    yield "Nobody has compared it with its source yet."
    if sender.number:
        yield ""
        yield sender.co_author
    yield ""


def _text(taken: Taken, sender: Sender) -> Iterator[str]:
    if sender.issue:
        yield f"Closes #{sender.issue}."
        yield ""
    yield f"Made from the form that @{sender.account} filled in; the record is {quoted(taken.record)}."
    if made_by := taken.filled.answers.get(BY.id):
        yield f"{BY.label} {quoted(made_by)}"
    yield "The checks of the evidence find no error with it."
    if taken.warnings:
        yield ""
        yield "They ask for a look at:"
        yield ""
        yield from (f"- {quoted(warning)}" for warning in taken.warnings)
    yield ""
    yield "For the reviewer:"
    yield ""
    yield "- [ ] The source says what the record says."
    yield "- [ ] No person is named who has not agreed, and no long passage is copied."
    yield from _of_kind(taken, sender)
    yield ""
    yield "The other checks start when you close this pull request and open it again."
    yield ""


def _of_kind(taken: Taken, sender: Sender) -> Iterator[str]:
    if taken.filled.form.kind == "study":
        yield "- [ ] Numbers, risk of bias and countries are in their fields."
    if taken.filled.form.kind == "correction":
        yield "- [ ] The field is mended, the caution is gone, and `corrections.yml` says so:"
        yield ""
        yield "  ```yaml"
        yield from (f"  {line}" for line in _entry(taken, sender).split("\n"))
        yield "  ```"


def _entry(taken: Taken, sender: Sender) -> str:
    """Begin the entry of a correction, which credits the sender; a reviewer adds field and value."""
    entry: Mapping[str, str] = {
        "record": taken.record,
        "field": "...",
        "expected": "...",
        "reason": "...",
        "by": sender.account,
        "on": date.today().isoformat(),
    }
    return str(yaml.safe_dump([entry], sort_keys=False)).replace("'on':", "on:").rstrip("\n")
