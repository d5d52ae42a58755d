"""Make a page from facts and a template: slots are filled, and what then holds nothing is left out."""

import re
from collections.abc import Mapping, Sequence

from docutils import nodes

from resilience.site.wording.folded import Folded
from resilience.site.wording.parsed import Mould, Words, parsed
from resilience.site.wording.slots import Rendered, SlotError, render
from resilience.site.wording.value_nodes import block_nodes, inline_nodes
from resilience.site.wording.values import Anchor, Drawing, FactsPage, Inline, Live, Passage, Run

SECTION = re.compile(r"(?m)^(?=\([\w-]+\)=\n(?:\{\.[\w-]+\}\n)?## )")
"""Where a section of a page starts. Sections are read one by one, as many pages share them."""
NOTHING = (None, "", (), Run(()))
REPEATED = (nodes.definition, nodes.list_item)
"""What is there once for each of several values."""
NEEDS: dict[type[nodes.Element], type] = {
    nodes.bullet_list: nodes.list_item,
    nodes.container: nodes.Node,
    nodes.definition_list: nodes.definition_list_item,
    nodes.definition_list_item: nodes.definition,
    nodes.definition: nodes.Node,
    nodes.enumerated_list: nodes.list_item,
    nodes.list_item: nodes.Node,
    nodes.table: nodes.tgroup,
    nodes.tgroup: nodes.tbody,
}
"""What is left out where it has nothing of that kind inside."""


def page_nodes(page: FactsPage, anchor: str) -> nodes.section:
    """Build the section that a page consists of; raises SlotError where its template can't be filled."""
    made = passage_nodes(page.passage)
    if len(made) != 1 or not isinstance(made[0], nodes.section):
        raise SlotError(f"The template {page.passage.template} has no one heading for the page as a whole.")
    made[0]["ids"], made[0]["names"] = [anchor], [anchor]
    return made[0]


def passage_nodes(passage: Passage) -> list[nodes.Node]:
    """Build the nodes of a passage; raises SlotError where its template can't be filled."""
    rendered = render(passage)
    try:
        head, *sections = (_filled(part, rendered) for part in SECTION.split(rendered.text))
    except SlotError as error:
        raise SlotError(f"The template {passage.template} can't be filled: {error}.") from error
    page = head[-1] if head and isinstance(head[-1], nodes.section) else None
    for section in sections:
        if page is None:
            head += section
        else:
            page.extend(section)
    return head


def _filled(text: str, rendered: Rendered) -> list[nodes.Node]:
    folded = Folded(text, rendered.values)
    root = nodes.Element()
    filling = _Filling(folded.values, folded.further)
    filling.fill(root, parsed(folded.text))
    if filling.further:
        raise SlotError("a line that starts with | stands outside a table")
    return root.children


class _Filling:
    """Values by slot, and how they become nodes."""

    def __init__(
        self, values: Mapping[int, object], further: dict[int, list[dict[int, object]]] | None = None
    ) -> None:
        self._values = values
        self.further = further or {}
        """The slots of more rows that are still to be made."""

    def fill(self, element: nodes.Element, mould: Mould) -> None:
        """Give an element what its mould holds."""
        children: list[nodes.Node] = []
        for part in mould.parts:
            if not isinstance(part, Mould):
                children += self._words(part)
            elif part.kind is nodes.paragraph:
                children += self._paragraph(part, element)
            elif part.kind is nodes.row:
                children += self._rows(part)
            else:
                children += self._element(part)
        for child in children:
            _append(element, child)

    def _element(self, mould: Mould) -> list[nodes.Element]:
        if mould.kind in REPEATED and len(mould.parts) == 1:
            several = self._alone(mould.parts[0])
            if isinstance(several, tuple):
                return [
                    mould.kind("", nodes.paragraph("", "", *inline_nodes(_parts(one)))) for one in several
                ]
        element = _made(mould)
        self.fill(element, mould)
        return [] if _is_empty(element) else [element]

    def _rows(self, mould: Mould) -> list[nodes.Element]:
        slot = _first_slot(mould)
        others = [] if slot is None else self.further.pop(slot, [])
        return [row for filling in (self, *map(_Filling, others)) for row in filling._element(mould)]

    def _paragraph(self, mould: Mould, parent: nodes.Element) -> list[nodes.Node]:
        alone = self._alone(mould)
        if isinstance(alone, Drawing | Live):
            return block_nodes(alone)
        if isinstance(alone, Anchor):
            parent["ids"] = [alone.id]
            return []
        # A cell without a word is a cell all the same.
        if alone in NOTHING and not isinstance(parent, nodes.entry):
            return []
        paragraph = _made(mould)
        self.fill(paragraph, mould)
        return [paragraph]

    def _alone(self, part: Mould | Words) -> object:
        """Give the value that a paragraph consists of, or a mark that it does not consist of one."""
        if isinstance(part, Mould) and part.kind is nodes.paragraph and len(part.parts) == 1:
            words = part.parts[0]
            if isinstance(words, tuple) and len(words) == 1 and isinstance(words[0], int):
                return self._values[words[0]]
        return _NOT_ALONE

    def _words(self, words: Words) -> list[nodes.Node]:
        made: list[nodes.Node] = []
        for piece in words:
            made += inline_nodes([piece] if isinstance(piece, str) else _parts(self._values[piece]))
        return made


_NOT_ALONE = object()


def _made(mould: Mould) -> nodes.Element:
    return mould.kind("", **mould.attributes)


def _append(element: nodes.Element, child: nodes.Node) -> None:
    """Append a child; text goes on where text stands."""
    last = element.children[-1] if element.children else None
    if isinstance(child, nodes.Text) and isinstance(last, nodes.Text):
        element[-1] = nodes.Text(last + child)
    else:
        element.append(child)


def _is_empty(element: nodes.Element) -> bool:
    if isinstance(element, nodes.section):
        # The page as a whole has no name of its own, and stands even where it has only a title.
        return bool(element["ids"]) and len(element) == 1
    needed = NEEDS.get(type(element))
    return needed is not None and not any(isinstance(child, needed) for child in element.children)


def _first_slot(part: Mould | Words) -> int | None:
    if isinstance(part, Mould):
        return next((slot for slot in map(_first_slot, part.parts) if slot is not None), None)
    return next((piece for piece in part if isinstance(piece, int)), None)


def _parts(value: object) -> Sequence[str | Inline]:
    """Give what a value consists of inside a line of words."""
    if isinstance(value, Run):
        return value.parts
    if value is None or isinstance(value, tuple | Drawing | Live | Anchor):
        raise SlotError(f"{value!r} stands in a line of words; test for it, join it or let it stand alone")
    return [value]  # type: ignore[list-item]
