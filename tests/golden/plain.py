"""The text of a built page: headings, lists, tables, where links lead, and tags; nothing of the look."""

import posixpath
import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, Tag

LEFT_OUT = ("script", "style", "svg", "template", "option", "colgroup")
TAGS = {"tag", "badge"}
"""Classes of short labels, whose other class is a meaning that the look tells."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
ROWS = {"tr", "caption"}
FORMS = {"legend", "label", "button"}
BREAKS = {*HEADINGS, *ROWS, *FORMS, "p", "li", "dt", "dd", "summary", "figcaption", "pre"}


def plain(html: str, docname: str) -> str:
    """Write out what a page says below its header, a block a line."""
    page = BeautifulSoup(html, "html.parser").select_one("main article")
    assert page is not None, docname
    for part in [*page.find_all(LEFT_OUT), *page.select(".contents-fold")]:
        part.decompose()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_lines(page, docname)).strip()) + "\n"


def _lines(part: Tag, docname: str, depth: int = 0) -> Iterator[str]:
    """Give the lines of a block; text that stands beside blocks is a line of its own."""
    run: list[NavigableString | Tag] = []
    for child in part.children:
        if isinstance(child, Tag) and (child.name in BREAKS or child.find(BREAKS)):
            yield from _said(run, docname)
            run = []
            yield from _block(child, docname, depth)
        elif isinstance(child, NavigableString | Tag):
            run.append(child)
    yield from _said(run, docname)


def _block(part: Tag, docname: str, depth: int) -> Iterator[str]:
    if part.name in HEADINGS:
        yield from ("", f"{'#' * HEADINGS[part.name]} {_text(part, docname)}{_anchor(part)}")
    elif part.name == "table":
        yield from ("", *_table(part, docname), "")
    elif part.name == "li":
        first, *more = [*_lines(part, docname, depth + 1)] or [""]
        yield f"{'  ' * depth}- {first}"
        yield from (line if line.lstrip().startswith("- ") else f"{'  ' * depth}  {line}" for line in more)
    elif part.name == "dd":
        yield from (f": {line}" for line in _lines(part, docname))
    elif part.name == "summary":
        yield f"> {_text(part, docname)}{_anchor(part)}"
    else:
        yield from _lines(part, docname, depth)


def _said(run: list[NavigableString | Tag], docname: str) -> Iterator[str]:
    text = _tidy("".join(_inline(part, docname) for part in run))
    if text:
        yield text


def _text(part: Tag, docname: str) -> str:
    return _tidy("".join(_inline(child, docname) for child in part.children))


def _inline(part: object, docname: str) -> str:
    """Write a run of text; a link says where it leads, and a tag what its look means."""
    if not isinstance(part, Tag):
        return str(part) if type(part) is NavigableString else ""
    inner = "".join(_inline(child, docname) for child in part.children)
    classes = set(part.get_attribute_list("class"))
    if part.name == "a" and part.get("href"):
        return f"{inner} <{_address(str(part['href']), docname)}>"
    if part.name == "strong":
        return f"**{inner}**"
    if part.get("aria-hidden"):
        # Signs beside their words, which the look sets apart.
        return f" {inner}"
    if classes & TAGS:
        return f"[{inner.strip()}: {' '.join(sorted(classes - TAGS))}]"
    return inner


def _table(part: Tag, docname: str) -> Iterator[str]:
    for row in part.find_all(ROWS):
        if row.name == "caption":
            yield f"Table: {_text(row, docname)}"
        else:
            cells = (_tidy(" / ".join(_lines(cell, docname))) for cell in row.find_all(("th", "td")))
            yield f"| {' | '.join(cells)} |"


def _anchor(part: Tag) -> str:
    """Name the fragment that a heading or a fold stands for; that of a whole page is its address."""
    holder = part.parent
    if holder is not None and "fold" in holder.get_attribute_list("class"):
        holder = holder.parent
    is_page = part.name == "h1"
    return f" {{#{holder['id']}}}" if holder is not None and holder.get("id") and not is_page else ""


def _address(href: str, docname: str) -> str:
    """Tell an address within the book from its root and without its ending."""
    if re.match(r"[a-z]+:", href) or href.startswith("#"):
        return href
    path = posixpath.normpath(posixpath.join(posixpath.dirname(docname), href))
    return path.replace(".html", "")


def _tidy(text: str) -> str:
    return " ".join(text.split())
