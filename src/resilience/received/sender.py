"""Who sent a form, as GitHub's event says it; each value is looked at before it is used."""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

_ACCOUNT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?", re.ASCII)


class NotAnEvent(ValueError):
    """Why a file is no event of an issue, in a sentence."""


class Sender(NamedTuple):
    """The account that sent a form."""

    account: str
    number: int | None = None
    """The number that GitHub gives the account."""
    issue: int | None = None

    @property
    def credit(self) -> str:
        """Name the sender for the notes of a record."""
        return f"Sent with an issue form by the account {self.account}{self._of_issue}."

    @property
    def co_author(self) -> str:
        """Give the line by which GitHub counts a commit as the sender's too; needs the number."""
        address = f"{self.number}+{self.account}@users.noreply.github.com"
        return f"Co-authored-by: {self.account} <{address}>"

    @property
    def _of_issue(self) -> str:
        return f" (issue {self.issue})" if self.issue else ""


def sender_named(account: str) -> Sender:
    """Take an account by its name. Raises NotAnEvent where GitHub would have no such name."""
    if not _ACCOUNT.fullmatch(account):
        raise NotAnEvent("The name of an account has letters, digits and hyphens only.")
    return Sender(account)


def read_event(path: Path) -> tuple[Sender, str]:
    """Read the sender and the text of an issue from the file of an event.

    Raises NotAnEvent where it is none, or holds what GitHub would not write.
    """
    try:
        issue = json.loads(path.read_text(encoding="utf-8"))["issue"]
        body, user = issue["body"] or "", issue["user"]
        sender = sender_named(user["login"])
        return Sender(sender.account, _positive(user["id"]), _positive(issue["number"])), str(body)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, KeyError, TypeError) as error:
        raise NotAnEvent("The file is no event of an issue, as GitHub writes it.") from error


def _positive(value: Any) -> int:
    if type(value) is not int or value <= 0:
        raise TypeError(value)
    return value
