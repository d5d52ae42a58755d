"""Where a field stands in its file: from a path such as `("outcomes", 0, "effect")` to a line."""

from collections.abc import Iterator, Sequence

import yaml

from .yaml_reader import Path


def line_of(node: yaml.Node | None, path: Sequence[str | int]) -> int:
    """Give the line, from 1, of a field, or of the nearest field around it that exists."""
    line = 1
    for step in path:
        found = _entry(node, step)
        if found is None:
            return line
        mark, node = found
        line = mark.start_mark.line + 1
    return line


def dotted(path: Sequence[str | int]) -> str:
    """Write a path as people do: `outcomes[0].effect`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def values(root: yaml.Node | None) -> Iterator[tuple[Path, yaml.ScalarNode]]:
    """Yield every value that is no list and no group of fields, each once."""
    met: set[int] = set()
    ahead: list[tuple[Path, yaml.Node]] = [((), root)] if root is not None else []
    while ahead:
        path, node = ahead.pop()
        if isinstance(node, yaml.ScalarNode):
            yield path, node
        elif id(node) not in met:
            met.add(id(node))
            ahead += [((*path, step), value) for step, value in _inside(node)]


def _inside(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)


def _entry(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    """Find the node that marks the entry, and the entry's value."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None
