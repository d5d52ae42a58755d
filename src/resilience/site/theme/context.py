"""What the shell knows about the page it stands around: section, trail, headings, description, source."""

import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any, NamedTuple, cast

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment

from resilience.site.theme.content_policy import content_policy
from resilience.site.theme.sections import FOOTER, HEADER, Section, section_of

DESCRIPTION_LENGTH = 160
FEWEST_HEADINGS = 3
# MyST-NB gives every summary one name, which hides the words that a sighted reader sees.
FAULTY_SUMMARY = '<summary aria-label="Toggle hidden content">'
OPENING = re.compile(r".*?</h1>(\s*<(div|p) class=\"lede\b[^>]*>.*?</\2>)?", re.DOTALL)


class Heading(NamedTuple):
    """A heading of the page: the link to it and its words."""

    href: str
    title: str


class Neighbour(NamedTuple):
    """A page near this one: its name in Sphinx and its title."""

    docname: str
    title: str


def add_shell(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give the templates what they show around the page."""
    env = app.env
    ancestors = list(_ancestors(cast(StandaloneHTMLBuilder, app.builder), pagename))
    section = section_of(pagename, ancestors)
    context["content_policy"] = content_policy(has_base=pagename == "404")
    context["header_sections"] = HEADER
    context["book_version"] = edition_of(version("resilience"))
    context["footer_pages"] = FOOTER
    context["section"] = section
    context["trail"] = _trail(env, pagename, ancestors, section)
    context["siblings"] = _siblings(env, pagename, section)
    context["headings"] = _headings(env, pagename)
    if pagename in env.all_docs:
        context.setdefault("edit_path", str(env.doc2path(pagename, base=False)))
    if doctree is not None:
        context.setdefault("description", _describe(doctree))
        context["opening"], context["remainder"] = _split(
            context["body"].replace(FAULTY_SUMMARY, "<summary>")
        )


def edition_of(version: str) -> str:
    """Write a version as its edition is named: packages drop the noughts of 2026.01.05."""
    year, *parts = version.split(".")
    dated = len(year) == len("2026") and version.replace(".", "").isdigit()
    return ".".join([year, *(part.zfill(2) for part in parts)]) if dated else version


def _ancestors(builder: StandaloneHTMLBuilder, pagename: str) -> Iterator[str]:
    seen = {pagename}
    while (relation := builder.relations.get(pagename)) and (parent := relation[0]) and parent not in seen:
        yield parent
        seen.add(parent)
        pagename = parent


def _trail(
    env: BuildEnvironment, pagename: str, ancestors: list[str], section: Section | None
) -> list[Neighbour]:
    root = env.config.root_doc
    if pagename == root:
        return []
    trail = [Neighbour(root, "Home")]
    if section and section.docname != pagename:
        trail.append(Neighbour(section.docname, section.label))
    shown = {entry.docname for entry in trail}
    between = [name for name in reversed(ancestors) if name not in shown]
    return trail + [Neighbour(name, env.titles[name].astext()) for name in between]


def _siblings(env: BuildEnvironment, pagename: str, section: Section | None) -> list[Neighbour]:
    if section is None:
        return []
    children = env.toctree_includes.get(section.docname, [])
    return [Neighbour(name, env.titles[name].astext()) for name in children if name in env.titles]


def _headings(env: BuildEnvironment, pagename: str) -> list[Heading]:
    contents = env.tocs.get(pagename)
    if not contents or not contents.children:
        return []
    first = cast(nodes.Element, contents.children[0])
    second_level = [child for child in first.children if isinstance(child, nodes.bullet_list)]
    links = [
        next(item.findall(nodes.reference), None)
        for level in second_level
        for item in level.children
        if isinstance(item, nodes.list_item)
    ]
    headings = [Heading(link["anchorname"], link.astext()) for link in links if link is not None]
    return headings if len(headings) >= FEWEST_HEADINGS else []


def _split(body: str) -> tuple[str, str]:
    opening = OPENING.match(body)
    end = opening.end() if opening else 0
    return body[:end], body[end:]


def _describe(doctree: nodes.document) -> str:
    first = next(doctree.findall(nodes.paragraph), None)
    if first is None:
        return ""
    text = " ".join(first.astext().split())
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0] + "…"
