"""Find the modules of this project that a notebook's code needs and what it asks for, without running it."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from IPython.core.inputtransformer2 import TransformerManager


class CodeBase:
    """The modules of one package, and which of them import which."""

    def __init__(self, package: Path) -> None:
        self.package = package
        self.name = package.name
        self._imports: dict[Path, frozenset[str]] = {}

    def module(self, name: str) -> Path | None:
        """Give the file of a module of this package, or None if there is no such module."""
        if name.split(".")[0] != self.name:
            return None
        path = self.package.parent.joinpath(*name.split("."))
        candidates = (path / "__init__.py", path.with_name(f"{path.name}.py"))
        return next((file for file in candidates if file.is_file()), None)

    def needed_by(self, cells: Iterable[str]) -> frozenset[Path]:
        """Give the files of all modules that the code in notebook cells imports, directly or not."""
        waiting = [name for cell in cells for name in imported_names(_as_python(cell))]
        seen: set[str] = set()
        files: set[Path] = set()
        while waiting:
            name = waiting.pop()
            if name in seen or name.split(".")[0] != self.name:
                continue
            seen.add(name)
            # Importing a.b runs a first.
            waiting.append(name.rpartition(".")[0])
            if file := self.module(name):
                files.add(file)
                waiting += self._imported_by(name, file)
        return frozenset(files)

    def _imported_by(self, name: str, file: Path) -> frozenset[str]:
        if file not in self._imports:
            inside = name if file.name == "__init__.py" else name.rpartition(".")[0]
            self._imports[file] = frozenset(imported_names(file.read_text("utf-8"), inside))
        return self._imports[file]


def imported_names(code: str, package: str = "") -> Iterator[str]:
    """Yield each module name that Python code may import; `package` is where relative imports start."""
    for node in ast.walk(_tree(code)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = _source(node, package)
            yield source
            # `from a import b` also imports a.b where b is a module.
            yield from (f"{source}.{alias.name}" for alias in node.names)


def asked_in(cells: Iterable[str]) -> frozenset[str]:
    """Give the names that the code in notebook cells asks for, as far as the code spells them out."""
    calls = (
        node for cell in cells for node in ast.walk(_tree(_as_python(cell))) if isinstance(node, ast.Call)
    )
    return frozenset(
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "ask" and call.args
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    )


def _source(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    parents = package.split(".")
    kept = parents[: len(parents) - node.level + 1]
    return ".".join([*kept, *([node.module] if node.module else [])])


def _tree(code: str) -> ast.Module:
    try:
        return ast.parse(code)
    except SyntaxError:
        # Whoever runs the code gets a better message than this reader could give.
        return ast.Module([], [])


def _as_python(cell: str) -> str:
    # Magics such as %timeit become calls, so that the rest can be parsed.
    python: str = TransformerManager().transform_cell(cell)  # type: ignore[no-untyped-call]
    return python
