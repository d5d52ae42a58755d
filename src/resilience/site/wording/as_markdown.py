"""Facts and a template as a Markdown file of its own; text of a record is text there too."""

import re

from resilience.site.wording.slots import TOKEN, SlotError, render
from resilience.site.wording.values import Link, Passage, Run, Tag, Text

MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")
"""What Markdown would read as more than a character."""


def as_markdown(passage: Passage, address: str) -> str:
    """Fill a template with escaped words; links to pages start with the site's `address`, where it has one.

    Raises SlotError where the template prints what has no words.
    """
    rendered = render(passage)
    text = TOKEN.sub(lambda token: _words(rendered.values[int(token[1])], address), rendered.text)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _words(value: object, address: str) -> str:
    if isinstance(value, Run):
        return "".join(_words(part, address) for part in value.parts)
    if isinstance(value, Link):
        return _link(value, address)
    if isinstance(value, Text | Tag):
        return escaped(value.text)
    if isinstance(value, str):
        return escaped(value)
    raise SlotError(f"{value!r} has no words for a file")


def _link(link: Link, address: str) -> str:
    if link.url:
        return f"[{escaped(link.text)}]({link.url})"
    return (
        f"[{escaped(link.text)}]({address.rstrip('/')}/{link.docname}.html)"
        if address
        else escaped(link.text)
    )


def escaped(text: str) -> str:
    """Let no character of a text be read as Markdown, and keep it on its line."""
    return MARKS.sub(r"\\\1", " ".join(text.split()))
