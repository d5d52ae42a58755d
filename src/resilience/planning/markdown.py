"""The pack as Markdown: every text of a record or of the group is text there too."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from resilience.planning.blocks import file_of
from resilience.planning.paper import Note, Noted, NotedSection, NotedTable, Page
from resilience.planning.path import BY_NAME

MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&])")
"""What Markdown reads as more than a character, wherever it stands."""
BEGINS = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=]))")
"""What it reads as a list or a heading at the start of a line."""
ADDRESS = re.compile(r"(?i)(?<=\bwww)(?=\.)|(?=://)|(?<=\w)(?=@\w)")
"""Where it reads an address, though nobody made a link."""
SAFE = ":/?#[]@!$&'*+,;=%~"
"""What stays as it is in an address; round and angle brackets would end a link."""


def escaped(text: str) -> str:
    """Let no character of a text be read as Markdown, and keep it on its line."""
    one_line = MARKS.sub(r"\\\1", " ".join(text.split()))
    return ADDRESS.sub(r"\\", BEGINS.sub(r"\1\\", one_line))


def as_markdown(pages: Sequence[Page], address: str) -> str:
    """Write the pages one after the other; links to the book start where the `address` of the pack does."""
    root = root_of(address)
    lines = [line for page in pages for line in _page(page, root)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def root_of(address: str) -> str:
    """Give the address of the book from that of the page that shows the pack; empty where there is none."""
    return address.partition(f"/{BY_NAME['share'].page}")[0]


def _page(page: Page, root: str) -> Iterable[str]:
    if page.number == 1:
        yield from (f"# {escaped(page.head.plan)}", "")
    yield from (f"## {page.number} of {page.of}. {escaped(page.title)}", "")
    yield from (f"**{_noted(one)}**\n" for one in page.answer[:1])
    yield from _list(page.answer[1:])
    for section in page.sections:
        yield from _section(section)
    if page.left_out:
        yield from (escaped(page.left_out), "")
    if page.missing:
        yield from ("### What is missing", "")
        for one in page.missing:
            there = BY_NAME[one.step]
            yield f"- {escaped(one.text)} {_link(there.title, there.whole_page, '', root)}"
        yield ""
    if page.notes:
        yield from ("### Sources", "")
        yield from (f"{one.number}. {_source(one, root)}" for one in page.notes)
        yield ""
    about = f" {page.head.about_link}" if page.head.about_link else ""
    yield f"{page.head.day}. The plan opens again at <{quote(page.head.link, safe=SAFE)}>.{escaped(about)}\n"


def _section(section: NotedSection) -> Iterable[str]:
    yield from (f"### {escaped(section.heading)}", "")
    yield from _list(section.said)
    if section.table:
        yield from _table(section.table)
    if section.more:
        yield from (escaped(section.more), "")


def _list(said: Iterable[Noted]) -> Iterable[str]:
    yield from (f"- {_noted(one)}" for one in said)
    yield ""


def _table(table: NotedTable) -> Iterable[str]:
    yield from (f"**{escaped(table.caption)}**", "")
    yield _row([escaped(head) for head in table.heads])
    yield _row(["---"] * len(table.heads))
    yield from (_row([_noted(cell) for cell in row]) for row in table.rows)
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _noted(one: Noted) -> str:
    notes = f" \\[{', '.join(map(str, one.notes))}\\]" if one.notes else ""
    return escaped(one.text) + notes + (f" *How sure: {escaped(one.sure)}*" if one.sure else "")


def _source(note: Note, root: str) -> str:
    return _link(note.text, note.page, note.url, root)


def _link(text: str, page: str, url: str, root: str) -> str:
    target = url
    if page and root:
        target = f"{root}/{file_of(page)}"
    return f"[{escaped(text)}]({quote(target, safe=SAFE)})" if target else escaped(text)
