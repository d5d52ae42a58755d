"""What a page says: its words, for full text, and its first sentences, for a hit."""

import re
from collections.abc import Iterator

from docutils import nodes

from resilience.records.english import folded

NOT_READ = (nodes.literal_block, nodes.comment, nodes.raw, nodes.Invisible, nodes.system_message, nodes.image)
NOT_ABOUT_THE_SUBJECT = frozenset(
    {"provenance", "cite", "references", "downloads", "suggested", "leads", "similar", "like", "nearby"}
)
"""Sections, and classes of boxes, that say how a record came to be or name what has a page of its own."""
SHORTEST, LONGEST = 3, 30
LENGTH = 240
"""Letters of a hit's summary; the first sentence stands whole, however long."""
WORD = re.compile(r"(?<![a-z0-9])[a-z][a-z0-9]*")
END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9“‘])")


def words_of(doctree: nodes.document, *, tables: bool) -> set[str]:
    """Give the words of a page that are about its subject, folded; those of tables only where asked for."""
    # The section of the page itself may be called as one below is, such as that of the page `cite`.
    text = " ".join(text for part in doctree for child in part.children for text in _texts(child, tables))
    return words_in(text)


def words_in(text: str) -> set[str]:
    """Give the words of a text, folded."""
    return {word for word in WORD.findall(folded(text)) if SHORTEST <= len(word) <= LONGEST}


def _texts(node: nodes.Node, tables: bool) -> Iterator[str]:
    if isinstance(node, nodes.Text):
        yield node.astext()
    elif not (
        isinstance(node, NOT_READ) or (isinstance(node, nodes.table) and not tables) or _is_aside(node)
    ):
        for child in node.children:
            yield from _texts(child, tables)


def _is_aside(node: nodes.Node) -> bool:
    if not isinstance(node, nodes.Element):
        return False
    return not NOT_ABOUT_THE_SUBJECT.isdisjoint([*node.get("ids", ()), *node.get("classes", ())])


def first_sentences(description: str, doctree: nodes.document) -> str:
    """Give whole sentences of a page's description, or else of its first paragraph."""
    first = next(iter(doctree.findall(nodes.paragraph)), None)
    text = description or (first.astext() if first is not None else "")
    said = ""
    for sentence in END_OF_SENTENCE.split(" ".join(text.split())):
        if said and len(said) + len(sentence) > LENGTH:
            break
        said = f"{said} {sentence}".strip()
    return said
