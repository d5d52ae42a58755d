"""What live pages may ask for, and the files that are written for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from sphinx.application import Sphinx

Data = Callable[[Sphinx], Any]
"""Makes what JSON can hold, while the book is built."""


@dataclass(frozen=True)
class Handler:
    """A function that a page may call."""

    target: str
    """Where it stands: `package.module:function`; it takes and gives an object that JSON can hold."""
    needs: tuple[str, ...]
    """The data that must be in the browser before it is called."""
    imports: tuple[str, ...] = ()
    """Modules of this package that it needs, beside the rooms that are in the browser anyway."""
    is_apart: bool = False
    """Whether it runs what readers write, so in an interpreter that answers nothing else."""

    @property
    def modules(self) -> tuple[str, ...]:
        """The module that it stands in, and those that it needs."""
        return (self.target.partition(":")[0], *self.imports)


@dataclass(frozen=True)
class Served:
    """All that live pages may ask for, by name."""

    handlers: Mapping[str, Handler]
    data: Mapping[str, Data]


class Written(NamedTuple):
    """The files that a browser may fetch."""

    core: list[Path]
    worker: Path
    library: Path
    bundle: Path
    room: Path
    shut: Path
    data: dict[str, Path]

    @property
    def always(self) -> list[Path]:
        """What is fetched for any handler."""
        return [*self.core, self.worker, self.library, self.bundle]

    @property
    def all(self) -> list[Path]:
        """Every file."""
        return [*self.always, *self.only_apart, *self.data.values()]

    @property
    def only_apart(self) -> list[Path]:
        """What is fetched only for handlers that run apart."""
        return [self.room, self.shut]

    def needed_by(self, handler: Handler) -> list[Path]:
        """Give the files that a browser fetches before a handler first answers."""
        apart = self.only_apart if handler.is_apart else []
        return [*self.always, *apart, *(self.data[name] for name in handler.needs)]
