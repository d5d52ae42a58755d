"""A figure as a node of a page, from a notebook's output or from code."""

from typing import Any

from docutils import nodes

from resilience.figures.figure import MIME_TYPE, Figure, Payload


class FigureNode(nodes.General, nodes.Element):
    """A figure: its `payload`, and once the page is read its `number` there and its `drawings`."""


def figure_nodes(figure: Figure) -> list[nodes.Node]:
    """Turn a figure into nodes that may stand wherever a paragraph may."""
    return [_node(figure.payload())]


class FigureOutput:
    """How MyST-NB shows a cell that gives a figure (entry point `myst_nb.mime_renderers`)."""

    mime_priority_overrides = (("*", MIME_TYPE, 1),)

    @staticmethod
    def handle_mime(renderer: Any, data: Any, inline: bool) -> list[nodes.Element] | None:
        """Turn the output into nodes, or leave it to others if it is no figure."""
        return [_node(data.content)] if data.mime_type == MIME_TYPE and not inline else None


def _node(payload: Payload) -> FigureNode:
    return FigureNode(payload=payload)
