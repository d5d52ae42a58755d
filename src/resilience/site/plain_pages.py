"""The words of all pages, looked at when they are written: coders' shorthand on one stops a strict build.

Checks look at records; this looks at what a reader sees, whichever template, record or code it came from.
What others wrote (titles, references) and what readers of code need (literals, pages on code) is passed over.
Each rule is a function that gives what it finds; `plain_pages.toml` holds the short forms and the exceptions.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from resilience.records.plain import LONGEST, long_sentences, shorthand, slug_pattern
from resilience.site.charts.node import FigureNode
from resilience.site.evidence_of import pages_of
from resilience.site.pages.catalogue import is_record_page
from resilience.site.site_warnings import SiteWarning

SHOWN = 100
"""Letters of a passage in a warning."""
OF_OTHERS = frozenset({"references", "provenance", "cite", "byline", "searches", "screened"})
"""Sections and boxes that hold titles, addresses and the words of searches."""
READ_ALOUD = "says"
"""The class of a sentence for a committee, which may be longer: a check of answers counts its words."""
PASSAGES = (nodes.paragraph, nodes.term, nodes.title, nodes.caption)
SHORT_LINK = 3
"""Words of a link or a quotation that is part of a sentence; a longer one is a title."""
OTHER_WORDS = "‘…’"
"""What stands for a title or a piece of code; a sentence may begin with it."""
COSTS = "Results on cost and value"
"""The caption of the table in which each amount needs its unit."""
AMOUNT = 2
"""Its column with the amount."""
QUOTED = re.compile(r"“[^“”]*”")
IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
IN_PAIRS = re.compile(r"\*\*?(?=\w)[^*]*(?<=\w)\*")
BARE = re.compile(r"[−-]?[\d,.]+")


@dataclass(frozen=True)
class Passage:
    """What stands together on a page."""

    text: str
    is_prose: bool
    """Whether it is made of sentences; cells and headings are not."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Look at each page when its links are known."""
    app.connect("doctree-resolved", _look)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _look(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    if docname.startswith(tuple(_settings()["passed_over"])):
        return
    slugs = slug_pattern(list(pages_of(app.env).base.types))
    # How many words a record's page joins to a sentence grows with the evidence, and that must stop no build;
    # the sentences of a record itself are counted by the checks.
    for what, passage in faults(doctree, slugs, docname, counts_words=not is_record_page(docname)):
        SiteWarning.NOT_PLAIN.warn(docname, what, shortened(passage))


def faults(
    doctree: nodes.document, slugs: re.Pattern[str] | None, docname: str = "", *, counts_words: bool = True
) -> Iterator[tuple[str, str]]:
    """Give what readers could not take in on a page: what is wrong, and the passage."""
    found = list(passages(doctree))
    for passage in found:
        if what := in_shorthand(passage.text) or in_slugs(passage.text, slugs):
            yield f"“{what}”", passage.text
        if counts_words and passage.is_prose and docname not in _settings()["long"]:
            for sentence, count in too_long(passage.text):
                yield f"a sentence of {count} words (at most {LONGEST})", sentence
    said = " ".join(passage.text for passage in found)
    for short, words in unexplained(said, _settings()["abbreviations"]):
        yield f"“{short}” without its words ({words})", said[max(0, said.find(short) - 40) :]
    for cell in bare_amounts(doctree):
        yield "an amount without its unit", cell


def in_shorthand(text: str) -> str | None:
    """Give the first piece of shorthand, or of markup that shows."""
    found = IN_PAIRS.search(text)
    return found[0] if found else shorthand(text)


def in_slugs(text: str, slugs: re.Pattern[str] | None) -> str | None:
    """Give the first slug of an activity type."""
    found = slugs.search(text) if slugs else None
    return found[0] if found else None


def too_long(text: str) -> Iterator[tuple[str, int]]:
    """Give long sentences with their number of words; what stands in brackets can be skipped by a reader."""
    while (plain := IN_BRACKETS.sub("", text)) != text:
        text = plain
    return ((sentence, words) for sentence, words in long_sentences(text) if sentence[-1] in ".!?”")


def unexplained(text: str, known: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Give each short form that stands on a page which nowhere has its words."""
    lower = text.lower()
    for short, words in known.items():
        if words.lower() not in lower and re.search(rf"(?<![\w-]){re.escape(short)}s?(?![\w-])", text):
            yield short, words


def bare_amounts(doctree: nodes.document) -> Iterator[str]:
    """Give the rows of the table of costs whose amount is a number alone."""
    for table in doctree.findall(nodes.table):
        title = next(iter(table.findall(nodes.title)), None)
        if title is None or title.astext() != COSTS:
            continue
        for row in table.findall(nodes.row):
            cells = list(row.findall(nodes.entry))
            if len(cells) > AMOUNT and BARE.fullmatch(cells[AMOUNT].astext().strip()):
                yield row.astext().replace("\n\n", " · ")


def passages(node: nodes.Node, *, in_table: bool = False) -> Iterator[Passage]:
    """Give what is ours to word on a page, passage by passage."""
    if isinstance(node, FigureNode):
        payload = node["payload"]
        yield from (Passage(payload[name], name != "title") for name in ("title", "sentence", "note"))
        return
    if isinstance(node, nodes.Element) and not OF_OTHERS.isdisjoint([*node["ids"], *node["classes"]]):
        return
    if isinstance(node, PASSAGES):
        # The title of the page may be that of a work.
        if isinstance(node, nodes.title) and _is_of_page(node):
            return
        is_prose = isinstance(node, nodes.paragraph) and not in_table and READ_ALOUD not in node["classes"]
        if text := " ".join(QUOTED.sub(_quoted, _text(node)).split()):
            yield Passage(text, is_prose)
        return
    for child in node.children:
        yield from passages(child, in_table=in_table or isinstance(node, nodes.table))


def _is_of_page(title: nodes.title) -> bool:
    above = title.parent
    return isinstance(above, nodes.document) or isinstance(above.parent, nodes.document)


def _text(node: nodes.Node) -> str:
    if isinstance(node, nodes.Text):
        return node.astext()
    if isinstance(node, (nodes.literal, nodes.raw, nodes.image, nodes.math)):
        return OTHER_WORDS
    if isinstance(node, (nodes.reference, addnodes.pending_xref)) and len(node.astext().split()) > SHORT_LINK:
        return OTHER_WORDS
    return "".join(map(_text, node.children))


def _quoted(found: re.Match[str]) -> str:
    """Let a mark stand for a title that is quoted; a few words are a label of ours."""
    return OTHER_WORDS if len(found[0].split()) > SHORT_LINK else found[0]


def shortened(text: str) -> str:
    """Give enough of a passage to find it by."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


@cache
def _settings() -> dict[str, Any]:
    source = files("resilience.site").joinpath("plain_pages.toml")
    return tomllib.loads(source.read_text("utf-8"))
