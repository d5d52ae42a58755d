"""Where a field stands in its file: from a path such as `("outcomes", 0, "effect")` to a line."""

from collections.abc import Iterator, Sequence

import yaml

from resilience.evidence.yaml_reader import Path


class Positions:
    """The lines of all fields and list items of one document."""

    def __init__(self, root: yaml.Node | None) -> None:
        """Note where each part of a node tree starts."""
        self._lines: dict[Path, int] = {}
        for path, mark, _ in _entries(root):
            self._lines.setdefault(path, mark.start_mark.line + 1)

    def line(self, path: Path) -> int:
        """Give the line, from 1, of a field, or of the nearest field around it that exists."""
        around = (path[:end] for end in range(len(path), 0, -1))
        return next((self._lines[part] for part in around if part in self._lines), 1)


def dotted(path: Sequence[str | int]) -> str:
    """Write a path as people do: `outcomes[0].effect`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def values(root: yaml.Node | None) -> Iterator[tuple[Path, yaml.ScalarNode]]:
    """Yield every value that is no list and no group of fields."""
    for path, _, node in _entries(root):
        if isinstance(node, yaml.ScalarNode):
            yield path, node


def _entries(root: yaml.Node | None) -> Iterator[tuple[Path, yaml.Node, yaml.Node]]:
    """Yield each field and list item once, with the node that marks its place and the node of its value."""
    met: set[int] = set()
    ahead: list[tuple[Path, yaml.Node, yaml.Node]] = [] if root is None else [((), root, root)]
    while ahead:
        path, mark, node = ahead.pop()
        yield path, mark, node
        if id(node) not in met:
            met.add(id(node))
            ahead += [((*path, step), inner_mark, inner) for step, inner_mark, inner in _inside(node)]


def _inside(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Node, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), key, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from ((index, item, item) for index, item in enumerate(node.value))
